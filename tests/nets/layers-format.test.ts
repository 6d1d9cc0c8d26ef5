import * as tf from '@tensorflow/tfjs-core';
import * as library from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { random } from '../../src/lab/random.ts';
import type { Vec } from '../../src/lab/oracle.ts';
import { chooseBackend } from '../../src/nets/backends.ts';
import { flawOf } from '../../src/nets/format/flaw.ts';
import { decodeModel, modelFile } from '../../src/nets/format/model-file.ts';
import { modelOracle } from '../../src/nets/oracle.ts';
import { averagePool } from '../../src/nets/stages/pools.ts';
import { gap, on } from './wasm.ts';

const { layers } = library;

/** Models as TensorFlow.js builds and saves them; together they have every kind of layer that we read. */
const models: Readonly<Record<string, () => library.LayersModel>> = {
  'a chain of tensors like MobileNet': () => {
    const input = library.input({ shape: [15, 14, 3] });
    const steps = [
      layers.conv2d({ filters: 4, kernelSize: 3, strides: 2, padding: 'same', useBias: false }),
      layers.batchNormalization({}),
      layers.activation({ activation: 'relu6' }),
      layers.depthwiseConv2d({ kernelSize: 3, strides: 2, padding: 'same', useBias: false }),
      layers.batchNormalization({ epsilon: 0.01 }),
      layers.reLU({ maxValue: 6 }),
      layers.conv2d({ filters: 8, kernelSize: 1, padding: 'same' }),
      layers.batchNormalization({}),
      layers.reLU({ maxValue: 1 }),
      layers.globalAveragePooling2d({}),
      layers.reshape({ targetShape: [1, 1, 8] }),
      layers.dropout({ rate: 0.5 }),
      layers.conv2d({ filters: 5, kernelSize: 1 }),
      layers.activation({ activation: 'softmax' }),
      layers.reshape({ targetShape: [5] }),
    ];
    const output = steps.reduce<tf.Tensor | library.SymbolicTensor>(
      (at, layer) => layer.apply(at) as library.SymbolicTensor,
      input,
    );
    return library.model({ inputs: input, outputs: output as library.SymbolicTensor });
  },
  'a stack with frames, means and curves': () =>
    library.sequential({
      layers: [
        layers.inputLayer({ inputShape: [9, 8, 2] }),
        layers.zeroPadding2d({ padding: [[1, 2], [0, 1]] }), // prettier-ignore
        layers.depthwiseConv2d({ kernelSize: [3, 2], depthMultiplier: 2, activation: 'tanh' }),
        layers.batchNormalization({}),
        layers.averagePooling2d({ poolSize: 3, strides: 2 }),
        layers.leakyReLU({ alpha: 0.2 }),
        layers.conv2d({ filters: 6, kernelSize: 2, activation: 'elu' }),
        layers.maxPooling2d({ poolSize: [1, 2] }),
        layers.flatten(),
        layers.dense({ units: 7, useBias: false }),
        layers.batchNormalization({}),
        layers.elu(),
        layers.dense({ units: 6, activation: 'sigmoid' }),
        layers.batchNormalization({}),
        layers.dense({ units: 4 }),
        layers.softmax(),
      ],
    }),
};

/**
 * Their gradients TensorFlow.js cannot take: its tape wants both what normalisation scales by and what it
 * adds.
 */
const withoutTape = (): library.LayersModel =>
  library.sequential({
    layers: [
      layers.dense({ units: 3, inputShape: [4] }),
      layers.batchNormalization({ scale: false }),
      layers.activation({ activation: 'relu' }),
      layers.batchNormalization({ center: false }),
      layers.batchNormalization({ center: false, scale: false }),
    ],
  });

const filled = (model: library.LayersModel): library.LayersModel => {
  const stream = random(3);
  model.setWeights(
    model.weights.map(({ name, shape }) => {
      const sizes = shape.map(Number);
      const spread = /variance|gamma/.test(name) ? () => 0.5 + stream.uniform() : () => stream.normal() / 2;
      return tf.tensor(Float32Array.from({ length: tf.util.sizeFromShape(sizes) }, spread), sizes);
    }),
  );
  return model;
};

