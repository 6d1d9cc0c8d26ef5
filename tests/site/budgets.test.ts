import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { root } from '../build.ts';

const dist = path.join(root, 'dist');
const read = (file: string): Buffer => readFileSync(path.join(dist, file));
const packed = (bytes: Buffer | string): number => gzipSync(bytes, { level: 9 }).byteLength;
const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);
const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];
const named = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, name = '']) => name);

const chunk = (name: string): string => read(`_astro/${name}`).toString();
const atOnce = (name: string): readonly string[] =>
  named(chunk(name), /(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g);
const onDemand = (name: string): readonly string[] =>
  named(chunk(name), /import\(\s*["'`]\.\/([\w.-]+\.js)["'`]\s*\)/g);

/** The chunks and all that they import at once. */
const closure = (names: readonly string[], seen: readonly string[] = []): readonly string[] => {
  const fresh = unique(names).filter((name) => !seen.includes(name));
  return fresh.length === 0 ? seen : closure(fresh.flatMap(atOnce), [...seen, ...fresh]);
};

/** The one chunk of that name among some. */
const one = (names: readonly string[], start: string): string => {
  const [found, ...more] = unique(names.filter((name) => name.startsWith(`${start}.`)));
  if (found === undefined || more.length > 0)
    throw new Error(`One chunk ${start} was expected among ${names.join(', ')}.`);
  return found;
};

const articles = globSync('content/articles/*.mdx', { cwd: root })
  .map((file) => `${path.basename(file, '.mdx').replace(/^\d+-/, '')}/index.html`)
  .filter((page) => read(page).includes('data-figure='));
const pages = globSync('**/*.html', { cwd: dist });

/**
 * What an article loads of JavaScript before any run, with the figure whose code is the largest: names of
 * chunks.
 */
const scripts = (article: string): readonly string[] => {
  const entries = named(read(article).toString(), /<script type="module" src="[^"]*\/([\w.-]+\.js)"/g);
  const wake = one(entries.flatMap(onDemand), 'wake');
  const hydrate = one(onDemand(wake), 'hydrate');
  const registry = one(onDemand(wake), 'registry');
  const shell = closure([...entries, wake, hydrate, registry]);
  // The registry names the facts and the drawing of each figure one after the other.
  const halves = onDemand(registry);
  const figures = halves
    .filter((name) => name.startsWith('figure.'))
    .map((facts) => closure([facts, halves[halves.indexOf(facts) + 1] ?? ''], shell));
  expect(halves).toHaveLength(2 * figures.length);
  return figures.reduce((largest, each) => (weight(each) > weight(largest) ? each : largest));
};
const weight = (names: readonly string[]): number => sum(names.map((name) => packed(read(`_astro/${name}`))));

const styles = (page: string): number => {
  const html = read(page).toString();
  const sheets = unique(named(html, /<link rel="stylesheet" href="[^"]*\/_astro\/([^"]+)"/g)).map((name) =>
    packed(read(`_astro/${name}`)),
  );
  return sum([...sheets, ...named(html, /<style[^>]*>(.*?)<\/style>/gs).map(packed)]);
};

const preloaded = (page: string): number =>
  sum(
    unique(named(read(page).toString(), /<link rel="preload" href="[^"]*\/_astro\/([^"]+\.woff2)"/g)).map(
      (name) => read(`_astro/${name}`).byteLength,
    ),
  );

/**
 * Bytes that a reader may be made to load: what was measured on 30 November 2026, and a tenth more. Gzipped,
 * but for fonts.
 */
const budgets: readonly (readonly [what: string, budget: number, measure: () => number])[] = [
  [
    'JavaScript of an article before any run, with its largest figure',
    // The figure attack takes its controls from the attacks, and so their code: 24 kB that the page itself
    // does not run.
    107_900,
    () => Math.max(...articles.map((article) => weight(scripts(article)))),
  ],
  ['CSS of a page', 16_800, () => Math.max(...pages.map(styles))],
  ['HTML of an article', 452_000, () => Math.max(...articles.map((article) => packed(read(article))))],
  ['fonts that every page loads at once', 187_700, () => Math.max(...pages.map(preloaded))],
  [
    'all fonts',
    569_300,
    () => sum(globSync('_astro/*.woff2', { cwd: dist }).map((file) => read(file).byteLength)),
  ],
];

test('articles have figures, and pages have styles and fonts', () => {
  expect(articles.length).toBeGreaterThan(0);
  expect(Math.min(...articles.map(styles), ...articles.map(preloaded))).toBeGreaterThan(0);
});

test.each(budgets)('%s: within %i bytes', (_what, budget, measure) => {
  const bytes = measure();
  expect(bytes).toBeLessThanOrEqual(budget);
  // What has become much lighter gets a smaller budget, or it could grow again unseen.
  expect(bytes).toBeGreaterThan(0.7 * budget);
});
