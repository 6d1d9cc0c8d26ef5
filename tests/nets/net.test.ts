import * as tf from '@tensorflow/tfjs-core';
import * as layersLibrary from '@tensorflow/tfjs-layers';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { random } from '../../src/lab/random.ts';
import type { Vec } from '../../src/lab/oracle.ts';
import { chooseBackend } from '../../src/nets/backends.ts';
import { decodeModel, encodeModel, modelFile } from '../../src/nets/format/model-file.ts';
import { shapedLayers, topology, type Topology } from '../../src/nets/format/layers.ts';
import { logisticNet } from '../../src/nets/logistic.ts';
import { modelOracle } from '../../src/nets/oracle.ts';
import { initialWeights } from '../../src/nets/training.ts';
import { gap, on } from './wasm.ts';

type Layers = Topology['model_config']['config']['layers'];

const stack = (layers: Layers): Topology => ({
  model_config: { class_name: 'Sequential', config: { name: 'n', layers } },
});
const conv = (name: string, config: object): Layers[number] => ({
  class_name: 'Conv2D',
  config: { name, filters: 4, kernel_size: [3, 3], ...config },
});
const picture = { batch_input_shape: [null, 12, 11, 2] as [null, ...number[]] };

/** Stacks that reach every kind of stage, in every order that matters. */
const stacks: Readonly<Record<string, Topology>> = {
  'a LeNet': stack([
    conv('c1', { activation: 'relu', ...picture }),
    { class_name: 'MaxPooling2D', config: { name: 'p1' } },
    conv('c2', { activation: 'relu', filters: 6, padding: 'same' }),
    {
      class_name: 'MaxPooling2D',
      config: { name: 'p2', pool_size: [2, 2], strides: [2, 2], padding: 'same' },
    },
    { class_name: 'Flatten', config: { name: 'f' } },
    { class_name: 'Dense', config: { name: 'd1', units: 9, activation: 'relu' } },
    { class_name: 'Dense', config: { name: 'd2', units: 5, activation: 'softmax' } },
  ]),
  'strides instead of pools': stack([
    conv('c1', { strides: [2, 2], padding: 'same', activation: 'relu', use_bias: false, ...picture }),
    conv('c2', { strides: [1, 2], kernel_size: [3, 2] }),
    { class_name: 'Activation', config: { name: 'a', activation: 'relu' } },
    { class_name: 'Flatten', config: { name: 'f' } },
    { class_name: 'Dense', config: { name: 'd', units: 3 } },
    { class_name: 'Activation', config: { name: 's', activation: 'softmax' } },
  ]),
  'overlapping pools': stack([
    conv('c1', picture),
    { class_name: 'MaxPooling2D', config: { name: 'p', pool_size: [3, 3], strides: [2, 2] } },
    { class_name: 'Flatten', config: { name: 'f' } },
    { class_name: 'Dense', config: { name: 'd', units: 4 } },
  ]),
};

const modelOf = (declared: Topology) => {
  const layers = shapedLayers(topology.parse(declared).model_config.config.layers);
  const weights = initialWeights(
    layers.flatMap((layer) => layer.weights),
    random(4),
  );
  return { layers, weights };
};

const rows = (n: number, width: number): Vec => {
  const stream = random(7);
  return Float32Array.from({ length: n * width }, () => stream.uniform());
};

/**
 * What TensorFlow.js itself computes for a model on the CPU backend: logits, and the gradient by its tape.
 */
const reference = async (declared: Topology, weights: readonly Vec[], x: Vec, labels: Int32Array) => {
  const loaded = await layersLibrary.models.modelFromJSON({ modelTopology: declared as never });
  const shapes = loaded.getWeights().map((w) => w.shape);
  await tf.setBackend('cpu');
  loaded.setWeights(shapes.map((shape, i) => tf.tensor(weights[i] ?? [], shape)));
  const [, ...shape] = loaded.inputs[0]?.shape ?? [];
  const probabilities = (t: tf.Tensor) => loaded.apply(t) as tf.Tensor;
  const answer = JSON.stringify(declared).includes('softmax')
    ? probabilities
    : (t: tf.Tensor) => tf.softmax(probabilities(t));
  const input = () => tf.tensor(x, [labels.length, ...shape.map(Number)]);
  const loss = (t: tf.Tensor) =>
    tf.neg<tf.Scalar>(tf.sum(tf.mul(tf.log(answer(t)), tf.oneHot(labels, answer(t).shape[1] ?? 0))));
  return {
    probabilities: await on('cpu', () => answer(input())),
    gradient: await on('cpu', () => tf.grad(loss)(input())),
  };
};

beforeAll(async () => {
  await chooseBackend('wasm');
});

