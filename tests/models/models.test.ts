import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { digitRows, type Digits } from '../../src/data/mnist.ts';
import type { Answers, Vec } from '../../src/lab/oracle.ts';
import { predictions } from '../../src/lab/vec.ts';
import { chooseBackend } from '../../src/nets/backends.ts';
import { card } from '../../src/nets/card.ts';
import { decodeModel, modelFile } from '../../src/nets/format/model-file.ts';
import { loadNet } from '../../src/nets/load-net.ts';
import { modelOracle } from '../../src/nets/oracle.ts';
import { registry, type NetId } from '../../src/nets/registry.ts';
import { sha256 } from '../../src/nets/sha256.ts';
import { fileBytes, shippedModels } from '../../src/nets/sources/file.ts';
import { dataSet } from '../../src/training/data-folder.ts';
import { readMnist } from '../../src/training/files.ts';
import { recipeOf } from '../../src/training/recipes/index.ts';
import { readerRecipeOf } from '../../src/training/recipes/reader.ts';
import { digitsPgd } from '../../src/training/results.ts';

const all = Object.keys(registry).filter((id) => !registry[id]?.onDemand);
/** Those of layers; the others are readers (tests/models/reader.test.ts). */
const ids = all.filter((id): id is NetId => readerRecipeOf(id) === undefined);
const bytesOf = (id: string, name: string): Promise<Buffer> =>
  readFile(new URL(`${id}/${name}`, shippedModels));

const mnist = dataSet('mnist');
const lenet = dataSet('lenet-f');
const hasMnist = existsSync(mnist);
const hasPublished = existsSync(lenet);
if (!hasMnist) console.error(`SKIPPED: accuracies on real digits, because there is no ${mnist}`);
if (!hasPublished) console.error(`SKIPPED: a published LeNet, because there is no ${lenet}`);

const accuracy = async (net: Answers, digits: Digits): Promise<number> => {
  const { x, labels } = digitRows(digits);
  const guesses = predictions(await net.logits(x), net.classes);
  return guesses.reduce((n, guess, i) => n + (guess === labels[i] ? 1 : 0), 0) / digits.count;
};

beforeAll(async () => {
  await chooseBackend('wasm');
});

describe.each(all)('The files of %s', (id) => {
  it('have the bytes that the code knows, and a card that says so', async () => {
    const files = registry[id]?.files ?? {};
    expect(Object.keys(files).toSorted()).toEqual(['card.json', 'model.json', 'weights.bin']);
    for (const [name, { bytes, sha256: hash }] of Object.entries(files)) {
      const stored = await bytesOf(id, name);
      expect([stored.byteLength, sha256(stored)]).toEqual([bytes, hash]);
    }
    const said = card.parse(JSON.parse((await bytesOf(id, 'card.json')).toString()));
    expect(said.files).toEqual({ 'model.json': files['model.json'], 'weights.bin': files['weights.bin'] });
    expect(said.bytes).toBe((files['model.json']?.bytes ?? 0) + (files['weights.bin']?.bytes ?? 0));
    // Half precision: two bytes a number.
    expect(said.parameters * 2).toBe(files['weights.bin']?.bytes);
    expect([said.id, said.title]).toEqual([id, registry[id]?.title]);
  });

  it('are small enough for a phone: 600 kB at most, LeNet 150 kB', () => {
    expect(
      Object.values(registry[id]?.files ?? {}).reduce((n, file) => n + file.bytes, 0),
    ).toBeLessThanOrEqual(id === 'digits-lenet' ? 150_000 : 600_000);
  });
});

describe.each(ids)('The published net %s', (id) => {
  it('was trained by the recipe of that id', async () => {
    const recipe = recipeOf(id);
    const said = card.parse(JSON.parse((await bytesOf(id, 'card.json')).toString()));
    expect([recipe?.seed, recipe?.epochs]).toEqual([said.seed, said.epochs]);
    const file = modelFile.parse(JSON.parse((await bytesOf(id, 'model.json')).toString()));
    expect(file.modelTopology).toEqual(modelFile.shape.modelTopology.parse(recipe?.topology));
  });

  it('answers the same when TensorFlow.js loads it by itself', async () => {
    const json = JSON.parse((await bytesOf(id, 'model.json')).toString()) as {
      modelTopology: object;
      weightsManifest: { weights: tf.io.WeightsManifestEntry[] }[];
    };
    const weightData = new Uint8Array(await bytesOf(id, 'weights.bin')).buffer;
    const weightSpecs = json.weightsManifest.flatMap(({ weights }) => weights);
    const theirs = await loadLayersModel(
      tf.io.fromMemory({ modelTopology: json.modelTopology, weightSpecs, weightData }),
    );
    const ours = await loadNet(id, fileBytes(shippedModels));
    const shape = [3, ...(theirs.inputs[0]?.shape ?? []).slice(1).map(Number)];
    const x: Vec = Float32Array.from({ length: 3 * ours.dimension }, (_, i) => ((i * 7919) % 256) / 255);
    const wanted = (theirs.predict(tf.tensor(x, shape)) as tf.Tensor).dataSync();
    (await ours.probabilities(x)).forEach((p, i) => expect(p).toBeCloseTo(wanted[i] ?? NaN, 5));
    ours.dispose();
  });
});

describe.each(ids.filter((id) => id.startsWith('digits-')))('The published net %s', (id) => {
  it.skipIf(!hasMnist)(
    'classifies the 10,000 real test digits as its card says, LeNet at least 99.0 % of them',
    async () => {
      const net = await loadNet(id, fileBytes(shippedModels));
      const rate = await accuracy(net, await readMnist(mnist, 'test'));
      // Machines that sum in another order may see a digit on the border otherwise.
      expect(Math.abs(rate - net.card.accuracy.rate)).toBeLessThanOrEqual(2e-4);
      expect(net.card.accuracy.n).toBe(10_000);
      if (id === 'digits-lenet') expect(rate).toBeGreaterThanOrEqual(0.99);
      net.dispose();
    },
  );
});

describe('The measured attack on real digits', () => {
  it('was measured on the weights that ship, and leaves LeNet at most 5 %', async () => {
    const text = await readFile(new URL('../../content/results/digits-pgd.json', import.meta.url), 'utf8');
    const result = digitsPgd.parse(JSON.parse(text));
    for (const [id, { weights }] of Object.entries(result.nets)) {
      expect(weights).toBe(registry[id]?.files['weights.bin']?.sha256);
    }
    const lenet = result.nets['digits-lenet'];
    expect([result.n, result.epsilon, result.pgd.steps]).toEqual([1000, 0.3, 40]);
    expect(lenet?.pgd.rate).toBeLessThanOrEqual(0.05);
    expect(lenet?.clean.rate).toBeGreaterThan(0.97);
  });
});

describe.skipIf(!hasMnist || !hasPublished)('A LeNet published by others in the same format', () => {
  it('errs on 0.82 % of the real test digits, as it is known to', async () => {
    const read = (name: string): Promise<Buffer> => readFile(path.join(lenet, name));
    const file = modelFile.parse(JSON.parse((await read('model.json')).toString()));
    const weights = await read('weights.bin');
    const oracle = modelOracle(decodeModel(file, () => weights));
    expect(1 - (await accuracy(oracle, await readMnist(mnist, 'test')))).toBeCloseTo(0.0082, 4);
    oracle.dispose();
  });
});
