import * as tf from '@tensorflow/tfjs-core';
import type { Stage } from './stage.ts';

/** max(x, 0); where x is not positive the gradient is zero. */
export const relu: Stage = {
  forward: (x) => tf.relu(x),
  backward: (dy, _, y) => tf.mul(dy, tf.step(y)),
  dispose: () => undefined,
};

/** Every input of the batch as one row. */
export const flatten: Stage = {
  forward: (x) => tf.reshape(x, [x.shape[0] ?? 0, -1]),
  backward: (dy, x) => tf.reshape(dy, [dy.shape[0] ?? 0, ...x.shape.slice(1)]),
  dispose: () => undefined,
};

/** The largest pixel of each window of pictures [N, H, W, C]. */
export const maxPool = (
  size: readonly [number, number],
  strides: readonly [number, number],
  pad: 'valid' | 'same',
): Stage => ({
  forward: (x) => tf.maxPool(x as tf.Tensor4D, [...size], [...strides], pad),
  // By name, so that each backend uses the kernel it has: on WebAssembly that is ours.
  backward: (dy, x, y) =>
    tf.engine().runKernel<tf.Tensor>(
      'MaxPoolGrad',
      { dy, input: x, output: y },
      {
        filterSize: [...size],
        strides: [...strides],
        pad,
      },
    ),
  dispose: () => undefined,
});

/** The mean of each channel over the pixels of pictures [N, H, W, C]: rows [N, C]. */
export const meanPool: Stage = {
  forward: (x) => tf.mean(x, [1, 2]),
  backward: (dy, x) => {
    const [n = 0, h = 1, w = 1, c = 1] = x.shape;
    return tf.tile(tf.reshape(tf.div(dy, h * w), [n, 1, 1, c]), [1, h, w, 1]);
  },
  dispose: () => undefined,
};
