import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawExercise } from '../../src/data/passages/exercise.ts';
import type { Vec } from '../../src/lab/oracle.ts';
import { random } from '../../src/lab/random.ts';
import type { Reading } from '../../src/lab/reading/reader.ts';
import { wordsOf } from '../../src/lab/reading/words.ts';
import { chooseBackend } from '../../src/nets/backends.ts';
import { batchOf } from '../../src/nets/reader/batch.ts';
import { matchesOf, rowsOf } from '../../src/nets/reader/features.ts';
import { decodeReader, encodeReader, readerFile } from '../../src/nets/reader/model-file.ts';
import { readerOracle } from '../../src/nets/reader/oracle.ts';
import { readerShapes, type ReaderTopology } from '../../src/nets/reader/topology.ts';
import { readerGradients } from '../../src/nets/reader/training.ts';
import { initialWeights } from '../../src/nets/training.ts';
import { plainPointers } from './plain-reader.ts';

const topology: ReaderTopology = {
  class_name: 'Reader',
  config: { rows: 64, embedding: 6, hidden: 8, dilations: [1, 2] },
};
const weights: readonly Vec[] = initialWeights(readerShapes(topology), random('reader')).map((w) =>
  w.map((value) => value + 0.01),
);
const exercises = Array.from({ length: 5 }, (_, i) =>
  drawExercise({ fillings: 'seen', wordings: 'seen' }, random('reader').fork(i)),
);
const readings: readonly Reading[] = exercises.map(({ sentences, question }) => ({
  passage: sentences.flat(),
  question,
}));

beforeAll(async () => {
  await chooseBackend('wasm');
});

describe('The words of a reader', () => {
  it('share rows where they share letters and looks, and never depend on capitals alone', () => {
    const common = (a: string, b: string): number => {
      const other = new Set(rowsOf(b, 2 ** 30));
      return rowsOf(a, 2 ** 30).filter((r) => other.has(r)).length;
    };
    expect(common('worked', 'works')).toBe(4);
    expect(rowsOf('Born', 4096).slice(1)).toEqual(rowsOf('born', 4096).slice(1));
    expect(common('Ravi', 'Yara')).toBe(1);
    expect(rowsOf('Ravi', 4096, true)).toEqual(rowsOf('Oslo', 4096, true));
    expect(rowsOf('1962', 4096, true)).toEqual(rowsOf('1850', 4096, true));
  });

  it('are met by those of the question: the same, or with the same beginning', () => {
    expect(matchesOf(wordsOf('Ada works'), wordsOf('Who is working with ada?'))).toEqual([1, 0, 0, 1]);
  });
});

describe('A reader', () => {
  it('points where its formulas do when they are written out in plain loops', async () => {
    const reader = readerOracle(topology, weights);
    const answers = await reader.read(readings);
    reader.dispose();
    readings.forEach((reading, i) => {
      const plain = plainPointers(topology, weights, reading);
      for (const end of ['start', 'end'] as const) {
        answers[i]?.[end].forEach((value, j) => expect(value).toBeCloseTo(plain[end][j] ?? NaN, 3));
      }
    });
  });

  it('reads a passage alone as it reads it among longer ones', async () => {
    const reader = readerOracle(topology, weights);
    const together = await reader.read(readings);
    for (const [i, reading] of readings.entries()) {
      const [alone] = await reader.read([reading]);
      alone?.start.forEach((value, j) => expect(value).toBeCloseTo(together[i]?.start[j] ?? NaN, 4));
    }
    reader.dispose();
  });

  it('reads whatever people write, also nothing', async () => {
    const reader = readerOracle(topology, weights);
    const texts: readonly (readonly [string, string])[] = [
      ['Ça va?', '???'],
      ['word', ''],
      ['', 'Who?'],
    ];
    const answers = await reader.read(texts.map(([p, q]) => ({ passage: wordsOf(p), question: wordsOf(q) })));
    reader.dispose();
    expect(answers.map(({ start }) => start.length)).toEqual([3, 1, 0]);
    for (const { start, end } of answers) expect([...start, ...end].every(Number.isFinite)).toBe(true);
  });

  it('has the gradient that small changes of its weights show', async () => {
    const batch = batchOf(readings, topology.config.rows);
    const answers = exercises.map(({ answer }) => answer);
    const lossAt = async (at: readonly Vec[]): Promise<number> =>
      (await readerGradients(topology, at, batch, answers)).loss;
    const { gradients } = await readerGradients(topology, weights, batch, answers);
    const stream = random('directions');
    for (const [k, { name }] of readerShapes(topology).entries()) {
      const gradient = gradients[k] as Vec;
      const direction = gradient.map((value) => value + 0.1 * stream.normal() * Math.abs(value));
      const size = Math.hypot(...direction);
      const step = 2e-3 / size;
      const moved = (sign: number) =>
        weights.map((w, j) =>
          j === k ? w.map((value, i) => value + sign * step * (direction[i] as number)) : w,
        );
      const slope = ((await lossAt(moved(1))) - (await lossAt(moved(-1)))) / (2 * step);
      const expected = gradient.reduce((sum, value, i) => sum + value * (direction[i] as number), 0);
      expect(Math.abs(slope / expected - 1), name).toBeLessThan(0.05);
    }
  });

  it('keeps no tensor behind, neither after reading nor after learning', async () => {
    const before = tf.memory().numTensors;
    const reader = readerOracle(topology, weights);
    await reader.read(readings);
    reader.dispose();
    await readerGradients(
      topology,
      weights,
      batchOf(readings, topology.config.rows),
      exercises.map(({ answer }) => answer),
    );
    expect(tf.memory().numTensors).toBe(before);
  });

  it('is read from the files that it was written to, in half precision', () => {
    const files = encodeReader(topology, weights);
    const file = readerFile.parse(JSON.parse(new TextDecoder().decode(files['model.json'])));
    expect(file.modelTopology).toEqual(topology);
    const back = decodeReader(file, () => files['weights.bin']);
    back.forEach((w, k) => w.forEach((value, i) => expect(value).toBeCloseTo(weights[k]?.[i] ?? NaN, 2)));
    expect(() => decodeReader(file, () => files['weights.bin'].slice(2))).toThrow(/weights end within/);
  });
});
