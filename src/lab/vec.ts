import type { Vec } from './oracle.ts';

/** The number at that place; throws a RangeError where there is none. */
export const numberAt = (values: ArrayLike<number>, i: number): number => {
  const value = values[i] as number | undefined;
  if (value === undefined) throw new RangeError(`There is no number at ${i} of ${values.length}.`);
  return value;
};

/** Row i of a batch of rows of that width: a view, not a copy. */
export const row = (x: Vec, i: number, width: number): Vec => x.subarray(i * width, (i + 1) * width);

/** All the numbers, one list after the other. */
export const joined = (parts: readonly Vec[]): Vec => {
  const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

/**
 * f of every number, in a new array. A plain loop: Float32Array's own map and reduce take several times as
 * long, and this is what every step of an attack does to every number of every picture.
 */
export const mapped = (x: Vec, f: (value: number, i: number) => number): Vec => {
  const out = new Float32Array(x.length);
  for (let i = 0; i < x.length; i++) out[i] = f(x[i], i);
  return out;
};

/** a + b, number by number. */
export const add = (a: Vec, b: Vec): Vec => {
  const out = new Float32Array(a.length);
  for (let i = 0; i < a.length; i++) out[i] = a[i] + b[i];
  return out;
};

/** a − b, number by number. */
export const subtract = (a: Vec, b: Vec): Vec => {
  const out = new Float32Array(a.length);
  for (let i = 0; i < a.length; i++) out[i] = a[i] - b[i];
  return out;
};

/** q + by·v, in place. */
export const addTo = (q: Vec, v: Vec, by: number): void => {
  for (let j = 0; j < q.length; j++) q[j] += by * v[j];
};

/** Every number moved to the nearest one between low and high. */
export const clip = (x: Vec, [low, high]: readonly [number, number]): Vec => {
  const out = new Float32Array(x.length);
  for (let i = 0; i < x.length; i++) {
    const value = x[i];
    out[i] = value < low ? low : value > high ? high : value;
  }
  return out;
};

/** max |xᵢ|, 0 of none. */
export const largestSize = (x: Vec): number => {
  let largest = 0;
  for (let i = 0; i < x.length; i++) largest = Math.max(largest, Math.abs(x[i]));
  return largest;
};

/** Σ |xᵢ|, in 64 bits. */
export const sumOfSizes = (x: Vec): number => {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += Math.abs(x[i]);
  return sum;
};

/** √Σ xᵢ², in 64 bits. */
export const length = (x: Vec): number => {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i] * x[i];
  return Math.sqrt(sum);
};

/** Whether two rows are the same, number by number. */
export const same = (a: Vec, b: Vec): boolean => a.every((value, i) => value === b[i]);

/** Σ aᵢ·bᵢ, in 64 bits. */
export const inner = (a: Vec, b: Vec): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
};

/** The place of the largest of a row's numbers, the first of equals; NaN is never the largest. */
export const argmax = (values: ArrayLike<number>): number => {
  let best = 0;
  for (let i = 1; i < values.length; i++) {
    const largest = values[best];
    if (values[i] > largest || Number.isNaN(largest)) best = i;
  }
  return best;
};

/** The predicted class of each row of logits (or probabilities). */
export const predictions = (logits: Vec, classes: number): Int32Array<ArrayBuffer> =>
  Int32Array.from({ length: logits.length / classes }, (_, i) => argmax(row(logits, i, classes)));

/** Whether every number is finite. */
export const allFinite = (x: Vec): boolean => x.every(Number.isFinite);

/** Share of each row's numbers that are zero or not finite: coordinates in which a gradient says nothing. */
export const zeroShare = (x: Vec, width: number): Vec => {
  const shares = new Float32Array(x.length / width);
  for (let i = 0; i < shares.length; i++) {
    let zeros = 0;
    for (let j = i * width; j < (i + 1) * width; j++) {
      const value = x[j];
      if (value === 0 || !Number.isFinite(value)) zeros++;
    }
    shares[i] = zeros / width;
  }
  return shares;
};
