import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { loadLayersModel, model as modelOf, type LayersModel } from '@tensorflow/tfjs-layers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { imagenetLabels } from '../../src/data/imagenet/labels.ts';
import { random } from '../../src/lab/random.ts';
import { predictions, row } from '../../src/lab/vec.ts';
import { chooseBackend } from '../../src/nets/backends.ts';
import { decodeModel, modelFile } from '../../src/nets/format/model-file.ts';
import { loadNet } from '../../src/nets/load-net.ts';
import type { ByteSource, Net } from '../../src/nets/net.ts';
import { modelOracle } from '../../src/nets/oracle.ts';
import { downloadSize, registry } from '../../src/nets/registry.ts';
import type { Pictures } from '../../src/training/attack/pictures.ts';
import { dataFolder } from '../../src/training/data-folder.ts';
import {
  mobilenetFolder,
  mobilenetIn,
  photographsIn,
  samplesFolder,
} from '../../src/training/photographs.ts';
import { attackAllTowards, towards } from '../../src/training/targeted.ts';
import { gap, on } from '../nets/wasm.ts';

const shared = dataFolder();
const here = [mobilenetFolder, samplesFolder].every((part) => existsSync(path.join(shared, part)));
if (!here) console.error(`SKIPPED: MobileNet on photographs, because not both are in ${shared}`);

const bytesOf = (name: string): Promise<Buffer> => readFile(path.join(shared, mobilenetFolder, name));

interface Written {
  modelTopology: {
    model_config: { config: { layers: { config: { batch_input_shape?: (number | null)[] } }[] } };
  };
  weightsManifest: { paths: string[]; weights: tf.io.WeightsManifestEntry[] }[];
}

/** The files as they are, or for pictures of another size: the mean at the end takes any. */
const files = async (size = 224) => {
  const json = JSON.parse((await bytesOf('model.json')).toString()) as Written;
  const first = json.modelTopology.model_config.config.layers[0];
  if (first) first.config.batch_input_shape = [null, size, size, 3];
  const parts = new Map<string, Buffer>();
  for (const name of json.weightsManifest.flatMap(({ paths }) => paths)) parts.set(name, await bytesOf(name));
  return { json, parts };
};

/** The net as TensorFlow.js itself reads and computes it, up to its logits, normalisations unfolded. */
const theirs = async ({ json, parts }: Awaited<ReturnType<typeof files>>): Promise<LayersModel> => {
  const whole = await loadLayersModel(
    tf.io.fromMemory({
      modelTopology: json.modelTopology,
      weightSpecs: json.weightsManifest.flatMap(({ weights }) => weights),
      weightData: new Uint8Array(Buffer.concat([...parts.values()])).buffer,
    }),
  );
  return modelOf({ inputs: whole.inputs, outputs: whole.getLayer('conv_preds').output });
};

