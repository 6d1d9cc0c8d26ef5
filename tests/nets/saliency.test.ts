import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { chooseBackend } from '../../src/nets/backends.ts';
import { shapedLayers, topology } from '../../src/nets/format/layers.ts';
import { modelOracle } from '../../src/nets/oracle.ts';
import { saliency } from '../../src/nets/saliency.ts';
import './wasm.ts';

const model = (layers: readonly object[], weights: readonly (readonly number[])[]) => ({
  layers: shapedLayers(
    topology.parse({ model_config: { class_name: 'Sequential', config: { name: 'n', layers } } }).model_config
      .config.layers,
  ),
  weights: weights.map((values) => Float32Array.from(values)),
});
const dense = (name: string, units: number, rest: object = {}) => ({
  class_name: 'Dense',
  config: { name, units, use_bias: false, ...rest },
});
const rules = ['gradient', 'deconvnet', 'guided'] as const;

beforeAll(async () => {
  await chooseBackend('wasm');
});

test('of a linear net every rule gives the weights of the class', async () => {
  const net = model([dense('d', 2, { batch_input_shape: [null, 2] })], [[1, -2, 3, 4]]);
  for (const rule of rules) {
    expect([...(await saliency(net, Float32Array.of(5, 6), Int32Array.of(1), rule))]).toEqual([-2, 4]);
  }
});

// Hidden inputs x·(1, −1, 1, −1): at x = 1 units 0 and 2 are on; the logit weighs them 2, 3, −5, −7.
const layered = model(
  [dense('h', 4, { activation: 'relu', batch_input_shape: [null, 1] }), dense('d', 1)],
  [
    [1, -1, 1, -1],
    [2, 3, -5, -7],
  ],
);

test('the three rules let through units that were on, positive signals, or both, as by hand', async () => {
  const at = async (rule: (typeof rules)[number]) =>
    (await saliency(layered, Float32Array.of(1), Int32Array.of(0), rule))[0];
  expect(await at('gradient')).toBe(2 - 5);
  expect(await at('deconvnet')).toBe(2 - 3);
  expect(await at('guided')).toBe(2);
});

test('the gradient rule is the gradient of the oracle, through pools too, and leaves no tensor behind', async () => {
  const values = (n: number) => Array.from({ length: n }, (_, i) => Math.sin(1 + 3 * i));
  const net = model(
    [
      {
        class_name: 'Conv2D',
        config: {
          name: 'c',
          filters: 2,
          kernel_size: [3, 3],
          activation: 'relu',
          batch_input_shape: [null, 6, 6, 1],
        },
      },
      { class_name: 'MaxPooling2D', config: { name: 'p' } },
      { class_name: 'Flatten', config: { name: 'f' } },
      dense('d', 3),
    ],
    [values(18), [0.1, -0.1], values(24)],
  );
  const x = Float32Array.from(values(72), (v) => v * v);
  const oracle = modelOracle(net);
  const { gradient } = await oracle.pullback(x, () => Float32Array.of(0, 0, 1, 1, 0, 0));
  oracle.dispose();
  const before = tf.memory().numTensors;
  const map = await saliency(net, x, Int32Array.of(2, 0), 'gradient');
  expect(tf.memory().numTensors).toBe(before);
  map.forEach((value, i) => expect(value).toBeCloseTo(gradient[i] as number, 5));
  expect(map.some((value) => value !== 0)).toBe(true);
});
