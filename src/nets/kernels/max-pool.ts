import * as tf from '@tensorflow/tfjs-core';
import type { Geometry } from './conv2d-input.ts';

/**
 * Gradient of max pooling in its input x [N, H, W, C]: dy [N, OH, OW, C] goes to the first largest pixel
 * of each window (in row-major order, as on the CPU backend) and adds up where windows overlap. `pooled`
 * is the output of the forward pass.
 */
export const maxPoolGradient = (dy: tf.Tensor4D, x: tf.Tensor4D, pooled: tf.Tensor4D, g: Geometry): tf.Tensor4D =>
  tf.tidy(() => {
    const { top, bottom, left, right } = g.padInfo;
    const apart = g.filterHeight === g.strideHeight && g.filterWidth === g.strideWidth;
    return apart && top + bottom + left + right === 0 ? separate(dy, x, pooled, g) : overlapping(dy, x, pooled, g);
  });

/** The image resized to [height, width] at its end, by zeros (or the value given) or by cropping. */
const resized = (image: tf.Tensor4D, height: number, width: number): tf.Tensor4D => {
  const [n, h, w, c] = image.shape;
  const cropped = height < h || width < w;
  const inner = cropped ? tf.slice(image, [0, 0, 0, 0], [n, Math.min(h, height), Math.min(w, width), c]) : image;
  return padded(inner, [0, Math.max(0, height - h)], [0, Math.max(0, width - w)], 0);
};

const padded = (image: tf.Tensor4D, rows: [number, number], columns: [number, number], value: number): tf.Tensor4D =>
  rows[0] + rows[1] + columns[0] + columns[1] === 0 ? image : tf.pad(image, [[0, 0], rows, columns, [0, 0]], value);

/**
 * Windows side by side. All pixels that come first in their window form one plane, all that come second
 * the next, and so on: then each plane in turn takes the gradient where it holds the maximum and leaves
 * the rest to the following ones. Elementwise kernels and two cheap transpositions, no scatter.
 */
const separate = (dy: tf.Tensor4D, x: tf.Tensor4D, pooled: tf.Tensor4D, g: Geometry): tf.Tensor4D => {
  const [n, oh, ow, c] = pooled.shape;
  const [kh, kw] = [g.filterHeight, g.filterWidth];
  const windows = n * oh * ow;
  const whole = resized(x, oh * kh, ow * kw);
  const grouped = tf.transpose(tf.reshape(whole, [n * oh, kh, ow, kw * c]), [0, 2, 1, 3]);
  const planes = tf.transpose(tf.reshape(grouped, [windows, kh * kw, c]), [1, 0, 2]);
  const top = tf.reshape(pooled, [1, windows, c]);

  const taken: tf.Tensor[] = [];
  let rest = tf.reshape(dy, [1, windows, c]);
  for (let i = 0; i + 1 < kh * kw; i++) {
    const below = tf.step(tf.sub(top, tf.slice(planes, [i, 0, 0], [1, windows, c])));
    const left: tf.Tensor3D = tf.mul(rest, below);
    taken.push(tf.sub(rest, left));
    rest = left;
  }
  const back = tf.transpose(tf.concat([...taken, rest], 0), [1, 0, 2]);
  const rows = tf.transpose(tf.reshape(back, [n * oh, ow, kh, kw * c]), [0, 2, 1, 3]);
  return resized(tf.reshape(rows, [n, oh * kh, ow * kw, c]), g.inHeight, g.inWidth);
};

/**
 * Any windows, by the same taking in turn: tap (u, v) of all windows is a slice of the picture laid out as
 * [rows, stride, columns, stride], and what it takes is added there. (MaxPoolWithArgmax and a scatter would
 * be shorter, but on WebAssembly it takes the last of equal maxima and cannot see maxima below zero.)
 */
const overlapping = (dy: tf.Tensor4D, x: tf.Tensor4D, pooled: tf.Tensor4D, g: Geometry): tf.Tensor4D => {
  const { top, left } = g.padInfo;
  const [n, h, w, c] = x.shape;
  const [sh, sw] = [g.strideHeight, g.strideWidth];
  const rows = g.outHeight + Math.floor((g.filterHeight - 1) / sh);
  const columns = g.outWidth + Math.floor((g.filterWidth - 1) / sw);
  // −∞ never wins a window.
  const below = Math.max(0, rows * sh - h - top);
  const beyond = Math.max(0, columns * sw - w - left);
  const framed = resized(padded(x, [top, below], [left, beyond], -Infinity), rows * sh, columns * sw);
  const picture = tf.reshape<tf.Rank.R6>(framed, [n, rows, sh, columns, sw, c]);
  const shape = [n, g.outHeight, 1, g.outWidth, 1, c];
  const highest = tf.reshape(pooled, shape);

  let image: tf.Tensor = tf.zerosLike(picture);
  let rest: tf.Tensor = tf.reshape(dy, shape);
  for (let u = 0; u < g.filterHeight; u++) {
    for (let v = 0; v < g.filterWidth; v++) {
      const [i, a, j, b] = [Math.floor(u / sh), u % sh, Math.floor(v / sw), v % sw];
      const plane = tf.slice(picture, [0, i, a, j, b, 0], shape);
      const left: tf.Tensor = tf.mul(rest, tf.step(tf.sub(highest, plane)));
      const margins: [number, number][] = [
        [0, 0],
        [i, rows - g.outHeight - i],
        [a, sh - 1 - a],
        [j, columns - g.outWidth - j],
        [b, sw - 1 - b],
        [0, 0],
      ];
      image = tf.add(image, tf.pad(tf.sub(rest, left), margins));
      rest = left;
    }
  }
  const whole = tf.reshape<tf.Rank.R4>(image, [n, rows * sh, columns * sw, c]);
  return tf.slice(resized(whole, top + h, left + w), [0, top, left, 0], [n, h, w, c]);
};
