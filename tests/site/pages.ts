import { globSync, readFileSync } from 'node:fs';
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

const inContent = (pattern: string): readonly string[] => globSync(`content/${pattern}`, { cwd: root });

/**
 * The last parts of the addresses of all pages, from what the site is made of, built or not: home, f,
 * ten-numbers, attack, …
 */
export const pageNames = (): readonly string[] => {
  const pages = globSync('src/pages/**/*.astro', { cwd: root }).flatMap((file) =>
    file.split(path.sep).slice(2),
  );
  const fixed = pages
    .map((part) => path.basename(part, '.astro'))
    .filter((part) => !/[[\]]|^index$/.test(part));
  const articles = inContent('articles/*.mdx').map((file) =>
    path.basename(file, '.mdx').replace(/^\d+-/, ''),
  );
  const figures = inContent('results/figures/*.json').flatMap((file) => {
    const { states } = JSON.parse(readFileSync(path.join(root, file), 'utf8')) as { readonly states: object };
    return [path.basename(file, '.json'), ...Object.keys(states).filter((name) => name !== '')];
  });
  const experiments = inContent('results/reproduction/*.json').map((file) => path.basename(file, '.json'));
  return [...new Set(['home', ...fixed, ...articles, ...figures, ...experiments])];
};

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
    // In a drawing a link's `href` is an object.
    links: [...document.querySelectorAll('a[href]')].map(
      (link) => new URL(link.getAttribute('href') ?? '', document.baseURI).href,
    ),
  }));

/**
 * Scrolls from top to bottom, so that all that waits for the viewport wakes up, and waits until the network
 * is still.
 */
export const readThrough = async (page: Page): Promise<void> => {
  await page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
      scrollTo(0, y);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  await page.waitForLoadState('networkidle');
};
