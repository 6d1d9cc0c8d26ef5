import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../build.ts';
import { serve, toBase, type Server } from '../../src/training/browsers/server.ts';
import { storedOf } from '../site/figures.ts';
import { missing } from '../../src/training/browsers/engines.ts';
import {
  click,
  until,
  type Engine,
  type Point,
  type RunningEngine,
  type Tab,
} from '../../src/training/browsers/tab.ts';

/** What a page shows of the figure with that slug, or of its only one. */
const figure = (slug = ''): string => (slug === '' ? '.live' : `[data-figure="${slug}"] .live`);

const phaseIs = (tab: Tab, phases: readonly string[], slug?: string): Promise<string> =>
  until(
    tab,
    (selector, phases) => {
      const phase = document.querySelector<HTMLElement>(selector)?.dataset['phase'] ?? '';
      return phases.includes(phase) ? phase : undefined;
    },
    figure(slug),
    phases,
  );

const alive = (tab: Tab, slug?: string): Promise<unknown> =>
  until(
    tab,
    (selector) => document.querySelector(selector) !== null,
    `${figure(slug)} fieldset.machine:enabled`,
  );

const textOf = (tab: Tab, selector: string): Promise<string> =>
  tab.run((selector) => document.querySelector<HTMLElement>(selector)?.innerText ?? '', selector);

const finding = (tab: Tab, slug?: string): Promise<string> => textOf(tab, `${figure(slug)} .finding`);

/** 'step 12 of 40' as [12, 40]. */
const step = async (tab: Tab): Promise<readonly number[]> =>
  /(\d+) of (\d+)/
    .exec(await textOf(tab, '.transport .status'))
    ?.slice(1)
    .map(Number) ?? [];

const pathname = (tab: Tab): Promise<string> => tab.run(() => location.pathname + location.search);

