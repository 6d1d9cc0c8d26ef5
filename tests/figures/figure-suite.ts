import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defaultState,
  fieldsOf,
  publishedStates,
  type AnyState,
} from '../../src/figures/kit/contract/figure.ts';
import { drawing } from '../../src/figures/kit/drawing/drawing.ts';
import { complaints, fitted, outline } from '../../src/figures/kit/drawing/layout/piece.tsx';
import { stillWidths } from '../../src/figures/kit/drawing/layout/view.tsx';
import { decodeFrame, encodeFrame } from '../../src/figures/kit/contract/frames.ts';
import { readLink, writeLink } from '../../src/figures/kit/contract/link.ts';
import { difference } from '../../src/figures/kit/contract/published.ts';
import { loadFigure } from '../../src/figures/registry.ts';
import { loadRun } from '../../src/figures/registry-runs.ts';
import { netIsHere, nodeBench } from '../../src/training/node-bench.ts';
import { readStored } from '../../src/training/stored.ts';
import { states } from './arbitrary.ts';

const root = new URL('../../', import.meta.url);
const bench = nodeBench();

const frames = async (slug: string, state: AnyState): Promise<readonly unknown[]> => {
  const all: unknown[] = [];
  for await (const frame of (await loadRun(slug))(state, bench, new AbortController().signal))
    all.push(frame);
  return all;
};

/** Tensors that exist; none before any figure has asked for a backend. */
const tensors = (): number => (tf.engine().backendNames().length === 0 ? 0 : tf.memory().numTensors);

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/**
 * Coordinates cut to three decimals, so that the last bit of a sine is no difference; of a picture, what its
 * pixels hash to.
 */
const rounded = (svg: string): string =>
  svg
    .replace(/data:image\/png;base64,[\w+/=]+/g, (png) => `png-${hashOf(png)}`)
    .replace(/(?<![\w#;/+])-?\d+\.\d{4,}(?![\w/+])/g, (text) => String(Number(Number(text).toFixed(3))))
    .replaceAll('><', '>\n<');

const nonsense = ['', 'NaN', '1e9', 'Infinity', '-7777777', '<b>', '0x10', '½'];

/** Everything that is demanded of any figure, tested on the figure of that slug. */
export const testFigure = async (slug: string): Promise<void> => {
  const { figure, view } = await loadFigure(slug);
  const stored = await readStored(slug);
  const published = publishedStates(figure);

  describe(`figure ${slug}`, () => {
    it('has its words, at least two presets, and every field in one group', () => {
      expect(existsSync(new URL(`content/figures/${slug}.mdx`, root))).toBe(true);
      expect(Object.keys(figure.presets).length).toBeGreaterThanOrEqual(2);
      const grouped = figure.groups.flatMap((group) => fieldsOf(group));
      expect(grouped.toSorted()).toEqual(Object.keys(figure.params).toSorted());
    });

    it('survives a link in every state its controls can make', () => {
      expect(writeLink(figure, defaultState(figure))).toBe('');
      fc.assert(
        fc.property(states(figure), (state) => {
          expect(readLink(figure, writeLink(figure, state))).toEqual({ state, at: undefined, refused: [] });
        }),
      );
    });

    it('refuses nonsense in every field, says so, and shows the published state', () => {
      for (const name of Object.keys(figure.params))
        for (const text of nonsense) {
          const { state, refused } = readLink(figure, new URLSearchParams([[name, text]]).toString());
          expect(state, `${name}=${text}`).toEqual(defaultState(figure));
          expect(refused, `${name}=${text}`).toHaveLength(1);
        }
    });

    it('has a stored outcome for each published state, of this version', () => {
      expect(stored.version).toBe(figure.version);
      const links = [...published].map(([name, { state }]) => [name, writeLink(figure, state)]);
      expect(Object.entries(stored.states).map(([name, { link }]) => [name, link])).toEqual(links);
    });

    for (const [name, { state, needs }] of published) {
      const label = name === '' ? 'published' : name;
      const reference = stored.states[name];

      const here = needs === undefined || netIsHere(needs);
      if (!here)
        console.error(`SKIPPED: the figure ${slug} computing ${label}, because ${needs} is not here.`);
      it.skipIf(!here)(`${label}: computes what is stored`, { timeout: 120_000 }, async () => {
        const once = await frames(slug, state);
        const most = figure.steps.count(state) + 1;
        if (figure.steps.early === true) expect(once.length).toBeLessThanOrEqual(most);
        else expect(once.length).toBe(most);
        if (name === '') {
          const before = tensors();
          expect((await frames(slug, state)).map(encodeFrame)).toEqual(once.map(encodeFrame));
          expect(tensors(), 'tensors left by a second run').toBe(before);
        }
        expect(structuredClone(once.at(-1))).toEqual(once.at(-1));
        expect(
          difference(figure, reference?.outcome ?? {}, figure.outcome(state, once.at(-1))),
        ).toBeUndefined();
        expect(Object.keys(reference?.outcome ?? {}).length).toBeGreaterThan(0);
        for (const frame of once) {
          const words = figure.describe(state, frame);
          expect(words).toMatch(/\.$/);
          const { head, rows: cells } = figure.table(state, frame);
          for (const row of cells) expect(row).toHaveLength(head.length);
          const said = `${words} ${JSON.stringify(cells)} ${JSON.stringify(figure.outcome(state, frame))}`;
          expect(said).not.toMatch(/NaN|undefined|Infinity|\[object/);
        }
      });

      it(`${label}: the stored sentence is the one the stored frame gives`, () => {
        expect(figure.describe(state, decodeFrame(reference?.frame ?? ''))).toBe(reference?.sentence);
      });

      const props = { state, frame: decodeFrame(reference?.frame ?? ''), id: slug };
      it.each([280, 340, 500, 720, 1200])(
        `${label}: nothing is cut or lies over anything else at %i px`,
        (width) => {
          const { content } = view(props);
          const [free, low] = [fitted(content, width), fitted(content, width, 1)];
          expect(complaints(free)).toEqual([]);
          // All that may go has gone.
          expect(complaints(low)).toEqual([]);
          expect(low.height).toBeLessThanOrEqual(free.height);
        },
      );

      it(`${label}: is laid out as its snapshot says, in its colours and with its pictures`, async () => {
        const svg = rounded(drawing(view, { ...props, width: stillWidths.wide }));
        expect(svg).not.toMatch(/NaN|undefined|Infinity|\[object/);
        const { content } = view(props);
        const layouts = [720, 340].map((width) => outline(fitted(content, width)).join('\n'));
        const kept = [...layouts, `drawn ${hashOf(svg)}`].join('\n\n');
        const file = new URL(`tests/figures/snapshots/${slug}.${label}.txt`, root).pathname;
        await expect(`${kept}\n`).toMatchFileSnapshot(file);
      });
    }
  });
};
