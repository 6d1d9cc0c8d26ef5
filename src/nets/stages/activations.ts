import * as tf from '@tensorflow/tfjs-core';
import type { Activation } from '../format/layer.ts';
import type { Stage } from './stage.ts';

/** A function of each number; `slope` is its derivative, from what went in and what came out. */
const each = (f: (x: tf.Tensor) => tf.Tensor, slope: (x: tf.Tensor, y: tf.Tensor) => tf.Tensor): Stage => ({
  forward: f,
  backward: (dy, x, y) => tf.mul(dy, slope(x, y)),
  dispose: () => undefined,
});

/** max(x, 0); where x is not positive the gradient is zero. */
export const relu: Stage = each(tf.relu, (_, y) => tf.step(y));

/** x between 0 and the largest value; at both ends the gradient is zero. */
export const clippedRelu = (largest: number): Stage =>
  each(
    (x) => tf.clipByValue(x, 0, largest),
    (_, y) => tf.step(tf.mul(y, tf.sub(largest, y))),
  );

const relu6 = clippedRelu(6);

/** x, or `slope` times x where that is negative. */
export const leaky = (slope: number): Stage =>
  each(
    (x) => tf.leakyRelu(x, slope),
    (x) => tf.step(x, slope),
  );

// Where x is negative, the slope of eˣ − 1 is one more than its value.
const elu = each(tf.elu, (_, y) => tf.add(tf.minimum(y, 0), 1));
const tanh = each(tf.tanh, (_, y) => tf.sub(1, tf.square(y)));
const sigmoid = each(tf.sigmoid, (_, y) => tf.mul(y, tf.sub(1, y)));

/** The rectifiers: monotonic, and off below some value; how saliency maps treat them is a matter of taste. */
export const isRectifier = (stage: Stage): boolean => stage === relu || stage === relu6;

/** The stages of an activation: none where it changes nothing. */
export const activationStages: Readonly<Record<Exclude<Activation, 'softmax'>, readonly Stage[]>> = {
  linear: [],
  relu: [relu],
  relu6: [relu6],
  tanh: [tanh],
  sigmoid: [sigmoid],
  elu: [elu],
};