/** What a reader does on a visit, in one engine: reading, running, cancelling, sharing, drawing. */
export const testSmoke = (engine: Engine): void => {
  const lacks = missing(engine);
  if (lacks.length > 0)
    console.error(`SKIPPED: everything in ${engine.id}, because there is no ${lacks.join(', ')}.`);

  describe.skipIf(lacks.length > 0)(`in ${engine.id}`, () => {
    let server: Server;
    let running: RunningEngine;
    const open = async (page: string): Promise<Tab> => {
      await running.tab.goto(server.url + page);
      return running.tab;
    };
    beforeAll(async () => {
      [server, running] = await Promise.all([
        serve(path.join(root, 'dist'), { base: toBase(process.env['BASE']) }),
        engine.start(),
      ]);
      console.log(`${engine.id} is ${running.version}`);
    });
    afterAll(async () => {
      await running.close();
      await server.close();
    });

    test('an article is read to its end, and each of its figures wakes', async () => {
      const tab = await open('ten-numbers/');
      expect(await tab.run(() => document.querySelectorAll('h1').length)).toBe(1);
      const slugs = await tab.run(() =>
        [...document.querySelectorAll<HTMLElement>('[data-figure]')].map(
          (root) => root.dataset['figure'] ?? '',
        ),
      );
      expect(slugs.length).toBeGreaterThan(1);
      for (const slug of slugs) {
        await tab.run((slug) => document.querySelector(`[data-figure="${slug}"]`)?.scrollIntoView(), slug);
        await alive(tab, slug);
        expect(await finding(tab, slug), slug).not.toBe('');
      }
      expect(
        await tab.run(() => [...document.querySelectorAll('.notice')].map((notice) => notice.textContent)),
      ).toEqual([]);
      expect(await tab.run(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    });

    test.each(['toy-logistic', 'attack', 'evolve', 'noise'])(
      '%s runs to its end and finds what is published',
      async (slug) => {
        const tab = await open(`f/${slug}/`);
        await alive(tab);
        await click(tab, 'button.primary');
        await phaseIs(tab, ['waiting', 'running']);
        expect(await phaseIs(tab, ['done', 'failed'])).toBe('done');
        expect(await finding(tab)).toBe(storedOf(slug).states['']?.sentence);
      },
    );

    test('a run is cancelled at once, keeps what it has, and can be run again', async () => {
      const tab = await open('f/attack/');
      await alive(tab);
      await click(tab, 'button.primary');
      await until(tab, () =>
        /[1-9]\d* of/.test(document.querySelector('.transport .status')?.textContent ?? ''),
      );
      await click(tab, '.transport button', 'Cancel');
      await phaseIs(tab, ['stopped']);
      const [at = NaN, of = NaN] = await step(tab);
      expect(at).toBeLessThan(of);
      expect(await finding(tab)).toContain(`fter ${at} of ${of} steps`);
      await click(tab, 'button.primary');
      expect(await phaseIs(tab, ['done', 'failed'])).toBe('done');
    });

    test('a preset chosen in the midst of a run takes its place', async () => {
      const [, [name, preset] = ['', undefined]] = Object.entries(storedOf('attack').states);
      const tab = await open('f/attack/');
      await alive(tab);
      await click(tab, 'button.primary');
      await phaseIs(tab, ['running']);
      await click(tab, `.presets a[href$="/attack/${name}/"]`);
      await until(
        tab,
        (sentence) => document.querySelector('.finding')?.textContent === sentence,
        preset?.sentence ?? '',
      );
      expect(await phaseIs(tab, ['done', 'failed'])).toBe('done');
    });

    test('a link that was copied shows whoever opens it the same', async () => {
      const tab = await open('f/attack/');
      await alive(tab);
      const before = await pathname(tab);
      const slider = '.controls input[type=range]';
      await tab.run((selector) => {
        const slider = [...document.querySelectorAll<HTMLInputElement>(selector)].find((one) =>
          one.checkVisibility(),
        );
        slider?.focus();
        slider?.stepDown(2);
        slider?.dispatchEvent(new Event('input', { bubbles: true }));
      }, slider);
      await until(tab, (before) => location.pathname + location.search !== before, before);
      expect(await phaseIs(tab, ['done', 'failed'])).toBe('done');
      const found = await finding(tab);
      await click(tab, '.actions button', 'Copy link');
      await until(tab, () => document.body.innerText.includes('Link copied.'));
      // What is on the clipboard, as a reader would see it: by pasting.
      await tab.run(() => {
        const field = document.createElement('textarea');
        field.id = 'pasted';
        document.querySelector('main')?.prepend(field);
        field.focus();
      });
      await tab.pressWithControl('v');
      const link = await until(tab, () => document.querySelector<HTMLTextAreaElement>('#pasted')?.value);
      expect(link).toContain('/f/attack/?');
      await tab.goto('about:blank');
      await tab.goto(link);
      await alive(tab);
      await until(tab, (found) => document.querySelector('.finding')?.textContent === found, found);
    });

    test('a digit is drawn with the pointer and attacked', async () => {
      const tab = await open('f/attack/?input=drawn&v=1');
      await phaseIs(tab, ['done']);
      const box = await tab.run(() => {
        const pad = document.querySelector('.ink-pad');
        pad?.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { x = 0, y = 0, width = 0, height = 0 } = pad?.getBoundingClientRect() ?? {};
        return { x, y, width, height };
      });
      const at = (t: number): Point => [
        box.x + (0.5 - 0.04 * t) * box.width,
        box.y + (0.15 + 0.7 * t) * box.height,
      ];
      await tab.draw(Array.from({ length: 25 }, (_, i) => at(i / 24)));
      await until(tab, () => document.querySelector('.finding')?.textContent.includes('drawing'));
      expect(await phaseIs(tab, ['done', 'failed'])).toBe('done');
      expect(await finding(tab)).toMatch(/LeNet (wrongly )?reads (it )?as a 1 /);
      // The address follows a moment later: browsers allow only so many changes of it.
      await until(tab, () => location.search.includes('drawing='));
    });
  });
};
