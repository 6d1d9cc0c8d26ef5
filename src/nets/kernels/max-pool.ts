import * as tf from '@tensorflow/tfjs-core';
import type { Geometry } from './conv2d-input.ts';

/**
 * Gradient of max pooling in its input x [N, H, W, C]: dy [N, OH, OW, C] goes to the first largest pixel
 * of each window (in row-major order, as on the CPU backend) and adds up where windows overlap. `pooled`
 * is the output of the forward pass.
 */
export const maxPoolGradient = (
  dy: tf.Tensor4D,
  x: tf.Tensor4D,
  pooled: tf.Tensor4D,
  g: Geometry,
): tf.Tensor4D =>
  tf.tidy(() => {
    const { top, bottom, left, right } = g.padInfo;
    const apart = g.filterHeight === g.strideHeight && g.filterWidth === g.strideWidth;
    return apart && top + bottom + left + right === 0
      ? separate(dy, x, pooled, g)
      : overlapping(dy, x, pooled, g);
  });

/** The image resized to [height, width] at its end, by zeros (or the value given) or by cropping. */
const resized = (image: tf.Tensor4D, height: number, width: number): tf.Tensor4D => {
  const [n, h, w, c] = image.shape;
  const cropped = height < h || width < w;
  const inner = cropped
    ? tf.slice(image, [0, 0, 0, 0], [n, Math.min(h, height), Math.min(w, width), c])
    : image;
  return padded(inner, [0, Math.max(0, height - h)], [0, Math.max(0, width - w)], 0);
};

const padded = (
  image: tf.Tensor4D,
  rows: [number, number],
  columns: [number, number],
  value: number,
): tf.Tensor4D =>
  rows[0] + rows[1] + columns[0] + columns[1] === 0
    ? image
    : tf.pad(image, [[0, 0], rows, columns, [0, 0]], value);

/**
 * Windows side by side, their pixels in a row: one takes the gradient if it holds the maximum and none
 * before it does. Counting those before is a depthwise convolution along the row. (Taking turns as below
 * costs a slice per pixel, which on WebAssembly copies the whole tensor each time.)
 */
const separate = (dy: tf.Tensor4D, x: tf.Tensor4D, pooled: tf.Tensor4D, g: Geometry): tf.Tensor4D => {
  const [n, oh, ow, c] = pooled.shape;
  const [kh, kw] = [g.filterHeight, g.filterWidth];
  const [windows, size] = [n * oh * ow, kh * kw];
  const whole = resized(x, oh * kh, ow * kw);
  const rows = tf.transpose(tf.reshape(whole, [n * oh, kh, ow, kw * c]), [0, 2, 1, 3]);

  const below = tf.step(
    tf.sub(tf.reshape(pooled, [windows, 1, 1, c]), tf.reshape(rows, [windows, size, 1, c])),
  );
  const hits: tf.Tensor4D = tf.sub(1, below);
  // One's own hit less all hits before it: 1 for the first hit, else 0 or less.
  const filter = tf.tensor4d(ownLessEarlier(size, c), [size, 1, c, 1]);
  const first = tf.step(
    tf.depthwiseConv2d(hits, filter, 1, [
      [0, 0],
      [size - 1, 0],
      [0, 0],
      [0, 0],
    ]),
  );
  const taken = tf.mul(tf.reshape(dy, [windows, 1, 1, c]), first);

  const back = tf.transpose(tf.reshape(taken, [n * oh, ow, kh, kw * c]), [0, 2, 1, 3]);
  return resized(tf.reshape(back, [n, oh * kh, ow * kw, c]), g.inHeight, g.inWidth);
};

const ownLessEarlier = (size: number, channels: number): Float32Array =>
  Float32Array.from({ length: size * channels }, (_, k) => (k < (size - 1) * channels ? -1 : 1));

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
