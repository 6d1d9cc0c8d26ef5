import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Encoding } from '../../../src/lab/evolution/encoding.ts';
import { cppn } from '../../../src/lab/evolution/encodings/cppn.ts';
import { direct } from '../../../src/lab/evolution/encodings/direct.ts';
import {
  mapElites,
  mnistEvolution,
  type Archive,
  type EvolutionSettings,
} from '../../../src/lab/evolution/map-elites.ts';
import type { Answers, Vec } from '../../../src/lab/oracle.ts';
import { blackBox } from '../../../src/lab/oracles/black-box.ts';
import { linear } from '../../../src/lab/oracles/linear.ts';
import { random } from '../../../src/lab/random.ts';
import { softmax } from '../../../src/lab/softmax.ts';
import { chooseBackend } from '../../../src/nets/backends.ts';
import { decodeModel, modelFile } from '../../../src/nets/format/model-file.ts';
import { modelOracle } from '../../../src/nets/oracle.ts';
import { dataSet } from '../../../src/training/data-folder.ts';
import { normals, twoLayers } from '../helpers.ts';

const size = 6;
const classes = 4;
const answersOf = (channels: number): Answers =>
  blackBox(twoLayers(size * size * channels, 8, classes, random('net')));
const brief: Omit<EvolutionSettings, 'seed'> = { initial: 7, offspring: 9, batch: 4, box: [-0.5, 2] };

const encodings: readonly Encoding<unknown>[] = [
  direct({ size, colour: 'grey' }),
  direct({ size, colour: 'hsv' }),
  cppn({ colour: 'grey' }),
  cppn({ colour: 'hsv' }),
];

const run = async <Genome>(
  answers: Answers,
  encoding: Encoding<Genome>,
  settings: EvolutionSettings,
  generations: number,
  from?: Archive<Genome>,
): Promise<Archive<Genome>[]> => {
  const archives: Archive<Genome>[] = [];
  for await (const archive of mapElites(answers, encoding, settings, from)) {
    archives.push(archive);
    if (archive.generation >= generations) break;
  }
  return archives;
};
/** The picture as the network reads it. */
const seen = (picture: Uint8Array, [low, high]: readonly [number, number]): Vec =>
  Float32Array.from(picture, (level) => low + ((high - low) * level) / 255);

describe.each(encodings)('Evolution with the encoding “$title” and $channels channels', (encoding) => {
  const answers = answersOf(encoding.channels);
  const anySeed = (law: (settings: EvolutionSettings) => Promise<void>): Promise<void> =>
    fc.assert(
      fc.asyncProperty(fc.integer(), fc.subarray([0, 1, 2, 3], { minLength: 1 }), (seed, chosen) =>
        law({ ...brief, seed, classes: chosen }),
      ),
      { seed: 20, numRuns: 15 },
    );

  test('gives the same archives for the same seed, bit by bit, and others for another', () =>
    anySeed(async (settings) => {
      const first = await run(answers, encoding, settings, 5);
      expect(await run(answers, encoding, settings, 5)).toEqual(first);
      const other = await run(answers, encoding, { ...settings, seed: `not ${settings.seed}` }, 0);
      expect(other[0]?.cells).not.toEqual(first[0]?.cells);
    }));

  test('goes on from a copy of any archive as if it had never stopped', () =>
    anySeed(async (settings) => {
      const through = await run(answers, encoding, settings, 5);
      for (const stop of [0, 2]) {
        const resumed = await run(answers, encoding, settings, 5, structuredClone(through[stop]));
        expect(resumed).toEqual(through.slice(stop + 1));
      }
    }));

  test('has one cell for each class asked for, whose confidence never falls', () =>
    anySeed(async (settings) => {
      const archives = await run(answers, encoding, settings, 6);
      archives.forEach((archive, i) => {
        expect(archive.generation).toBe(i);
        expect(archive.evaluations).toBe(7 + 9 * i);
        expect(archive.cells.map((cell) => cell.label)).toEqual(settings.classes);
        archive.cells.forEach((cell, k) => {
          const before = archives[i - 1]?.cells[k];
          expect(cell.generation).toBeLessThanOrEqual(i);
          if (before && cell.generation < i) expect(cell).toBe(before);
          else expect(cell.confidence).toBeGreaterThan(before?.confidence ?? -1);
        });
      });
    }));

  test('claims of a cell what the network says of its 8-bit picture, and that picture is its genome’s', () =>
    anySeed(async (settings) => {
      const last = (await run(answers, encoding, settings, 4)).at(-1);
      for (const { picture, genome, label, confidence } of last?.cells ?? []) {
        expect(encoding.render(genome, size)).toEqual(picture);
        const said = softmax(await answers.logits(seen(picture, settings.box)), classes);
        expect(said[label]).toBeCloseTo(confidence, 6);
      }
    }));
});

