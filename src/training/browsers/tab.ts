import type { Program } from './programs.ts';

/** A point of the window, in CSS pixels. */
export type Point = readonly [x: number, y: number];

/** One window of a browser of any engine, as far as the smoke suite needs it. */
export interface Tab {
  goto(address: string): Promise<void>;
  /**
   * Runs a function in the page and answers with what comes of it, through JSON; the function sees only its
   * arguments.
   */
  run<Args extends readonly unknown[], Answer>(
    code: (...args: Args) => Answer | Promise<Answer>,
    ...args: Args
  ): Promise<Answer>;
  /** Presses the pointer there, moves it along the points and lets go; one point is a click. */
  draw(points: readonly Point[]): Promise<void>;
  /** Presses a key together with Control. */
  pressWithControl(key: string): Promise<void>;
  picture(): Promise<Buffer>;
}

/** A running browser with one window of 1280 × 900 and a fresh profile. */
export interface RunningEngine {
  readonly version: string;
  readonly tab: Tab;
  close(): Promise<void>;
}

/** A browser engine that the book is read in. */
export interface Engine {
  readonly id: 'chromium' | 'firefox' | 'webkit';
  /** What has to be installed for it. */
  readonly programs: readonly Program[];
  start(): Promise<RunningEngine>;
}

/** Width and height of a tab, in CSS pixels. */
export const size = { width: 1280, height: 900 } as const;

/** Milliseconds within which a condition must come true. */
const patience = 30_000;

/** Waits until the function, run in the page, answers with something truthy, and answers with that. */
export const until = async <Args extends readonly unknown[], Answer>(
  tab: Tab,
  code: (...args: Args) => Answer,
  ...args: Args
): Promise<NonNullable<Awaited<Answer>>> => {
  const since = performance.now();
  for (;;) {
    const answer = await tab.run(code, ...args);
    if (answer) return answer;
    if (performance.now() - since > patience) {
      const seen = await tab.run(
        () => document.querySelector('.transport')?.textContent ?? document.body.innerText,
      );
      throw new Error(
        `Not within half a minute: ${String(code)} with ${JSON.stringify(args)}. There stands: ${seen}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/**
 * Clicks the middle of the first visible thing that the selector finds and, if given, that says those words.
 */
export const click = async (tab: Tab, selector: string, words = ''): Promise<void> => {
  const at = await until(
    tab,
    (selector, words) => {
      const found = [...document.querySelectorAll(selector)].find(
        (element) => element.checkVisibility() && element.textContent.includes(words),
      );
      if (found === undefined) return undefined;
      found.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { x, y, width, height } = found.getBoundingClientRect();
      return [x + width / 2, y + height / 2] as const;
    },
    selector,
    words,
  );
  await tab.draw([at]);
};
