import type { Vec } from './oracle.ts';

/** Row i of a batch of rows of that width: a view, not a copy. */
export const row = (x: Vec, i: number, width: number): Vec => x.subarray(i * width, (i + 1) * width);

/** a + b, number by number. */
export const add = (a: Vec, b: Vec): Vec => a.map((value, i) => value + (b[i] as number));

/** a − b, number by number. */
export const subtract = (a: Vec, b: Vec): Vec => a.map((value, i) => value - (b[i] as number));

/** Every number moved to the nearest one between low and high. */
export const clip = (x: Vec, [low, high]: readonly [number, number]): Vec =>
  x.map((value) => Math.min(high, Math.max(low, value)));

/** The place of the largest of a row's numbers, the first of equals; NaN is never the largest. */
export const argmax = (values: ArrayLike<number>): number => {
  let best = 0;
  for (let i = 1; i < values.length; i++) {
    const largest = values[best] as number;
    if ((values[i] as number) > largest || Number.isNaN(largest)) best = i;
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
    for (const value of row(x, i, width)) if (value === 0 || !Number.isFinite(value)) zeros++;
    shares[i] = zeros / width;
  }
  return shares;
};