describe.skipIf(!here)('MobileNet on photographs', () => {
  let net: Net;
  let pictures: Pictures;
  let unfolded: LayersModel;
  beforeAll(async () => {
    await chooseBackend('wasm');
    pictures = await photographsIn(shared);
    unfolded = await theirs(await files());
    net = await mobilenetIn(shared);
  });
  afterAll(() => {
    net.dispose();
    unfolded.dispose();
  });

  it('gives the logits of TensorFlow.js to 1e-4, and of 60 pictures sees 35 right, 49 among the five likeliest', async () => {
    let [right, near, furthest] = [0, 0, 0];
    for (const [i, label] of pictures.labels.entries()) {
      const x = row(pictures.x, i, net.dimension);
      const ours = await net.logits(x);
      const stock = await on('wasm', () => {
        const input = tf.sub(tf.mul(tf.tensor(x, [1, 224, 224, 3]), 2), 1);
        return unfolded.predict(input) as tf.Tensor;
      });
      ours.forEach((value, k) => (furthest = Math.max(furthest, Math.abs(value - (stock[k] ?? NaN)))));
      expect(predictions(ours, 1000)[0]).toBe(predictions(new Float32Array(stock), 1000)[0]);
      const place = ours.filter((value) => value > (ours[label] ?? NaN)).length;
      if (place === 0) right++;
      if (place < 5) near++;
    }
    expect(furthest).toBeLessThan(1e-4);
    expect([right, near]).toEqual([35, 49]);
    expect(net.card.accuracy.rate).toBe(right / 60);
    expect(net.card.further?.[0]?.rate).toBe(near / 60);
  });

  it('gives the input gradient that the tape of TensorFlow.js gives on the CPU, at a picture of 32 × 32', async () => {
    const small = await files(32);
    const oracle = modelOracle(
      decodeModel(modelFile.parse(small.json), (name) => small.parts.get(name) ?? Buffer.of()),
    );
    const stream = random(5);
    const x = Float32Array.from({ length: 32 * 32 * 3 }, () => 2 * stream.uniform() - 1);
    const { gradient } = await oracle.loss(x, Int32Array.of(281));
    await tf.setBackend('cpu');
    const model = await theirs(small);
    const loss = (t: tf.Tensor): tf.Scalar => {
      const logs = tf.logSoftmax(tf.reshape(model.apply(t) as tf.Tensor, [1000]));
      return tf.neg(tf.sum(tf.slice(logs, 281, 1)));
    };
    const wanted = await on('cpu', () => tf.grad(loss)(tf.tensor(x, [1, 32, 32, 3])));
    model.dispose();
    await tf.setBackend('wasm');
    expect(Math.max(...wanted.map(Math.abs))).toBeGreaterThan(0.01);
    expect(gap(gradient, wanted)).toBeLessThan(1e-4);
    oracle.dispose();
  });

  it('is led to a random class within 8 of 255 levels, judged in 8 bits, and frees every tensor', async () => {
    const two = { x: pictures.x.slice(0, 2 * net.dimension), labels: pictures.labels.slice(0, 2) };
    const before = tf.memory().numTensors;
    const fresh = await mobilenetIn(shared);
    const reached = await attackAllTowards(fresh, two, { ...towards, steps: 20 });
    for (const { outcome, size } of reached) {
      expect(outcome).toBe('reached');
      expect(size).toBeLessThanOrEqual(8 / 255 + 1e-6);
    }
    fresh.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it.each([
    [
      'altered',
      (bytes: Uint8Array<ArrayBuffer>) => bytes.map((b, i) => (i === 7 ? b ^ 1 : b)),
      /was altered on its way/,
    ],
    [
      'cut short',
      (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, 99),
      /was cut short \(99 of 1,028,000 bytes arrived\)/,
    ],
  ])('is refused when a file of it is %s', async (_, change, why) => {
    const source: ByteSource = async (name) => {
      const bytes = new Uint8Array(await bytesOf(path.basename(name)));
      return name.endsWith('group29-shard1of1') ? change(bytes) : bytes;
    };
    const count = tf.memory().numTensors;
    await expect(loadNet('imagenet-mobilenet', source, { agreed: true })).rejects.toThrow(why);
    expect(tf.memory().numTensors).toBe(count);
  });

  it('has the classes that the pictures are labelled with', () => {
    pictures.names.forEach((name, i) => {
      const word = name.replace(/^\d+_|\.png$/g, '').replaceAll('_', ' ');
      expect(imagenetLabels[pictures.labels[i] ?? -1]).toBe(word);
    });
  });
});

it('MobileNet is known to take 1.95 MB before any of it is loaded, and has a thousand classes of different names', () => {
  const entry = registry['imagenet-mobilenet'];
  expect((entry ? downloadSize(entry) : NaN) / 1e6).toBeCloseTo(1.95, 2);
  expect(Object.keys(entry?.files ?? {}).length).toBe(56);
  expect(new Set(imagenetLabels).size).toBe(1000);
});
