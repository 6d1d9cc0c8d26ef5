import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { isReaderError } from '../../src/lab/reader-error.ts';
import { random } from '../../src/lab/random.ts';
import { softmax } from '../../src/lab/softmax.ts';
import type { Vec } from '../../src/lab/oracle.ts';
import { chooseBackend } from '../../src/nets/backends.ts';
import { ownModel, type BytesOf, type OwnModelOptions } from '../../src/nets/own/own-model.ts';

beforeAll(async () => {
  await chooseBackend('wasm');
});

/** A model as its files: the text of model.json, and one weight file. */
interface Saved {
  readonly json: string;
  readonly bytesOf: BytesOf;
  readonly weights: Uint8Array;
}

/** Saves a model as TensorFlow.js does, and frees it. */
const saved = async (model: layers.LayersModel): Promise<Saved> => {
  let json = '';
  let weights = new Uint8Array();
  await model.save(
    tf.io.withSaveHandler((artifacts) => {
      weights = new Uint8Array(artifacts.weightData as ArrayBuffer);
      json = JSON.stringify({
        format: 'layers-model',
        modelTopology: artifacts.modelTopology,
        weightsManifest: [{ paths: ['group1-shard1of1.bin'], weights: artifacts.weightSpecs }],
      });
      return Promise.resolve({ modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } });
    }),
  );
  model.dispose();
  return { json, weights, bytesOf: (path) => (path === 'group1-shard1of1.bin' ? weights : undefined) };
};

type Layer = Parameters<layers.Sequential['add']>[0];

const seeded = layers.initializers.randomNormal({ stddev: 0.3, seed: 3 });
const conv = (filters: number, rest = {}) =>
  layers.layers.conv2d({ filters, kernelSize: 3, padding: 'same', kernelInitializer: seeded, ...rest });
const flat = (rest = {}): Layer => layers.layers.flatten(rest);
const meanPool = (): Layer => layers.layers.globalAveragePooling2d({});
const softmaxLayer = (): Layer => layers.layers.softmax();
const dense = (units: number, activation: 'softmax' | 'sigmoid' | 'linear', rest = {}) =>
  layers.layers.dense({ units, activation, kernelInitializer: seeded, ...rest });

/** Branches, adds, normalises: nothing that our own stages know. */
const residual = (): layers.LayersModel => {
  const input = layers.input({ shape: [6, 6, 2] });
  const first = conv(4, { activation: 'elu' }).apply(input) as layers.SymbolicTensor;
  const second = layers.layers.batchNormalization().apply(conv(4).apply(first)) as layers.SymbolicTensor;
  const sum = layers.layers.add().apply([first, second]) as layers.SymbolicTensor;
  const pooled = layers.layers.globalAveragePooling2d({}).apply(sum) as layers.SymbolicTensor;
  const out = dense(5, 'softmax').apply(pooled) as layers.SymbolicTensor;
  return layers.model({ inputs: input, outputs: out });
};

const stack = (...all: Layer[]): layers.LayersModel => layers.sequential({ layers: all });

const uniform = (length: number): Vec => {
  const r = random('x');
  return Float32Array.from({ length }, () => r.uniform());
};

const sentence = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!isReaderError(error)) throw new Error('A reader error was expected.', { cause: error });
  return error.message;
};

