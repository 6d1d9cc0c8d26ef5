import * as tf from '@tensorflow/tfjs-core';
import { filterMargins } from './conv2d-filter.ts';
import { axesOf, type Geometry, type InputGradient } from './conv2d-input.ts';
import type { Axis } from './gradient-axis.ts';

/** A picture [N, H, W, C] with that many rows and columns of zeros after each of its own, less one. */
const spread = (picture: tf.Tensor4D, [rows, columns]: readonly [number, number]): tf.Tensor4D => {
  if (rows * columns === 1) return picture;
  const [n, h, w, c] = picture.shape;
  const holes = tf.pad(tf.reshape<tf.Rank.R4>(picture, [n * h, 1, w, c]), [
    [0, 0],
    [0, rows - 1],
    [0, 0],
    [0, (columns - 1) * c],
  ]);
  return tf.reshape(holes, [n, h * rows, w * columns, c]);
};

/**
 * Zeros before and after the spread gradient of the outputs, and how many of what comes out stand before the
 * first input.
 */
const frame = ({ input, output, kernel, stride, dilation, before: padding }: Axis) => {
  const reach = (kernel - 1) * dilation;
  const before = Math.max(0, reach - padding);
  const skipped = Math.max(0, padding - reach);
  const after = Math.max(0, skipped + input + reach - output * stride - before);
  return { before, after, skipped };
};

/**
 * Prepares the input gradient of a depthwise convolution with filter [KH, KW, C, M]: a depthwise convolution
 * of the gradient of the outputs [N, OH, OW, C·M], its strides filled with zeros, with the flipped filter;
 * summed over the M outputs of each channel. (To write a block of the stride at once, as a full convolution
 * does, costs more here: kernels are fast for one output a channel.)
 */
export const depthwiseInputGradient = (filter: tf.Tensor4D, g: Geometry): InputGradient => {
  const [kh, kw, c, m] = filter.shape;
  const { rows, columns } = axesOf(g);
  const [r, s] = [frame(rows), frame(columns)];
  const flipped = tf.keep(
    tf.tidy(() => tf.reverse(tf.reshape<tf.Rank.R4>(filter, [kh, kw, c * m, 1]), [0, 1])),
  );
  const pad: tf.backend_util.ExplicitPadding = [
    [0, 0],
    [r.before, r.after],
    [s.before, s.after],
    [0, 0],
  ];
  return {
    apply: (dy) =>
      tf.tidy(() => {
        const whole = spread(dy, [rows.stride, columns.stride]);
        const out = tf.depthwiseConv2d(whole, flipped, 1, pad, 'NHWC', [rows.dilation, columns.dilation]);
        const [n, h, w] = out.shape;
        const exact = h === g.inHeight && w === g.inWidth;
        const cropped = exact
          ? out
          : tf.slice(out, [0, r.skipped, s.skipped, 0], [n, g.inHeight, g.inWidth, c * m]);
        if (m === 1) return cropped;
        const pixels = n * g.inHeight * g.inWidth;
        return tf.reshape(tf.sum(tf.reshape(cropped, [pixels, c, m]), 2), [n, g.inHeight, g.inWidth, c]);
      }),
    dispose: () => flipped.dispose(),
  };
};

/**
 * Gradient of a depthwise convolution in its filter [KH, KW, C, M], from inputs [N, H, W, C] and dy
 * [N, OH, OW, C·M]: a depthwise convolution in which every picture's channel is a channel of its own.
 */
export const depthwiseFilterGradient = (x: tf.Tensor4D, dy: tf.Tensor4D, g: Geometry): tf.Tensor4D =>
  tf.tidy(() => {
    const [n, h, w, c] = x.shape;
    const m = g.outChannels / g.inChannels;
    const images = tf.reshape<tf.Rank.R4>(tf.transpose(x, [1, 2, 0, 3]), [1, h, w, n * c]);
    const kernel = tf.reshape<tf.Rank.R4>(tf.transpose(dy, [1, 2, 0, 3]), [
      g.outHeight,
      g.outWidth,
      n * c,
      m,
    ]);
    const padded = tf.pad(images, [[0, 0], ...filterMargins(g), [0, 0]]);
    const dilations: [number, number] = [g.strideHeight, g.strideWidth];
    const taps = tf.depthwiseConv2d(
      padded,
      kernel,
      [g.dilationHeight, g.dilationWidth],
      'valid',
      'NHWC',
      dilations,
    );
    const reached = tf.slice(taps, [0, 0, 0, 0], [1, g.filterHeight, g.filterWidth, n * c * m]);
    return tf.sum(tf.reshape<tf.Rank.R5>(reached, [g.filterHeight, g.filterWidth, n, c, m]), 2);
  });
