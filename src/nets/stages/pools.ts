import * as tf from '@tensorflow/tfjs-core';
import type { InputGradient } from '../kernels/conv2d-input.ts';
import { depthwiseInputGradient } from '../kernels/depthwise.ts';
import type { Stage } from './stage.ts';

type Pair = readonly [number, number];
type Padding = 'valid' | 'same';

/** The largest pixel of each window of pictures [N, H, W, C]. */
export const maxPool = (size: Pair, strides: Pair, pad: Padding): Stage => ({
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

/** How many pixels of the picture stand in each window: fewer at an edge that is padded. */
const counts = (g: tf.backend_util.Conv2DInfo): tf.Tensor => {
  const along = (outputs: number, stride: number, window: number, before: number, pixels: number): number[] =>
    Array.from({ length: outputs }, (_, o) => {
      const first = o * stride - before;
      return Math.min(first + window, pixels) - Math.max(first, 0);
    });
  const rows = along(g.outHeight, g.strideHeight, g.filterHeight, g.padInfo.top, g.inHeight);
  const columns = along(g.outWidth, g.strideWidth, g.filterWidth, g.padInfo.left, g.inWidth);
  return tf.mul(tf.tensor(rows, [1, rows.length, 1, 1]), tf.tensor(columns, [1, 1, columns.length, 1]));
};

/** The mean of the pixels of each window of pictures [N, H, W, C]; what is padded does not count. */
export const averagePool = (size: Pair, strides: Pair, pad: Padding): Stage => {
  let prepared: { readonly sum: InputGradient; readonly shares: tf.Tensor } | undefined;
  const prepare = ({ shape }: tf.Tensor4D) => {
    const ones = tf.ones<tf.Rank.R4>([...size, shape[3], 1]);
    const g = tf.backend_util.computeConv2DInfo(shape, ones.shape, [...strides], 1, pad, 'floor', true);
    // Kept out of the tidy that every reverse pass runs in.
    return { sum: depthwiseInputGradient(ones, g), shares: tf.keep(tf.tidy(() => tf.reciprocal(counts(g)))) };
  };
  return {
    forward: (x) => tf.avgPool(x as tf.Tensor4D, [...size], [...strides], pad),
    // A sum over a window is a depthwise convolution with ones. (Stock kernels divide by the whole window at
    // an edge, too.)
    backward: (dy, x) => {
      prepared ??= prepare(x as tf.Tensor4D);
      return prepared.sum.apply(tf.mul(dy, prepared.shares));
    },
    dispose: () => {
      prepared?.sum.dispose();
      prepared?.shares.dispose();
      prepared = undefined;
    },
  };
};

/** The mean of each channel over the pixels of pictures [N, H, W, C]: rows [N, C]. */
export const meanPool: Stage = {
  forward: (x) => tf.mean(x, [1, 2]),
  backward: (dy, x) => {
    const [n = 0, h = 1, w = 1, c = 1] = x.shape;
    // A product that spreads, not a tile: on WebAssembly that takes sixty times as long.
    return tf.mul(tf.reshape(dy, [n, 1, 1, c]), tf.fill([1, h, w, 1], 1 / (h * w)));
  },
  dispose: () => undefined,
};
