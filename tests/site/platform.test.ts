import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import css from '@eslint/css';
import { ESLint } from 'eslint';
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { needed, targets } from '../../src/components/needed.ts';
import { platform } from '../../src/components/platform.ts';
import { useSite } from '../browser.ts';
import { root } from '../build.ts';
import { alive, finding, quiet, settled, storedOf } from './figures.ts';
import { beforeWorker } from './worker.ts';

const site = useSite();
const dist = path.join(root, 'dist');
const chunks = globSync('_astro/*.js', { cwd: dist });
const read = (file: string): string => readFileSync(path.join(dist, file), 'utf8');

/** Names of the files that a chunk imports, at once or on demand. */
const importsOf = (chunk: string): readonly string[] =>
  [...read(chunk).matchAll(/(?:from|import)\s*\(?\s*["'`]\.\/([\w.-]+\.js)["'`]/g)].map(
    ([, name = '']) => name,
  );

describe('what is built', () => {
  test('no chunk imports from the entry of a page or of a worker', () => {
    const pages = globSync('**/*.html', { cwd: dist }).flatMap((page) =>
      [...read(page).matchAll(/<script type="module" src="[^"]*\/([\w.-]+\.js)"/g)].map(
        ([, name = '']) => name,
      ),
    );
    const workers = chunks.flatMap((chunk) =>
      [...read(chunk).matchAll(/new Worker\(new URL\(["'`][^"'`]*?([\w.-]+\.js)["'`]/g)].map(
        ([, name = '']) => name,
      ),
    );
    expect(new Set(pages).size).toBeGreaterThan(2);
    expect(new Set(workers).size).toBe(1);
    const entries = new Set([...pages, ...workers]);
    const offenders = chunks.flatMap((chunk) =>
      importsOf(chunk)
        .filter((name) => entries.has(name))
        .map((name) => `${chunk} imports from ${name}`),
    );
    expect(chunks.flatMap(importsOf).length).toBeGreaterThan(100);
    expect(offenders).toEqual([]);
  });

  test('all of CSS that is newer than 2022 or not everywhere is on the list of the platform', async () => {
    const eslint = new ESLint({
      overrideConfigFile: true,
      overrideConfig: [
        {
          files: ['**/*.css'],
          language: 'css/css',
          plugins: { css },
          rules: { 'css/use-baseline': ['error', { available: 2022 }] },
        },
      ],
      ignore: false,
      cwd: dist,
    });
    const results = await eslint.lintFiles(['_astro/*.css']);
    const found = new Set(results.flatMap(({ messages }) => messages.map(({ message }) => message)));
    /** What any browser takes or passes over, without a difference that a reader could name. */
    const harmless =
      /'(outline|user-select|text-size-adjust|resize|orphans|widows|hyphens|break-|@page|selection|marker)/;
    const listed = /'(@container|container|scripting|popover-open)/;
    const names = platform.map(({ name }) => name.replace(/^:|\(.*$/g, ''));
    const unlisted = [...found].filter(
      (message) =>
        !harmless.test(message) &&
        !listed.test(message) &&
        !names.some((name) => message.includes(`'${name}'`)),
    );
    expect(found.size).toBeGreaterThan(5);
    expect(unlisted).toEqual([]);
  });
});

describe('the list of the platform', () => {
  type Support = {
    readonly version_added: string | false;
    readonly flags?: unknown;
    readonly prefix?: string;
  };
  interface Compat {
    readonly __compat?: { readonly support: Readonly<Record<string, Support | readonly Support[]>> };
  }
  const data = createRequire(import.meta.url)('@mdn/browser-compat-data') as Compat;
  const newer = (a: string | false, b: string): boolean =>
    a === false || Number.parseFloat(a) > Number.parseFloat(b);

  test.each(platform)('$name has the versions that MDN knows', ({ key, since }) => {
    const entry = key
      .split('.')
      .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], data) as Compat;
    const found = (browser: string): string | false => {
      const given = entry.__compat?.support[browser];
      const plain = [given ?? []].flat().find((one) => one.flags === undefined && one.prefix === undefined);
      return plain?.version_added ?? false;
    };
    expect({ chrome: found('chrome'), firefox: found('firefox'), safari: found('safari') }).toEqual(since);
  });

  test('what figures cannot do without is in every browser that the site is built for', () => {
    const must = platform.filter(({ without }) => without === 'static');
    expect(must.flatMap((feature) => feature.path ?? [])).toEqual(needed);
    for (const { name, since } of must)
      for (const engine of ['chrome', 'firefox', 'safari'] as const)
        expect(newer(since[engine], targets[engine]), `${name} in ${engine}`).toBe(false);
  });
});

/** Takes things away from the page and from its worker before any of their own code runs. */
const without = async (page: Page, paths: readonly string[]): Promise<void> => {
  const remove = (paths: readonly string[]): void => {
    for (const path of paths) {
      const names = path.split('.');
      const last = names.pop() ?? '';
      let owner = names.reduce<unknown>(
        (at, name) => (at as Record<string, unknown> | undefined)?.[name],
        globalThis,
      );
      while (owner !== null && owner !== undefined && !Object.prototype.hasOwnProperty.call(owner, last))
        owner = Object.getPrototypeOf(owner);
      if (owner !== null && owner !== undefined) Reflect.deleteProperty(owner, last);
    }
  };
  await page.addInitScript(remove, paths);
  await beforeWorker(page, remove, paths);
};

describe('a browser that lacks something', () => {
  test.each(needed)('%s shows the published result, and says why nothing moves', async (path) => {
    const visit = await site.visit();
    const { page } = visit;
    await without(page, [path]);
    await page.goto('f/attack/');
    await page.locator('.notice').waitFor();
    expect(await page.locator('.notice').allInnerTexts()).toEqual([
      expect.stringMatching(
        /^This browser is older than a live figure needs \(Chrome 111, Firefox 115, Safari 16\.4\)/,
      ),
    ]);
    expect(await finding(page)).toBe(storedOf('attack').states['']?.sentence);
    expect(await page.locator('button.primary').isVisible()).toBe(false);
    expect(await page.locator('.presets a').first().isVisible()).toBe(true);
    quiet(visit);
  });

  test('workers that are modules is told the same', async () => {
    const { page } = await site.visit();
    await page.addInitScript(() => {
      // As Firefox 113 and Safari 14: the option is never read.
      const Classic = globalThis.Worker;
      globalThis.Worker = new Proxy(Classic, {
        construct: (_, [address]: [string]) => new Classic(address),
      });
    });
    await page.goto('f/toy-logistic/');
    await page.locator('.notice').waitFor();
    expect(await page.locator('.notice').innerText()).toContain('older than a live figure needs');
  });

  const optional = platform.flatMap(({ without, path }) =>
    without !== 'static' && path !== undefined ? [path] : [],
  );
  const neverUsed = [
    'Promise.withResolvers',
    'Promise.try',
    'Map.groupBy',
    'Object.groupBy',
    'Array.fromAsync',
    'Iterator',
    'Set.prototype.union',
    'AbortSignal.any',
    'URL.parse',
    'URL.canParse',
    'Uint8Array.fromBase64',
    'requestIdleCallback',
    'document.startViewTransition',
  ];

  test.each([
    ['attack', 'what the book can do without', optional],
    ['attack', 'what is newer than its oldest browsers', neverUsed],
    ['evolve', 'what is newer than its oldest browsers', neverUsed],
    ['distractor', 'what is newer than its oldest browsers', neverUsed],
  ])('runs %s to its end without %s', async (slug, _, paths) => {
    const visit = await site.visit({ reducedMotion: 'reduce' });
    const { page } = visit;
    await without(page, paths);
    await page.goto(`f/${slug}/`);
    await alive(page);
    await page.click('button.primary');
    await settled(page);
    expect(await page.locator('.live').getAttribute('data-phase')).toBe('done');
    expect(await finding(page)).toBe(storedOf(slug).states['']?.sentence);
    // TensorFlow.js tells developers of each backend that it passes over.
    expect(visit.console.filter((line) => /^(error|uncaught)/.test(line))).toEqual([]);
  });

  test('reads an article without popovers: citations are links', async () => {
    const visit = await site.visit({ hasTouch: true });
    const { page } = visit;
    await without(page, ['HTMLElement.prototype.showPopover', 'HTMLElement.prototype.hidePopover']);
    await page.goto('ten-numbers/');
    await page.locator('a.cite').first().tap();
    await expect.poll(() => new URL(page.url()).hash).not.toBe('');
    quiet(visit);
  });
});
