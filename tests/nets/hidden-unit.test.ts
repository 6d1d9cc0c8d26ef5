import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { chooseBackend } from '../../src/nets/backends.ts';
import { shapedLayers, topology } from '../../src/nets/format/layers.ts';
import { hiddenUnit } from '../../src/nets/hidden-unit.ts';
import './wasm.ts';

const values = (n: number) => Float32Array.from({ length: n }, (_, i) => Math.sin(1 + 3 * i));
const layers = [
  {
    class_name: 'Conv2D',
    config: {
      name: 'c',
      filters: 2,
      kernel_size: [3, 3],
      activation: 'relu',
      batch_input_shape: [null, 5, 6, 1],
    },
  },
  { class_name: 'Flatten', config: { name: 'f' } },
  { class_name: 'Dense', config: { name: 'd', units: 3, use_bias: false, activation: 'softmax' } },
];
const model = {
  layers: shapedLayers(
    topology.parse({ model_config: { class_name: 'Sequential', config: { name: 'n', layers } } }).model_config
      .config.layers,
  ),
  weights: [values(18), Float32Array.of(0.1, -0.2), values(72)],
};
const x = values(60).map((value) => value ** 2);

beforeAll(async () => {
  await chooseBackend('wasm');
});

test('a channel’s activation is the mean of its rectified places, as by hand, and its gradient the slope of that', async () => {
  const unit = hiddenUnit(model, 'c', 1);
  const byHand = (picture: Float32Array): number => {
    let sum = 0;
    for (let top = 0; top < 3; top++)
      for (let left = 0; left < 4; left++) {
        let value = -0.2;
        for (let k = 0; k < 9; k++) {
          const pixel = picture[(top + Math.floor(k / 3)) * 6 + left + (k % 3)] as number;
          value += pixel * (model.weights[0]?.[2 * k + 1] as number);
        }
        sum += Math.max(0, value) / 12;
      }
    return sum;
  };
  const { activation, gradient } = await unit.activation(x);
  [0, 1].forEach((i) => expect(activation[i]).toBeCloseTo(byHand(x.subarray(30 * i, 30 * i + 30)), 5));
  for (const j of [0, 14, 29]) {
    const at = (by: number) => byHand(x.slice(0, 30).map((value, i) => value + (i === j ? by : 0)));
    expect(gradient[j]).toBeCloseTo((at(1e-3) - at(-1e-3)) / 2e-3, 3);
  }
  unit.dispose();
});

test('a unit of the last layer is a logit; what is not there is named; no tensor stays', async () => {
  const before = tf.memory().numTensors;
  const unit = hiddenUnit(model, 'd', 2);
  const channel = hiddenUnit(model, 'c', 0);
  expect((await unit.activation(x)).activation).toHaveLength(2);
  unit.dispose();
  channel.dispose();
  expect(tf.memory().numTensors).toBe(before);
  expect(() => hiddenUnit(model, 'e', 0)).toThrow('choose one of c, f, d');
  expect(() => hiddenUnit(model, 'c', 2)).toThrow('has the channels 0 to 1');
});
