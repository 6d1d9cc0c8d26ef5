import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digitRows } from '../../src/data/mnist.ts';
import { linear } from '../../src/lab/oracles/linear.ts';
import { random } from '../../src/lab/random.ts';
import { softmax } from '../../src/lab/softmax.ts';
import { chooseBackend } from '../../src/nets/backends.ts';
import { loadNet } from '../../src/nets/load-net.ts';
import { fileBytes, shippedModels } from '../../src/nets/sources/file.ts';
import { trainable } from '../../src/nets/training.ts';
import { evolvedPictures, evolve, type EvolutionRun } from '../../src/training/evolved.ts';
import { recipeOf } from '../../src/training/recipes/index.ts';
import { startFrom } from '../../src/training/start.ts';

beforeAll(async () => {
  await chooseBackend('wasm');
});

describe('A net that begins from one with fewer classes', () => {
  it('answers as that one does, and zero for the classes that are new', async () => {
    const recipe = recipeOf('digits-plus-0');
    if (!recipe) throw new Error('There is no recipe.');
    const wide = trainable(recipe.topology);
    const weights = await startFrom('digits-lenet', wide);
    const narrow = await loadNet('digits-lenet', fileBytes(shippedModels));
    const stream = random('start');
    const x = Float32Array.from({ length: 3 * 784 }, () => stream.uniform());
    const [ten, eleven] = [await narrow.logits(x), await wide.logits(weights, x)];
    narrow.dispose();
    for (let i = 0; i < 3; i++) {
      for (let k = 0; k < 10; k++) expect(eleven[11 * i + k]).toBeCloseTo(ten[10 * i + k] ?? NaN, 4);
      expect(eleven[11 * i + 10]).toBe(0);
    }
  });
});

describe('Pictures evolved for a round', () => {
  const stream = random('eleven classes');
  const net = linear({
    weights: Float32Array.from({ length: 784 * 11 }, () => stream.normal() / 20),
    bias: new Float32Array(11),
  });
  const runs: readonly EvolutionRun[] = [
    { encoding: 'direct', seed: 'a', generations: 2 },
    { encoding: 'cppn', seed: 'a', generations: 2 },
  ];
  const weights = 'test-evolved';
  afterAll(() => rm(path.join('.cache', 'evolved', weights), { recursive: true, force: true }));

  it('are the champions of each run for the ten digits alone, and the same from the cache', async () => {
    const first = await evolvedPictures(net, weights, runs);
    expect([first.count, [...first.labels]]).toEqual([20, Array.from({ length: 20 }, (_, i) => i % 10)]);
    expect(await evolvedPictures(net, weights, runs)).toEqual(first);
    const [last] = await evolve(net, runs[0] as EvolutionRun);
    const p = softmax(await net.logits(digitRows(first, 0, 10).x), 11);
    last?.cells.forEach(({ confidence }, digit) => expect(p[11 * digit + digit]).toBeCloseTo(confidence, 5));
  });
});