describe('A model of the reader’s own', () => {
  it.each([
    ['a residual net', residual],
    [
      'a stack that ends in a layer of softmax',
      () => stack(conv(3, { inputShape: [5, 5, 1] }), flat(), dense(4, 'linear'), softmaxLayer()),
    ],
    [
      'a stack of our own kinds of layers',
      () => stack(conv(3, { inputShape: [5, 5, 1], activation: 'relu' }), flat(), dense(4, 'softmax')),
    ],
  ])('that is %s has the logits of its probabilities, and their gradient', async (_, make) => {
    const model = make();
    const shape = (model.inputs[0]?.shape ?? []).slice(1).map(Number);
    const x = uniform(2 * shape.reduce((a, b) => a * b, 1));
    const wanted = await (model.predict(tf.tensor(x, [2, ...shape])) as tf.Tensor).data();
    const { json, bytesOf } = await saved(model);
    const net = await ownModel(json, bytesOf);
    expect(net.shape).toEqual(shape);
    softmax(await net.logits(x), net.classes).forEach((p, i) => expect(p).toBeCloseTo(wanted[i] ?? NaN, 5));

    const labels = Int32Array.of(1, 3);
    const { gradient } = await net.loss(x, labels);
    const h = 1e-2;
    for (const j of [0, 7, x.length - 1]) {
      const at = async (by: number): Promise<number> => {
        const moved = x.map((value, i) => (i === j ? value + by : value));
        return (await net.loss(moved, labels)).loss.reduce((a, b) => a + b, 0);
      };
      expect(((await at(h)) - (await at(-h))) / (2 * h)).toBeCloseTo(gradient[j] ?? NaN, 2);
    }
    net.dispose();
  });

  it('is asked about its own range of pixels', async () => {
    const { json, bytesOf } = await saved(residual());
    const plain = await ownModel(json, bytesOf);
    const wide = await ownModel(json, bytesOf, { range: [-1, 1] });
    const x = uniform(72);
    expect(await wide.logits(x)).toEqual(await plain.logits(x.map((value) => 2 * value - 1)));
    plain.dispose();
    wide.dispose();
  });

  it('with one sigmoid unit has two classes, no and yes', async () => {
    const model = stack(flat({ inputShape: [3, 3, 1] }), dense(1, 'sigmoid'));
    const x = uniform(9);
    const [yes = NaN] = await (model.predict(tf.tensor(x, [1, 3, 3, 1])) as tf.Tensor).data();
    const { json, bytesOf } = await saved(model);
    const net = await ownModel(json, bytesOf);
    expect(net.classes).toBe(2);
    expect(softmax(await net.logits(x), 2)[1]).toBeCloseTo(yes, 5);
    net.dispose();
  });

  it('that leaves the size of its pictures open takes the one that is given', async () => {
    const open = (): layers.LayersModel =>
      stack(conv(2, { inputShape: [null, null, 1], activation: 'tanh' }), meanPool(), dense(3, 'softmax'));
    const { json, bytesOf } = await saved(open());
    expect(await sentence(ownModel(json, bytesOf))).toMatch(
      /leaves the size of its pictures open; say which/,
    );
    const net = await ownModel(json, bytesOf, { size: [4, 5] });
    expect([net.shape, net.dimension]).toEqual([[4, 5, 1], 20]);
    net.dispose();
  });

  it('leaves no tensor behind, whether it loads or is refused', async () => {
    const good = await saved(residual());
    const bad = await saved(stack(conv(2, { inputShape: [4, 4, 1] })));
    const before = tf.memory().numTensors;
    const net = await ownModel(good.json, good.bytesOf);
    await net.loss(uniform(72), Int32Array.of(0));
    await net.jacobian(uniform(72));
    net.dispose();
    await sentence(ownModel(bad.json, bad.bytesOf));
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('A model that cannot be attacked is refused in one sentence:', () => {
  const refusal = async (model: layers.LayersModel, options: OwnModelOptions = {}): Promise<string> => {
    const { json, bytesOf } = await saved(model);
    return sentence(ownModel(json, bytesOf, options));
  };

  it('no JSON, other JSON, a graph model', async () => {
    expect(await sentence(ownModel('not json', () => undefined))).toMatch(
      /is not JSON; choose the model\.json/,
    );
    expect(await sentence(ownModel('{"a": 1}', () => undefined))).toMatch(/does not describe a layers model/);
    expect(await sentence(ownModel('{"format": "graph-model"}', () => undefined))).toMatch(
      /is a graph model/,
    );
  });

  it('weights that are missing or too short', async () => {
    const { json, bytesOf, weights } = await saved(residual());
    expect(await sentence(ownModel(json, () => undefined))).toMatch(
      /weights are in group1-shard1of1\.bin, which is not/,
    );
    const cut = (): Uint8Array => weights.slice(4);
    expect(await sentence(ownModel(json, cut))).toMatch(/bytes, but the model needs/);
    expect(bytesOf('other')).toBeUndefined();
  });

  it('two pictures at once', async () => {
    const [a, b] = [layers.input({ shape: [4] }), layers.input({ shape: [4] })];
    const sum = layers.layers.add().apply([a, b]) as layers.SymbolicTensor;
    const two = layers.model({
      inputs: [a, b],
      outputs: dense(2, 'softmax').apply(sum) as layers.SymbolicTensor,
    });
    expect(await refusal(two)).toMatch(/2 inputs and 1 outputs/);
  });

  it('pictures in place of classes, one number in place of classes', async () => {
    expect(await refusal(stack(conv(2, { inputShape: [4, 4, 1] })))).toMatch(
      /shape \[4, 4, 2\], not in one number per/,
    );
    expect(await refusal(stack(flat({ inputShape: [2, 2, 1] }), dense(1, 'linear')))).toMatch(
      /a single number and not/,
    );
  });

  it('words in place of pixels', async () => {
    const words = stack(
      layers.layers.embedding({ inputDim: 5, outputDim: 2, inputLength: 3 }),
      flat(),
      dense(2, 'softmax'),
    );
    expect(await refusal(words)).toMatch(/gradient|whole numbers/);
  });

  it('layers that TensorFlow.js does not know', async () => {
    const { json, bytesOf } = await saved(residual());
    const strange = json.replaceAll('GlobalAveragePooling2D', 'Lambda');
    expect(await sentence(ownModel(strange, bytesOf))).toMatch(
      /cannot build this model: Unknown layer: Lambda/,
    );
  });
});
