import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { parseStored } from '../../src/figures/kit/contract/stored.ts';
import type { Visit } from '../browser.ts';

/** The stored states of a figure. */
export const storedOf = (slug: string) => {
  const read = (room: string): unknown =>
    JSON.parse(readFileSync(new URL(`../../content/results/${room}/${slug}.json`, import.meta.url), 'utf8'));
  return parseStored(slug, { outcomes: read('figures'), frames: read('frames') });
};

export const finding = (page: Page): Promise<string> => page.locator('.finding').innerText();

/** The figure is alive once its controls are. */
export const alive = (page: Page): Promise<void> => page.locator('fieldset.machine:enabled').waitFor();

/**
 * Waits until what was just pressed has come to its end: a phase shows one animation frame after it begins.
 */
export const settled = async (page: Page): Promise<void> => {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  await page.locator('.live:not([data-phase=waiting], [data-phase=running])').waitFor({ timeout: 60_000 });
};

export const phase = (page: Page): Promise<string | null> => page.locator('.live').getAttribute('data-phase');

/** Nothing was written to the console, asked of others, or missed. */
export const quiet = ({ console, foreign, failed }: Visit): void =>
  expect({ console, foreign, failed }).toEqual({ console: [], foreign: [], failed: [] });

/** Presses Tab until the focus is on what the selector finds; fails after a whole round. */
export const tabTo = async (page: Page, selector: string): Promise<void> => {
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`Tab never reaches ${selector}`);
};
