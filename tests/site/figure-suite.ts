import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadFigure } from '../../src/figures/registry.ts';
import type { NetId } from '../../src/nets/net.ts';
import { netIsHere } from '../../src/training/node-bench.ts';
import type { Site } from '../browser.ts';
import { root } from '../build.ts';
import { alive, finding, phase, quiet, settled, storedOf, tabTo } from './figures.ts';
import { serveNet } from './on-demand.ts';
import { holdBack, letGo } from './worker.ts';

/** The finding that stands in a built page, as a reader without script reads it. */
const written = (page: string): string => {
  const html = readFileSync(path.join(root, 'dist', page, 'index.html'), 'utf8');
  const text = /<p class="finding">(.*?)<\/p>/s.exec(html)?.[1] ?? '';
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
};

/** The net that a state needs and that does not ship. */
const needed = async (slug: string, name: string): Promise<NetId | undefined> =>
  (await loadFigure(slug)).figure.presets[name]?.needs;

/** A control that an arrow key changes, and with it the state; a pad's brush is no part of that. */
const arrows = '.controls :is(input[type=range], input[type=radio], select):not(.ink-tools *)';

/** What a browser must see of any figure, tested on the figure of that slug. */
export const testFigure = (site: Site, slug: string): void => {
  describe(`figure ${slug}`, () => {
    const { states } = storedOf(slug);
    const named = Object.entries(states);

    test('says in the page of each state, without script, what is stored', () => {
      for (const [name, { sentence }] of named)
        expect(written(name === '' ? `f/${slug}` : `f/${slug}/${name}`), name).toBe(sentence);
    });

    test('run again here, each state says the same within its tolerance', { timeout: 240_000 }, async () => {
      const visit = await site.open(`f/${slug}/`, { reducedMotion: 'reduce' });
      const { page } = visit;
      await alive(page);
      expect(await finding(page)).toBe(states['']?.sentence);
      const agreed = new Set<NetId>();
      await page.click('button.primary');
      for (const [name, { sentence }] of named) {
        const needs = await needed(slug, name);
        if (needs !== undefined && !netIsHere(needs)) {
          console.error(`SKIPPED: running ${slug}/${name}, because ${needs} is not here.`);
          continue;
        }
        if (needs !== undefined) await serveNet(page, needs);
        if (name !== '') await page.click(`.presets a[href$="/${slug}/${name}/"]`);
        if (needs !== undefined && !agreed.has(needs))
          await page.getByRole('button', { name: 'Load it' }).click();
        if (needs !== undefined) agreed.add(needs);
        await settled(page);
        expect({ name, notices: await page.locator('.notice').allInnerTexts() }).toEqual({
          name,
          notices: [],
        });
        expect(await finding(page), name).toBe(sentence);
      }
      quiet(visit);
    });

    test('works by keyboard, and its copied link shows the same to whoever opens it', async () => {
      const visit = await site.open(`f/${slug}/`, {
        reducedMotion: 'reduce',
        permissions: ['clipboard-read', 'clipboard-write'],
        viewport: { width: 320, height: 640 },
      });
      const { page } = visit;
      await alive(page);
      await tabTo(page, arrows);
      const published = page.url();
      const moved = (): Promise<boolean> =>
        page
          .waitForFunction((address) => location.href !== address, published, { timeout: 3000 })
          .then(
            () => true,
            () => false,
          );
      // Down, or, from a slider's lower end, up: a second key only once the first is known to have changed
      // nothing.
      await page.keyboard.press('ArrowDown');
      if (!(await moved())) await page.keyboard.press('ArrowUp');
      expect(await moved()).toBe(true);
      await settled(page);
      const before = await finding(page);
      await tabTo(page, '.actions button:nth-of-type(2)');
      await page.keyboard.press('Enter');
      await page.getByText('Link copied.').waitFor();
      const address = await page.evaluate(() => navigator.clipboard.readText());
      // A state that is a preset has a page of its own.
      expect(address).toMatch(new RegExp(`/f/${slug}/(\\?|[\\w-]+/$)`));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);

      const other = await site.visit();
      await other.page.goto(address);
      await alive(other.page);
      await expect.poll(() => finding(other.page), { timeout: 60_000 }).toBe(before);
      quiet(visit);
      quiet(other);
    });

    test('a run is stopped by Cancel in its midst, and stays what it was then', async () => {
      const visit = await site.visit({ reducedMotion: 'reduce', viewport: { width: 320, height: 640 } });
      const { page } = visit;
      await holdBack(page);
      await page.goto(`f/${slug}/`);
      await alive(page);
      await page.click('button.primary');
      await page.locator('.live[data-phase=running]').waitFor({ timeout: 60_000 });
      const shown = await finding(page);
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.locator('.live[data-phase=stopped]').waitFor();
      expect(await page.getByRole('button', { name: 'Cancel' }).count()).toBe(0);
      await letGo(page);
      await settled(page);
      expect(await phase(page)).toBe('stopped');
      expect(await finding(page)).toBe(shown);
      quiet(visit);
    });
  });
};
