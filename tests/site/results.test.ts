import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { useSite } from '../browser.ts';

const site = useSite();
const desk = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const dots = (page: Page) => page.locator('.compared .stage:visible a[data-dot]');
const names = (page: Page) => page.locator('.compared .dots a');

describe('the plot of published numbers', () => {
  test('names the dot under the pointer, and the dot leads to its row', async () => {
    const { page } = await site.open('results/', desk);
    const dot = dots(page).first();
    // Others may lie over it.
    await dot.hover({ force: true });
    await names(page).first().waitFor();
    const label = (await dot.getAttribute('aria-label')) ?? '';
    expect(await names(page).allTextContents()).toContain(label);
    await names(page).getByText(label, { exact: true }).click();
    await page.waitForURL(/results\/[\w-]+\/#row-\d+$/);
    const row = page.locator(new URL(page.url()).hash);
    expect(label).toContain((await row.locator('th, td').first().textContent())?.trim().slice(0, 12) ?? '?');
  });

  test('is one stop for Tab, and arrows go from dot to dot', async () => {
    const { page } = await site.open('results/', desk);
    const all = await dots(page).count();
    expect(all).toBeGreaterThan(50);
    expect(await dots(page).and(page.locator('[tabindex="0"]')).count()).toBe(1);
    await dots(page).first().focus();
    await page.keyboard.press('ArrowRight');
    const now = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(now).toBe(await dots(page).nth(1).getAttribute('aria-label'));
    expect(await names(page).allTextContents()).toEqual([now]);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    const last = await dots(page).last().getAttribute('aria-label');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(last);
  });

  test('names what a finger touches, without leaving the page', async () => {
    const { page } = await site.open('results/', phone);
    await dots(page).first().tap({ force: true });
    await names(page).first().waitFor();
    expect(page.url()).toMatch(/results\/$/);
  });

  test('is links without script', async () => {
    const { page } = await site.open('results/', { ...desk, javaScriptEnabled: false });
    const paths = await dots(page).evaluateAll((all) => all.map((dot) => dot.getAttribute('href') ?? ''));
    for (const path of paths) expect(path).toMatch(/\/results\/[\w-]+\/#row-\d+$/);
  });
});

test('a link to an experiment of old leads to its line, which leads on', async () => {
  const { page } = await site.open('results/#fgsm', desk);
  await page.locator('#fgsm a').click();
  await page.waitForURL(/results\/fgsm\/$/);
});
