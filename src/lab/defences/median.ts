import type { Vec } from '../oracle.ts';
import type { PictureShape, Preprocessing } from './preprocessing.ts';

/** A place beyond the edge is that of its mirror image, the edge pixel itself repeated. */
const mirrored = (place: number, count: number): number => {
  const inside = place < 0 ? -1 - place : place >= count ? 2 * count - 1 - place : place;
  return Math.min(count - 1, Math.max(0, inside));
};

/** For every number, the places whose numbers its window holds. */
const windows = ([h, w, c]: PictureShape, size: number): readonly Int32Array[] => {
  const before = Math.floor(size / 2);
  return Array.from({ length: h * w * c }, (_, i) => {
    const [y, x, channel] = [Math.floor(i / (w * c)), Math.floor(i / c) % w, i % c];
    return Int32Array.from({ length: size * size }, (_, k) => {
      const row = mirrored(y - before + Math.floor(k / size), h);
      const column = mirrored(x - before + (k % size), w);
      return (row * w + column) * c + channel;
    });
  });
};

/**
 * The median of each size × size window, each channel by itself; of an even number the upper of the two in
 * the middle, and the window then reaches further up and left, as in Xu et al.'s code. The median is one of
 * the numbers, so the gradient goes to that one, the first of equals.
 */
export const medianFilter = (shape: PictureShape, size: number): Preprocessing => {
  const places = windows(shape, size);
  const rank = Math.floor((size * size) / 2);
  const values = new Float32Array(size * size);
  const chosen = (x: Vec): Int32Array =>
    Int32Array.from(places, (window) => {
      window.forEach((place, k) => (values[k] = x[place]));
      const median = values.sort()[rank];
      return window.find((place) => x[place] === median) ?? 0;
    });
  return {
    id: `median-${size}`,
    title: `Median of ${size} × ${size} pixels`,
    source: 'xu2018feature',
    apply: (x) => Float32Array.from(chosen(x), (place) => x[place]),
    back: (x, gradient) => {
      const out = new Float32Array(x.length);
      chosen(x).forEach((place, i) => (out[place] += gradient[i]));
      return out;
    },
  };
};
