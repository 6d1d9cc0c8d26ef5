import { existsSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import { useSite } from '../browser.ts';
import { root } from '../build.ts';
import { listPages, readFacts, readThrough, type Facts } from './pages.ts';

const site = useSite();
const pages = listPages();
const facts = new Map<string, Facts>();
const phone = { width: 320, height: 640 };
const desk = { width: 1280, height: 800 };

const fact = (page: string): Facts => {
  const found = facts.get(page);
  if (!found) throw new Error(`${page} was not read`);
  return found;
};

/** Whether search engines may list it; the missing page and embedded figures are not for them. */
const listed = ({ meta }: Facts): boolean => !(meta['robots'] ?? '').includes('noindex');

/** Path below the base of an address on this site; undefined elsewhere. */
const inside = (address: string, front = site.url): string | undefined =>
  address.startsWith(front) ? decodeURI(address.slice(front.length)) : undefined;

describe('every page without script', () => {
  const noise: string[] = [];
  const wide: string[] = [];

  beforeAll(async () => {
    const visit = await site.visit({ javaScriptEnabled: false, viewport: phone });
    for (const page of pages) {
      await visit.page.goto(page);
      facts.set(page, await readFacts(visit.page));
      if ((await visit.page.evaluate(() => document.documentElement.scrollWidth)) > phone.width)
        wide.push(page);
    }
    noise.push(...visit.console, ...visit.foreign, ...visit.failed);
  });

  test('there is at least one', () => expect(pages).toContain(''));

  test('asks nothing of other origins, misses nothing and writes nothing to the console', () =>
    expect(noise).toEqual([]));

  test('fits a window of 320 pixels', () => expect(wide).toEqual([]));

  test.each(pages)('/%s has a language, one first heading, a title and a description', (page) => {
    const { language, headings, title, meta } = fact(page);
    expect({ language, headings }).toEqual({ language: 'en', headings: 1 });
    expect(title).not.toBe('');
    expect(meta['description']).toMatch(/\S/);
  });

  test('no two pages that search engines may list have the same title', () => {
    const titles = [...facts.values()].filter(listed).map(({ title }) => title);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  test.each(pages)('/%s says what a chat should show of it, with a picture that exists', (page) => {
    const { meta, canonical } = fact(page);
    if (!listed(fact(page))) return;
    for (const name of ['og:title', 'og:description', 'og:type', 'twitter:card'])
      expect(meta[name], name).toMatch(/\S/);
    expect(meta['og:url']).toBe(canonical);
    expect(canonical).toMatch(page);
    const image = meta['og:image'];
    if (/^f\/./.test(page) || meta['og:type'] === 'article') expect(image, 'a card of its own').toBeDefined();
    if (image === undefined) return;
    const file = inside(image, canonical.slice(0, canonical.length - page.length)) ?? '';
    expect(existsSync(path.join(root, 'dist', file)), image).toBe(true);
    expect(meta['twitter:card']).toBe('summary_large_image');
    expect(meta['og:image:alt']).toMatch(/\S/);
  });

  test.each(pages)('/%s leads only to what exists', (page) => {
    const dead = fact(page).links.filter((link) => {
      const { protocol, hash, pathname, origin } = new URL(link);
      if (protocol === 'mailto:' || protocol === 'data:') return false;
      const target = inside(origin + pathname);
      if (target === undefined) return protocol !== 'https:';
      const there = facts.get(target);
      if (!there)
        return target === '' || target.endsWith('/') || !existsSync(path.join(root, 'dist', target));
      return hash !== '' && !there.ids.includes(decodeURIComponent(hash.slice(1)));
    });
    expect(dead).toEqual([]);
  });

  test('no page uses an id twice', () => {
    for (const [page, { ids }] of facts)
      expect({ page, twice: ids.filter((id, index) => ids.indexOf(id) !== index) }).toEqual({
        page,
        twice: [],
      });
  });
});

// A preset's page and an embedded figure are the figure's page with other pixels or less around them: without
// script each is read above, and with script two of them stand for all.
const alike = pages.filter((page) => /^f\/[^/]+\/./.test(page) || page.startsWith('embed/'));
const examples = ['f/attack/fgsm/', 'embed/attack/'];

describe.each(pages.filter((page) => !alike.includes(page) || examples.includes(page)))(
  'with script, /%s',
  (page) => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

    test('is silent, stays at home, fits 320 pixels and passes axe, light on a phone and dark on a desk', async () => {
      const visit = await site.open(page, { viewport: phone, reducedMotion: 'reduce', colorScheme: 'light' });
      await readThrough(visit.page);
      expect(await visit.page.evaluate(() => document.documentElement.scrollWidth), 'width at 320').toBe(320);

      // Both layouts and both schemes, each once: what a scheme or a wider window changes is colours and
      // where they stand.
      const violations: string[] = [];
      for (const [viewport, colorScheme] of [
        [phone, 'light'],
        [desk, 'dark'],
      ] as const) {
        await visit.page.setViewportSize(viewport);
        await visit.page.emulateMedia({ colorScheme });
        const axe = new AxeBuilder({ page: visit.page }).withTags(tags).setLegacyMode(true);
        if (viewport === desk) axe.options({ runOnly: ['color-contrast'] });
        for (const { id, nodes } of (await axe.analyze()).violations)
          for (const { target, failureSummary } of nodes)
            violations.push(
              `${viewport.width} px, ${colorScheme}: ${id} at ${target.join(' ')}: ${failureSummary ?? ''}`,
            );
      }
      expect(violations).toEqual([]);
      expect({ console: visit.console, foreign: visit.foreign, failed: visit.failed }).toEqual({
        console: [],
        foreign: [],
        failed: [],
      });
    });
  },
);
