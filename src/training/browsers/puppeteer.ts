import puppeteer, { type LaunchOptions, type Page } from 'puppeteer-core';
import { size, type RunningEngine, type Tab } from './tab.ts';

const tabOf = (page: Page): Tab => ({
  goto: async (address) => {
    await page.goto(address);
  },
  run: async (code, ...args) => page.evaluate<unknown[], never>(code as never, ...args),
  draw: async ([first = [0, 0], ...rest]) => {
    await page.mouse.move(...first);
    await page.mouse.down();
    for (const point of rest) await page.mouse.move(...point);
    await page.mouse.up();
  },
  pressWithControl: async (key) => {
    await page.keyboard.down('Control');
    await page.keyboard.press(key as 'v');
    await page.keyboard.up('Control');
  },
  picture: async () => Buffer.from(await page.screenshot()),
});

/** Starts a browser that Puppeteer speaks to. */
export const startWithPuppeteer = async (options: LaunchOptions): Promise<RunningEngine> => {
  const browser = await puppeteer.launch({ ...options, headless: true, defaultViewport: size });
  return {
    version: await browser.version(),
    tab: tabOf(await browser.newPage()),
    close: () => browser.close(),
  };
};
