import * as tf from '@tensorflow/tfjs-core';
import type { Stage } from './stage.ts';

/** Every row of the batch under another shape. */
export const reshape = (shape: readonly number[]): Stage => ({
  forward: (x) => tf.reshape(x, [x.shape[0], ...shape]),
  backward: (dy, x) => tf.reshape(dy, [dy.shape[0], ...x.shape.slice(1)]),
  dispose: () => undefined,
});

/** Zeros around pictures [N, H, W, C]: rows above and below, columns left and right. */
export const zeroPadding = ([rows, columns]: readonly [[number, number], [number, number]]): Stage => ({
  forward: (x) => tf.pad(x, [[0, 0], rows, columns, [0, 0]]),
  backward: (dy, x) => tf.slice(dy, [0, rows[0], columns[0], 0], [-1, ...x.shape.slice(1)]),
  dispose: () => undefined,
});

/**
 * What a trained batch normalisation does to each channel of x [N, …, C]; what it has learned is [C] each.
 */
export const normalise = (
  learned: {
    readonly mean: tf.Tensor1D;
    readonly variance: tf.Tensor1D;
    readonly gamma: tf.Tensor1D | undefined;
    readonly beta: tf.Tensor1D | undefined;
  },
  epsilon: number,
): Stage => {
  const { mean, variance, gamma, beta } = learned;
  return {
    forward: (x) => tf.batchNorm(x, mean, variance, beta, gamma, epsilon),
    backward: (dy) => {
      const scale = tf.rsqrt(tf.add(variance, epsilon));
      return tf.mul(dy, gamma ? tf.mul(gamma, scale) : scale);
    },
    dispose: () => undefined,
  };
};
