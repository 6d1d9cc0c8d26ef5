import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { useSite } from '../browser.ts';

const site = useSite();
const article = 'ten-numbers/';
const desk = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };

const card = (page: Page) => page.locator('.card');
const shown = (page: Page) => card(page).waitFor({ state: 'visible', timeout: 2000 });
const gone = (page: Page) => card(page).waitFor({ state: 'hidden', timeout: 2000 });

describe('a citation', () => {
  test('is, without script, a link to its entry in the list, and the entry leads back', async () => {
    const { page } = await site.open(article, { ...desk, javaScriptEnabled: false });
    const links = await page
      .locator('a.cite')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      expect(await page.locator(`li${link}`).count(), link).toBe(1);
      const back = await page.locator(`li${link} a.back`).first().getAttribute('href');
      expect(await page.locator(`a.cite${back ?? ''}`).getAttribute('href')).toBe(link);
    }
  });

  test('shows its reference on hover, lets it be pointed at, and Escape puts it away', async () => {
    const { page } = await site.open(article, desk);
    const link = page.locator('a.cite').first();
    await link.hover();
    await shown(page);
    const entry = page.locator(`li${(await link.getAttribute('href')) ?? ''} .work`);
    expect(await card(page).textContent()).toBe(await entry.textContent());
    await card(page).hover();
    await page.waitForTimeout(400);
    expect(await card(page).isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await gone(page);
    await page.mouse.move(0, 0);
    await link.hover();
    await shown(page);
    await page.mouse.move(0, 0);
    await gone(page);
  });

  test('shows its reference on focus, and Tab goes on into the reference', async () => {
    const { page } = await site.open(article, desk);
    const isCitation = () => page.evaluate(() => document.activeElement?.matches('a.cite') ?? false);
    for (let i = 0; i < 60 && !(await isCitation()); i++) await page.keyboard.press('Tab');
    await shown(page);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.card') !== null)).toBe(true);
    await page.keyboard.press('Escape');
    await gone(page);
    expect(await isCitation()).toBe(true);
  });

  test('shows its reference when touched, without leaving the place', async () => {
    const { page } = await site.open(article, phone);
    await page.locator('a.cite').first().tap();
    await shown(page);
    expect(new URL(page.url()).hash).toBe('');
    await page.touchscreen.tap(180, 30);
    await gone(page);
  });
});

describe('a note', () => {
  test('stands beside the text where there is room', async () => {
    const { page } = await site.open(article, desk);
    const note = await page.locator('.note').first().boundingBox();
    const text = await page.locator('.prose').first().boundingBox();
    expect(note?.x).toBeGreaterThan((text?.x ?? Infinity) + (text?.width ?? 0));
  });

  test('opens from its number where there is none, without script too', async () => {
    const { page } = await site.open(article, { ...phone, javaScriptEnabled: false });
    const note = page.locator('.note').first();
    expect(await note.isVisible()).toBe(false);
    await page.locator('.note-button').first().tap();
    await note.waitFor({ state: 'visible', timeout: 2000 });
  });
});
