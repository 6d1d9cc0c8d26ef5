import path from 'node:path';
import type { Page } from 'playwright';
import { readerError } from '../../lab/reader-error.ts';
import { benchFigures, type BenchFigures } from './results.ts';
import { inChromium } from './browser.ts';

/** What one figure took, in milliseconds. */
export type Measured = BenchFigures['figures'][string];

const measured = benchFigures.shape.figures.valueType;

interface Log {
  readonly changes: { readonly at: number; readonly phase: string; readonly status: string }[];
  readonly tasks: number[];
}

/**
 * Notes in the page every change of the figure's phase and status, and every main-thread task above 50 ms.
 */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const log: Log = { changes: [], tasks: [] };
    Object.assign(globalThis, { log });
    const live = document.querySelector<HTMLElement>('.live');
    if (live === null) throw new Error('There is no figure on this page.');
    new MutationObserver(() => {
      const status = live.querySelector('.status')?.textContent ?? '';
      log.changes.push({ at: performance.now(), phase: live.dataset['phase'] ?? '', status });
    }).observe(live, { attributes: true, childList: true, characterData: true, subtree: true });
    new PerformanceObserver((list) =>
      log.tasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      type: 'longtask',
    });
  });

const click = (page: Page, name: string): Promise<number> =>
  page.evaluate((text) => {
    const buttons = [...document.querySelectorAll<HTMLButtonElement>('.transport button')];
    const at = performance.now();
    buttons.find((button) => button.textContent === text || button.classList.contains(text))?.click();
    return at;
  }, name);

const readLog = (page: Page): Promise<Log> =>
  page.evaluate(() => (globalThis as typeof globalThis & { log: Log }).log);

const open = async (page: Page, address: string, slug: string): Promise<void> => {
  await page.goto(`${address}f/${slug}/`);
  await page.locator('fieldset.machine:enabled').waitFor();
  await watch(page);
};

const isFrame = ({ status }: { readonly status: string }): boolean => /\d+ of \d+/.test(status);

/**
 * Waits until the run has come to one of these phases, and answers with it; throws what the figure says where
 * it fails or comes to none.
 */
const phaseAmong = async (page: Page, phases: readonly string[]): Promise<string> => {
  const live = page.locator('.live');
  const wanted = [...phases, 'failed'].map((phase) => `[data-phase=${phase}]`).join(', ');
  await page
    .locator(`.live:is(${wanted})`)
    .waitFor({ state: 'attached' })
    .catch(() => undefined);
  const phase = (await live.getAttribute('data-phase')) ?? '';
  if (phases.includes(phase)) return phase;
  const words = await live.locator('.failure, .consent p, .transport .status').allInnerTexts();
  throw readerError(
    `its phase stays “${phase}”, not ${phases.join(' or ')}: ${words.join(' ').trim() || 'nothing is said'}`,
  );
};

/** One run at full speed, as a reader with reduced motion has it. */
const run = async (page: Page, address: string, slug: string) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, address, slug);
  const started = await click(page, 'primary');
  await phaseAmong(page, ['done']);
  const { changes, tasks } = await readLog(page);
  const first = changes.find(isFrame)?.at ?? NaN;
  const done = changes.find(({ phase }) => phase === 'done')?.at ?? NaN;
  const steps = Number(/of (\d+)/.exec(changes.findLast(isFrame)?.status ?? '')?.[1]);
  return { firstFrame: first - started, perStep: (done - first) / steps, longestTask: Math.max(0, ...tasks) };
};

/**
 * How long the page takes to say that a run was cancelled; null where the run is over before a hand could
 * move.
 */
const cancel = async (page: Page, address: string, slug: string): Promise<number | null> => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await open(page, address, slug);
  await click(page, 'primary');
  await phaseAmong(page, ['running', 'done']);
  await page.waitForTimeout(200);
  const asked = await click(page, 'Cancel');
  if ((await phaseAmong(page, ['stopped', 'done'])) === 'done') return null;
  const { changes } = await readLog(page);
  return (changes.find(({ phase }) => phase === 'stopped')?.at ?? NaN) - asked;
};

const measure = async (page: Page, address: string, slug: string): Promise<Measured> => {
  const cold = await run(page, address, slug);
  const warm = await run(page, address, slug);
  return measured.parse({
    firstFrameCold: cold.firstFrame,
    firstFrameCached: warm.firstFrame,
    perStep: warm.perStep,
    longestTask: Math.max(cold.longestTask, warm.longestTask),
    cancel: await cancel(page, address, slug),
  });
};

/** What became of a figure: its numbers, or why there are none. */
export type FigureReport = (slug: string, result: Measured | { readonly failure: string }) => void;

/**
 * Published states on the built site, with a cold cache and again with everything at hand: of those figures,
 * each reported as soon as it is measured; one that fails is left out.
 */
export const measureFigures = (
  repository: string,
  slugs: readonly string[],
  report: FigureReport,
): Promise<BenchFigures['figures']> =>
  inChromium(
    { configFile: false, root: repository, build: { outDir: path.join(repository, 'dist') } },
    async (page, address) => {
      page.setDefaultTimeout(120_000);
      const figures: Record<string, Measured> = {};
      for (const slug of slugs) {
        try {
          const result = await measure(page, address, slug);
          figures[slug] = result;
          report(slug, result);
        } catch (error) {
          report(slug, { failure: error instanceof Error ? error.message : String(error) });
        }
      }
      return figures;
    },
  );
