import type { Page } from 'playwright';

/**
 * Has the page's worker do something before any of its own code runs; it is sent as text, so it may name
 * nothing outside.
 */
export const beforeWorker = async <T>(page: Page, act: (given: T) => void, given: T): Promise<void> => {
  await page.route(/\/worker-[^/]*\.js/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      body: `(${String(act)})(${JSON.stringify(given)});${await response.text()}`,
    });
  });
};

/** What a worker whose answers are held back has for the test. */
interface Holding {
  letGo(): void;
}

/**
 * Has the page's worker hold back all answers of a run after its first frame until the test lets them go: so
 * a run of any figure, however short, is certain to be in its midst. To be called before the visit.
 */
export const holdBack = (page: Page): Promise<void> =>
  beforeWorker(
    page,
    () => {
      type Message = { readonly kind: string; readonly job?: number };
      const scope = globalThis as typeof globalThis & Holding;
      const post: (message: Message) => void = scope.postMessage.bind(scope);
      const begun = new Set<number | undefined>();
      const waiting: Message[] = [];
      let holding = true;
      scope.letGo = () => {
        holding = false;
        for (const message of waiting.splice(0)) post(message);
      };
      scope.postMessage = (message: Message) => {
        const later = message.kind === 'done' || (message.kind === 'frame' && begun.has(message.job));
        if (message.kind === 'frame') begun.add(message.job);
        if (holding && later) waiting.push(message);
        else post(message);
      };
    },
    undefined,
  );

/** Lets go what the page's one worker has held back, and all that comes. */
export const letGo = (page: Page): Promise<void> => {
  const [worker, ...others] = page.workers();
  if (worker === undefined || others.length > 0)
    throw new Error(`The page has ${page.workers().length} workers, not one.`);
  return worker.evaluate(() => (globalThis as typeof globalThis & Holding).letGo());
};
