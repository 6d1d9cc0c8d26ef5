import { beforeAll, expect, test } from 'vitest';
import { useSite } from '../browser.ts';
import { build } from '../build.ts';
import { listPages, readFacts, readThrough } from './pages.ts';

const folder = '.cache/site-somewhere';
const base = '/somewhere/else/';
const site = useSite({ folder, base });

beforeAll(async () => expect(await build(folder, base)).toBe(true), 300_000);

/** One page of each kind: pages below the same folder, equally deep, come from one template. */
const kinds = (): string[] => {
  const kindOf = (page: string): string =>
    page
      .split('/')
      .map((part, depth) => (depth === 0 || part === '' ? part : '*'))
      .join('/');
  return [...new Map(listPages(folder).map((page) => [kindOf(page), page])).values()];
};

test('a site built for another base path works there: a page of each kind loads, none asks outside of it', async () => {
  const visit = await site.visit({ javaScriptEnabled: false });
  const outside: string[] = [];
  for (const page of kinds()) {
    await visit.page.goto(page);
    const { links } = await readFacts(visit.page);
    const { origin } = new URL(site.url);
    outside.push(...links.filter((link) => link.startsWith(origin) && !link.startsWith(site.url)));
  }
  expect({ outside, console: visit.console, foreign: visit.foreign, failed: visit.failed }).toEqual({
    outside: [],
    console: [],
    foreign: [],
    failed: [],
  });
});

test('figures run there: their scripts, workers and weights are found', async () => {
  const [figure = ''] = listPages(folder).filter((page) => /^f\/[^/]+\/$/.test(page));
  expect(figure, 'the site has a figure page').not.toBe('');
  const visit = await site.open(figure);
  await readThrough(visit.page);
  expect({ console: visit.console, foreign: visit.foreign, failed: visit.failed }).toEqual({
    console: [],
    foreign: [],
    failed: [],
  });
});