/** What TensorFlow.js writes when it saves the model, as the text and the bytes that would be downloaded. */
const saved = async (model: library.LayersModel) => {
  let artifacts: tf.io.ModelArtifacts = {};
  await model.save(
    tf.io.withSaveHandler((all) => {
      artifacts = all;
      return Promise.resolve({ modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } });
    }),
  );
  const { modelTopology, weightSpecs, weightData } = artifacts;
  const json = { modelTopology, weightsManifest: [{ paths: ['all.bin'], weights: weightSpecs }] };
  return { text: JSON.stringify(json), bytes: new Uint8Array(weightData as ArrayBuffer) };
};

const read = async (model: library.LayersModel) => {
  const { text, bytes } = await saved(model);
  return decodeModel(modelFile.parse(JSON.parse(text)), () => bytes);
};

beforeAll(async () => {
  await chooseBackend('wasm');
  await tf.setBackend('cpu');
});

describe.each(Object.entries(models))('Of %s, saved by TensorFlow.js', (_, build) => {
  it('we compute the same logits and input gradients as it does on the CPU', async () => {
    const model = filled(build());
    const [, ...shape] = model.inputs[0]?.shape.map(Number) ?? [];
    const stream = random(8);
    const x: Vec = Float32Array.from({ length: 3 * tf.util.sizeFromShape(shape) }, () => stream.normal());
    const labels = [0, 3, 2];
    const logProbabilities = (t: tf.Tensor) => tf.log(model.apply(t) as tf.Tensor);
    const loss = (t: tf.Tensor): tf.Scalar => {
      const logs = logProbabilities(t);
      return tf.neg(tf.sum(tf.mul(logs, tf.oneHot(labels, logs.shape[1] ?? 0))));
    };
    const input = () => tf.tensor(x, [3, ...shape]);
    const wanted = await on('cpu', () => logProbabilities(input()));
    const gradient = await on('cpu', () => tf.grad(loss)(input()));
    const decoded = await read(model);

    await tf.setBackend('wasm');
    const before = tf.memory().numTensors;
    const oracle = modelOracle(decoded);
    const ours = await oracle.loss(x, Int32Array.from(labels));
    const logs = await on('wasm', () => tf.logSoftmax(tf.tensor2d(ours.logits, [3, oracle.classes])));
    expect(gap(logs, wanted)).toBeLessThan(1e-5);
    expect(gap(ours.gradient, gradient)).toBeLessThan(1e-5);
    oracle.dispose();
    expect(tf.memory().numTensors).toBe(before);
    await tf.setBackend('cpu');
  });
});

it('The gradient of a mean over windows that reach beyond the picture is the adjoint of that mean', async () => {
  // The tape of TensorFlow.js is no judge: it divides by the whole window also where part of it is outside.
  const numbers = (seed: number, length: number): Vec => {
    const stream = random(seed);
    return Float32Array.from({ length }, () => stream.normal());
  };
  await tf.setBackend('wasm');
  const pool = averagePool([3, 2], [2, 1], 'same');
  const x = tf.tensor4d(numbers(1, 2 * 7 * 5 * 3), [2, 7, 5, 3]);
  const y = pool.forward(x);
  const dy = tf.tensor(numbers(2, y.size), y.shape);
  const dx = pool.backward(dy, x, y);
  const inner = (a: tf.Tensor, b: tf.Tensor) => tf.tidy(() => tf.sum(tf.mul(a, b)).dataSync()[0]);
  expect(inner(dx, x)).toBeCloseTo(inner(dy, y) ?? NaN, 4);
  pool.dispose();
  tf.dispose([x, y, dy, dx]);
  await tf.setBackend('cpu');
});

