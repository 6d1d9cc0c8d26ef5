import type { Vec } from '../oracle.ts';
import { shuffled, type Random } from '../random.ts';
import { readerError } from '../reader-error.ts';

/** Where each number of a shuffled picture comes from: out[i] = in[order[i]]. */
export type Order = Int32Array<ArrayBuffer>;

/**
 * A random order of the patches of a picture (height, width, channels): `across` × `across` of them, which
 * must divide it.
 */
export const patchOrder = (
  [h, w, c]: readonly [number, number, number],
  across: number,
  random: Random,
): Order => {
  if (h % across !== 0 || w % across !== 0) {
    throw readerError(
      `A picture of ${h} × ${w} cannot be cut into ${across} × ${across} patches; choose a divisor.`,
    );
  }
  const places = shuffled(across * across, random);
  const [ph, pw] = [h / across, w / across];
  return Int32Array.from({ length: h * w * c }, (_, i) => {
    const [y, x, channel] = [Math.floor(i / (w * c)), Math.floor(i / c) % w, i % c];
    const from = places[Math.floor(y / ph) * across + Math.floor(x / pw)];
    const [fy, fx] = [Math.floor(from / across) * ph + (y % ph), (from % across) * pw + (x % pw)];
    return (fy * w + fx) * c + channel;
  });
};

/** The order that undoes another. */
export const inverseOrder = (order: Order): Order => {
  const inverse = new Int32Array(order.length);
  order.forEach((from, to) => (inverse[from] = to));
  return inverse;
};

/** One picture's numbers in that order. */
export const inOrder = (picture: Vec, order: Order): Vec => Float32Array.from(order, (from) => picture[from]);
