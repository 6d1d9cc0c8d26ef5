import * as tf from '@tensorflow/tfjs-core';
import { cheapestAxes, type Axis, type GradientAxis } from './gradient-axis.ts';

/** The geometry of one convolution as TensorFlow.js computes it from strides, dilations and padding. */
export type Geometry = tf.backend_util.Conv2DInfo;

type Shape4 = [number, number, number, number];

/** The geometry of a convolution, along its rows and along its columns. */
export const axesOf = (g: Geometry): { readonly rows: Axis; readonly columns: Axis } => ({
  rows: {
    input: g.inHeight,
    output: g.outHeight,
    kernel: g.filterHeight,
    stride: g.strideHeight,
    dilation: g.dilationHeight,
    before: g.padInfo.top,
  },
  columns: {
    input: g.inWidth,
    output: g.outWidth,
    kernel: g.filterWidth,
    stride: g.strideWidth,
    dilation: g.dilationWidth,
    before: g.padInfo.left,
  },
});

/**
 * For every tap and pixel of a block, in row-major order, the forward tap it reads (the last index stands for
 * zero).
 */
export const wiring = (
  rows: GradientAxis,
  columns: GradientAxis,
  kernel: readonly [number, number],
): Int32Array => {
  const [height, width] = kernel;
  const zero = height * width;
  return Int32Array.from(
    rows.taps.flatMap((us) =>
      columns.taps.flatMap((vs) =>
        us.flatMap((u) => vs.map((v) => (u === height || v === width ? zero : u * width + v))),
      ),
    ),
  );
};

/**
 * Lays blocks [N, I, J, A·B·C] out as an image [N, I·A, J·B, C] and crops it to the height and width asked
 * for.
 */
export const unblock = (
  blocks: tf.Tensor4D,
  [a, b]: readonly [number, number],
  [height, width]: readonly [number, number],
): tf.Tensor4D => {
  const [n, i, j, depth] = blocks.shape;
  const channels = depth / (a * b);
  const image =
    a * b === 1
      ? blocks
      : tf.reshape<tf.Rank.R4>(tf.transpose(tf.reshape(blocks, [n * i, j, a, b * channels]), [0, 2, 1, 3]), [
          n,
          i * a,
          j * b,
          channels,
        ]);
  const cropped = i * a > height || j * b > width;
  return cropped ? tf.slice(image, [0, 0, 0, 0], [n, height, width, channels]) : image;
};

/** The input gradient of one convolution with its kernel already flipped, transposed and blocked. */
export interface InputGradient {
  /** From the gradient of the outputs [N, OH, OW, O] to that of the inputs [N, H, W, C], for any N. */
  apply(dy: tf.Tensor4D): tf.Tensor4D;
  dispose(): void;
}

/**
 * Prepares the input gradient of a convolution with kernel [KH, KW, C, O]: itself a convolution with
 * the flipped, transposed kernel. The prepared kernel lives until `dispose`.
 */
export const conv2dInputGradient = (kernel: tf.Tensor4D, g: Geometry): InputGradient => {
  const [kh, kw, c, o] = kernel.shape;
  const { rows, columns } = axesOf(g);
  const [r, s] = cheapestAxes(rows, columns, { from: o, to: c });
  const flipped = tf.keep(
    tf.tidy(() => {
      const taps = tf.pad(tf.reshape<tf.Rank.R3>(kernel, [kh * kw, c, o]), [
        [0, 1],
        [0, 0],
        [0, 0],
      ]);
      const wired = tf.gather(taps, tf.tensor1d(wiring(r, s, [kh, kw]), 'int32'));
      const blocks = tf.reshape(wired, [r.taps.length * s.taps.length, r.block * s.block, c, o]);
      const shape: Shape4 = [r.taps.length, s.taps.length, o, r.block * s.block * c];
      return tf.reshape<tf.Rank.R4>(tf.transpose(blocks, [0, 3, 1, 2]), shape);
    }),
  );
  return {
    apply: (dy) =>
      tf.tidy(() => {
        const pad: tf.backend_util.ExplicitPadding = [
          [0, 0],
          [r.before, r.after],
          [s.before, s.after],
          [0, 0],
        ];
        const blocks = tf.conv2d(dy, flipped, [r.stride, s.stride], pad, 'NHWC', [r.dilation, s.dilation]);
        return unblock(blocks, [r.block, s.block], [g.inHeight, g.inWidth]);
      }),
    dispose: () => flipped.dispose(),
  };
};