it('Batch normalisations without scale or centre give the logits that TensorFlow.js gives', async () => {
  const model = filled(withoutTape());
  const x = Float32Array.of(1, -2, 0.5, 3);
  const wanted = await on('cpu', () => model.apply(tf.tensor2d(x, [1, 4])) as tf.Tensor);
  const decoded = await read(model);
  await tf.setBackend('wasm');
  const oracle = modelOracle(decoded);
  expect(gap(await oracle.logits(x), wanted)).toBeLessThan(1e-5);
  // The net is linear between the kinks: a step of one part in a thousand along the gradient shows its
  // length.
  const { gradient } = await oracle.pullback(x, () => Float32Array.of(1, 1, 1));
  const squared = gradient.reduce((sum, g) => sum + g * g, 0);
  const stepped = await oracle.logits(x.map((value, i) => value + 1e-3 * (gradient[i] ?? 0)));
  const rise = stepped.reduce((sum, z, k) => sum + z - (wanted[k] ?? 0), 0);
  expect(rise / (1e-3 * squared)).toBeCloseTo(1, 2);
  oracle.dispose();
  await tf.setBackend('cpu');
});

it('Batch normalisations after linear layers are gone, those after activations stay, and what is idle is left out', async () => {
  const kinds = async (build: () => library.LayersModel) =>
    (await read(filled(build()))).layers.map(({ layer }) => layer.class_name);
  const [chain, stack] = await Promise.all(Object.values(models).map(kinds));
  expect(chain).not.toContain('BatchNormalization');
  expect(chain).not.toContain('Dropout');
  expect(chain).not.toContain('InputLayer');
  expect(stack?.filter((kind) => kind === 'BatchNormalization').length).toBe(2);
});

describe('A model that cannot be read gives one sentence:', () => {
  const complaint = async (model: library.LayersModel, change = (text: string) => text): Promise<string> => {
    const { text, bytes } = await saved(model);
    try {
      decodeModel(modelFile.parse(JSON.parse(change(text))), () => bytes);
    } catch (error) {
      return flawOf(error);
    }
    return 'It was read.';
  };
  const input = () => library.input({ shape: [4] });
  const dense = (units = 2) => layers.dense({ units, name: `dense${units}` });

  it('one that branches', async () => {
    const [from, left, right] = [input(), dense(3), layers.dense({ units: 3, name: 'other' })];
    const sum = layers
      .add({ name: 'sum' })
      .apply([left.apply(from), right.apply(from)] as library.SymbolicTensor[]);
    const model = library.model({ inputs: from, outputs: sum as library.SymbolicTensor });
    expect(await complaint(model)).toBe('The network branches at the layer sum.');
  });

  it('one with two outputs', async () => {
    const from = input();
    const outputs = [dense(2), dense(3)].map((layer) => layer.apply(from) as library.SymbolicTensor);
    expect(await complaint(library.model({ inputs: from, outputs }))).toBe(
      'The network has several outputs.',
    );
  });

  it('one with a layer that we do not know', async () => {
    const model = library.sequential({
      layers: [layers.conv1d({ filters: 2, kernelSize: 2, inputShape: [3, 2] })],
    });
    expect(await complaint(model)).toBe('Layers of the kind Conv1D cannot be run and differentiated here.');
  });

  it('one with a softmax in its middle, said when it is to be run', async () => {
    const model = library.sequential({
      layers: [layers.dense({ units: 2, inputShape: [3], activation: 'softmax' }), dense()],
    });
    const decoded = await read(model);
    expect(() => modelOracle(decoded)).toThrow('Only the last layer may end in a softmax.');
  });

  it('one that ends in a picture', async () => {
    const model = library.sequential({
      layers: [layers.conv2d({ filters: 2, kernelSize: 1, inputShape: [3, 3, 1] })],
    });
    const decoded = await read(model);
    expect(() => modelOracle(decoded)).toThrow(
      'The network ends in the shape [3, 3, 2], not in a row of classes.',
    );
  });

  it('one whose weights are missing', async () => {
    const model = library.sequential({ layers: [layers.dense({ units: 2, inputShape: [3], name: 'd' })] });
    expect(await complaint(model, (text) => text.replace('"d/bias"', '"d/other"'))).toBe(
      'The weights of d/bias are missing.',
    );
  });
});
