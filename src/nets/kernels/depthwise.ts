import * as tf from '@tensorflow/tfjs-core';
import { filterMargins } from './conv2d-filter.ts';
import { axesOf, wiring, type Geometry } from './conv2d-input.ts';
import { gradientAxis } from './gradient-axis.ts';

/**
 * Gradient of a depthwise convolution with filter [KH, KW, C, M] in its inputs [N, H, W, C]: a depthwise
 * convolution of dy [N, OH, OW, C·M] with the flipped filter, one block of the forward stride at a time,
 * summed over the M outputs of each channel.
 */
export const depthwiseInputGradient = (dy: tf.Tensor4D, filter: tf.Tensor4D, g: Geometry): tf.Tensor4D =>
  tf.tidy(() => {
    const [kh, kw, c, m] = filter.shape;
    const axes = axesOf(g);
    const r = gradientAxis(axes.rows);
    const s = gradientAxis(axes.columns);
    const block = r.block * s.block;
    const taps = tf.pad(tf.reshape<tf.Rank.R2>(filter, [kh * kw, c * m]), [
      [0, 1],
      [0, 0],
    ]);
    const wired = tf.gather(taps, tf.tensor1d(wiring(r, s, [kh, kw]), 'int32'));
    const flipped = tf.transpose(tf.reshape(wired, [r.taps.length * s.taps.length, block, c * m]), [0, 2, 1]);
    const padded = tf.pad(dy, [
      [0, 0],
      [r.before, r.after],
      [s.before, s.after],
      [0, 0],
    ]);
    const kernel = tf.reshape<tf.Rank.R4>(flipped, [r.taps.length, s.taps.length, c * m, block]);
    const out = tf.depthwiseConv2d(padded, kernel, 1, 'valid', 'NHWC', [r.dilation, s.dilation]);
    const [n, i, j] = out.shape;
    const summed = m === 1 ? out : tf.sum(tf.reshape(out, [n * i * j, c, m, block]), 2);
    const image = tf.transpose(tf.reshape(summed, [n * i, j, c, r.block, s.block]), [0, 3, 1, 4, 2]);
    const whole = tf.reshape<tf.Rank.R4>(image, [n, i * r.block, j * s.block, c]);
    return tf.slice(whole, [0, 0, 0, 0], [n, g.inHeight, g.inWidth, c]);
  });

/**
 * Gradient of a depthwise convolution in its filter [KH, KW, C, M], from inputs [N, H, W, C] and dy
 * [N, OH, OW, C·M]: a depthwise convolution in which every picture's channel is a channel of its own.
 */
export const depthwiseFilterGradient = (x: tf.Tensor4D, dy: tf.Tensor4D, g: Geometry): tf.Tensor4D =>
  tf.tidy(() => {
    const [n, h, w, c] = x.shape;
    const m = g.outChannels / g.inChannels;
    const images = tf.reshape<tf.Rank.R4>(tf.transpose(x, [1, 2, 0, 3]), [1, h, w, n * c]);
    const kernel = tf.reshape<tf.Rank.R4>(tf.transpose(dy, [1, 2, 0, 3]), [g.outHeight, g.outWidth, n * c, m]);
    const padded = tf.pad(images, [[0, 0], ...filterMargins(g), [0, 0]]);
    const dilations: [number, number] = [g.strideHeight, g.strideWidth];
    const taps = tf.depthwiseConv2d(padded, kernel, [g.dilationHeight, g.dilationWidth], 'valid', 'NHWC', dilations);
    const reached = tf.slice(taps, [0, 0, 0, 0], [1, g.filterHeight, g.filterWidth, n * c * m]);
    return tf.sum(tf.reshape<tf.Rank.R5>(reached, [g.filterHeight, g.filterWidth, n, c, m]), 2);
  });