describe('Evolution', () => {
  const encoding = direct({ size, colour: 'grey' });
  const answers = answersOf(1);

  test('asks about every child once, no more of them at a time than allowed, and stops when nobody asks', async () => {
    const asked: number[] = [];
    const watched: Answers = {
      ...answers,
      logits: (x) => {
        asked.push(x.length / answers.dimension);
        return answers.logits(x);
      },
    };
    await run(watched, encoding, { ...brief, seed: 1 }, 2);
    expect(asked).toEqual([4, 3, 4, 4, 1, 4, 4, 1]);
  });

  test('gives a cell to the best child of all for its class, also where another class is likelier', async () => {
    const settings = { ...brief, seed: 5, initial: 40, batch: 40 };
    const shown: Vec[] = [];
    const watched: Answers = { ...answers, logits: (x) => (shown.push(x), answers.logits(x)) };
    const [start] = await run(watched, encoding, settings, 0);
    const said = softmax(await answers.logits(shown[0] as Vec), classes);
    for (const { label, confidence } of start?.cells ?? []) {
      const all = said.filter((_, i) => i % classes === label);
      expect(confidence).toBe(Math.max(...all));
    }
  });

  test('refuses what makes no sense with a sentence', async () => {
    const strange: readonly Partial<EvolutionSettings>[] = [
      { classes: [] },
      { classes: [4] },
      { classes: [1, 1] },
      { initial: 0 },
      { offspring: 1.5 },
      { batch: 0 },
      { box: [1, 0] },
    ];
    for (const settings of strange) {
      await expect(run(answers, encoding, { ...brief, seed: 1, ...settings }, 0)).rejects.toThrow(/\.$/);
    }
    const odd = blackBox(twoLayers(7, 2, classes, random(1)));
    await expect(run(odd, encoding, { ...brief, seed: 1 }, 0)).rejects.toThrow('square picture');
    const archives = await run(answers, encoding, { ...brief, seed: 1, classes: [0, 1] }, 0);
    await expect(run(answers, encoding, { ...brief, seed: 1 }, 1, archives[0])).rejects.toThrow(
      'other classes',
    );
    const broken: Answers = {
      ...answers,
      logits: (x) => Promise.resolve(new Float32Array((x.length / 36) * 4).fill(NaN)),
    };
    await expect(run(broken, encoding, { ...brief, seed: 1 }, 0)).rejects.toThrow('not a number');
  });

  test('approaches, on a linear network of two classes, the most certain picture there is: black and white by the signs', async () => {
    const r = random('linear');
    const weights = normals(size * size * 2, r, 0.3);
    const oracle = linear({ weights, bias: Float32Array.of(0, 0) });
    // The log-odds are Σ (wᵢ₁ − wᵢ₀)·xᵢ: each pixel is best at the end that its sign says.
    const slopes = Float64Array.from(
      { length: size * size },
      (_, i) => (weights[2 * i + 1] ?? NaN) - (weights[2 * i] ?? NaN),
    );
    const best = slopes.reduce((sum, slope) => sum + Math.max(0, slope), 0);
    const least = slopes.reduce((sum, slope) => sum + Math.min(0, slope), 0);
    const last = (await run(blackBox(oracle), encoding, { ...mnistEvolution, seed: 1 }, 40)).at(-1);
    const oddsOf = (picture: Uint8Array): number =>
      slopes.reduce((sum, slope, i) => sum + (slope * (picture[i] ?? NaN)) / 255, 0);
    const [zero, one] = (last?.cells ?? []).map((cell) => oddsOf(cell.picture));
    expect(one).toBeLessThanOrEqual(best);
    expect(one).toBeGreaterThan(best - 0.02 * (best - least));
    expect(zero).toBeGreaterThanOrEqual(least);
    expect(zero).toBeLessThan(least + 0.02 * (best - least));
  });
});

const published = dataSet('lenet-f');
const here = existsSync(published);
if (!here) console.error(`SKIPPED: evolution against a published LeNet, because there is no ${published}`);

describe.skipIf(!here)('On the LeNet of Nguyen and others', () => {
  const median = (archive: Archive<unknown> | undefined): number => {
    const sorted = (archive?.cells ?? []).map((cell) => cell.confidence).toSorted((a, b) => a - b);
    return ((sorted[4] ?? NaN) + (sorted[5] ?? NaN)) / 2;
  };

  test('fifty generations make it certain of noise, to .999 in the median; ten of CPPNs, to .99', async () => {
    await chooseBackend('wasm');
    const weights = await readFile(path.join(published, 'weights.bin'));
    const file = modelFile.parse(JSON.parse(await readFile(path.join(published, 'model.json'), 'utf8')));
    const net = modelOracle(decodeModel(file, () => weights));
    const settings = { ...mnistEvolution, seed: 1 };
    expect(
      median((await run(net, direct({ size: 28, colour: 'grey' }), settings, 50)).at(-1)),
    ).toBeGreaterThan(0.999);
    expect(median((await run(net, cppn({ colour: 'grey' }), settings, 10)).at(-1))).toBeGreaterThan(0.99);
    net.dispose();
  });
});