describe.each(Object.entries(stacks))('A net of %s', (_, declared) => {
  const model = modelOf(declared);

  it('answers and differentiates as TensorFlow.js does on the CPU', async () => {
    const labels = Int32Array.of(0, 2, 1);
    const oracle = modelOracle(model);
    const x = rows(3, oracle.dimension);
    const wanted = await reference(declared, model.weights, x, labels);
    await chooseBackend('wasm');
    await tf.setBackend('wasm');
    const { logits, gradient } = await oracle.loss(x, labels);
    const probabilities = await on('wasm', () => tf.softmax(tf.tensor2d(logits, [3, oracle.classes])));
    expect(gap(probabilities, wanted.probabilities)).toBeLessThan(1e-5);
    expect(gap(gradient, wanted.gradient)).toBeLessThan(1e-5);
    expect(gap(await oracle.logits(x), logits)).toBeLessThan(1e-5);
    oracle.dispose();
  });

  it('leaves no tensor behind', async () => {
    await tf.setBackend('wasm');
    const before = tf.memory().numTensors;
    const oracle = modelOracle(model);
    const x = rows(2, oracle.dimension);
    await oracle.loss(x, Int32Array.of(0, 1));
    const between = tf.memory().numTensors;
    for (let i = 0; i < 3; i++) {
      await oracle.loss(x, Int32Array.of(0, 1));
      await oracle.logits(x);
    }
    expect(tf.memory().numTensors).toBe(between);
    oracle.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('answers each row as if it were alone, also beyond one chunk of rows', async () => {
    const oracle = modelOracle(model);
    const n = 150;
    const x = rows(n, oracle.dimension);
    const labels = Int32Array.from({ length: n }, (_, i) => i % 3);
    const all = await oracle.loss(x, labels);
    for (const i of [0, 127, 128, 149]) {
      const one = await oracle.loss(
        x.slice(i * oracle.dimension, (i + 1) * oracle.dimension),
        labels.slice(i, i + 1),
      );
      expect(
        gap(one.gradient, all.gradient.slice(i * oracle.dimension, (i + 1) * oracle.dimension)),
      ).toBeLessThan(1e-5);
      expect(gap(one.loss, all.loss.slice(i, i + 1))).toBeLessThan(1e-5);
    }
    oracle.dispose();
  });

  it('survives being written in half precision and read again', () => {
    const files = encodeModel(declared, model.weights);
    const parsed = modelFile.parse(JSON.parse(new TextDecoder().decode(files['model.json'])));
    const again = decodeModel(parsed, () => files['weights.bin']);
    again.weights.forEach((w, i) => {
      const wanted = model.weights[i] ?? w;
      w.forEach((value, k) =>
        expect(Math.abs(value - (wanted[k] ?? NaN))).toBeLessThanOrEqual(
          2 ** -11 * Math.abs(wanted[k] ?? 0) + 2 ** -25,
        ),
      );
    });
  });
});

describe('An oracle', () => {
  it('refuses rows of the wrong width', async () => {
    const oracle = modelOracle(
      modelOf(
        stack([{ class_name: 'Dense', config: { name: 'd', units: 2, batch_input_shape: [null, 3] } }]),
      ),
    );
    await expect(oracle.logits(new Float32Array(4))).rejects.toThrow('4 numbers are not rows of 3.');
    await expect(oracle.loss(new Float32Array(3), Int32Array.of(0, 1))).rejects.toThrow('one label per row');
    oracle.dispose();
  });

  it('gives the Jacobian of many classes, a part of them at a time, and refuses one that would fill the memory', async () => {
    const classes = 300;
    const kernel = Float32Array.from({ length: 2 * classes }, (_, i) => i);
    const oracle = modelOracle({
      layers: shapedLayers([
        {
          class_name: 'Dense',
          config: {
            name: 'd',
            units: classes,
            batch_input_shape: [null, 2],
            activation: 'linear',
            use_bias: false,
          },
        },
      ]),
      weights: [kernel],
    });
    const { logits, jacobian } = await oracle.jacobian(Float32Array.of(1, 0, 0, 1));
    expect(logits).toEqual(kernel);
    const wanted = Array.from({ length: classes }, (_, k) => [k, classes + k]).flat();
    expect([...jacobian]).toEqual([...wanted, ...wanted]);
    await expect(oracle.jacobian(new Float32Array(1e6))).rejects.toThrow(
      'The gradients of 300 classes at 500000 pictures would take 2 GB of memory; ask about fewer pictures at a time.',
    );
    oracle.dispose();
  });

  it('still has a gradient where the probability of the label rounds to 1', async () => {
    const oracle = modelOracle({
      layers: shapedLayers([
        {
          class_name: 'Dense',
          config: {
            name: 'd',
            units: 2,
            batch_input_shape: [null, 1],
            activation: 'linear',
            use_bias: false,
          },
        },
      ]),
      weights: [Float32Array.of(30, -30)],
    });
    const { gradient } = await oracle.loss(Float32Array.of(1), Int32Array.of(0));
    expect((gradient[0] ?? NaN) / (-60 * Math.exp(-60))).toBeCloseTo(1, 4);
    oracle.dispose();
  });
});

describe('A logistic net', () => {
  it('computes sigmoid(W·x) to 1e-6', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(fc.float({ min: -2, max: 2, noNaN: true }), fc.float({ min: -5, max: 5, noNaN: true })),
          {
            minLength: 1,
            maxLength: 12,
          },
        ),
        async (pairs) => {
          const net = await logisticNet(Float32Array.from(pairs, ([w]) => w));
          const z = pairs.reduce((sum, [w, x]) => sum + w * x, 0);
          expect(
            Math.abs(
              (await net.probability(Float32Array.from(pairs, ([, x]) => x))) - 1 / (1 + Math.exp(-z)),
            ),
          ).toBeLessThan(1e-6);
          net.dispose();
        },
      ),
      { numRuns: 50, seed: 3 },
    ));
});
