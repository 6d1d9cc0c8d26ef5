import * as tf from '@tensorflow/tfjs-core';
import type { Geometry } from './conv2d-input.ts';

type Pair = [number, number];

/**
 * Padding [[before, after] of rows, of columns] under which the gradient of the outputs, as a kernel,
 * slides over every tap of the filter; strides and dilations swap places.
 */
export const filterMargins = (g: Geometry): readonly [Pair, Pair] => {
  const margins = (
    taps: number,
    d: number,
    outputs: number,
    s: number,
    input: number,
    before: number,
  ): Pair => [before, Math.max(0, (taps - 1) * d + (outputs - 1) * s + 1 - input - before)];
  return [
    margins(g.filterHeight, g.dilationHeight, g.outHeight, g.strideHeight, g.inHeight, g.padInfo.top),
    margins(g.filterWidth, g.dilationWidth, g.outWidth, g.strideWidth, g.inWidth, g.padInfo.left),
  ];
};

/**
 * Gradient of a convolution in its filter [KH, KW, C, O], from inputs [N, H, W, C] and the gradient of
 * the outputs [N, OH, OW, O]: a convolution over the batch as channels, with dy as the kernel.
 */
export const conv2dFilterGradient = (x: tf.Tensor4D, dy: tf.Tensor4D, g: Geometry): tf.Tensor4D =>
  tf.tidy(() => {
    const images = tf.transpose(x, [3, 1, 2, 0]);
    const kernel = tf.transpose(dy, [1, 2, 0, 3]);
    const pad: tf.backend_util.ExplicitPadding = [[0, 0], ...filterMargins(g), [0, 0]];
    const dilations: Pair = [g.strideHeight, g.strideWidth];
    const taps = tf.conv2d(images, kernel, [g.dilationHeight, g.dilationWidth], pad, 'NHWC', dilations);
    // Inputs that no window reached stand after the last tap.
    return tf.slice(tf.transpose(taps, [1, 2, 0, 3]), [0, 0, 0, 0], g.filterShape);
  });
