import { globSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { root } from '../build.ts';

/** Paths of all pages of a built site, below its base: '', 'f/', '404.html', … */
export const listPages = (folder = 'dist'): string[] =>
  globSync('**/*.html', { cwd: path.join(root, folder) })
    .map((file) =>
      file
        .split(path.sep)
        .join('/')
        .replace(/(^|\/)index\.html$/, '$1'),
    )
    .toSorted();

/** What a page says about itself and where it leads; all addresses absolute. */
export interface Facts {
  readonly title: string;
  readonly headings: number;
  readonly language: string;
  readonly canonical: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly ids: readonly string[];
  readonly links: readonly string[];
}

/** Reads them from an open page. */
export const readFacts = (page: Page): Promise<Facts> =>
  page.evaluate(() => ({
    title: document.title,
    headings: document.querySelectorAll('h1').length,
    language: document.documentElement.lang,
    canonical: document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? '',
    meta: Object.fromEntries(
      [...document.querySelectorAll('meta[content]')].map((meta) => [
        meta.getAttribute('property') ?? meta.getAttribute('name') ?? '',
        meta.getAttribute('content') ?? '',
      ]),
    ),
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
    links: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) => href),
  }));

/** Scrolls from top to bottom, so that all that waits for the viewport wakes up, and waits until the network is still. */
export const readThrough = async (page: Page): Promise<void> => {
  await page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
      scrollTo(0, y);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  await page.waitForLoadState('networkidle');
};
