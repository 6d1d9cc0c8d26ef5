import type { Vec } from '../oracle.ts';
import { cellMeans } from '../sampling.ts';
import { joined, row } from '../vec.ts';

/** Pictures of two classes, row after row, every other one of class 1. */
export interface Pictures {
  readonly x: Vec;
  readonly n: number;
  readonly dimension: number;
}

/** One logistic unit under training. */
export interface Regression {
  readonly w: Float64Array;
  bias: number;
}

/** Square pictures as means of squares of k × k pixels. */
export const pooled = ({ x, n, dimension }: Pictures, k: number): Pictures => {
  const side = Math.sqrt(dimension) / k;
  const small = Array.from({ length: n }, (_, i) => cellMeans(row(x, i, dimension), side, k));
  return { x: joined(small), n, dimension: side * side };
};

/** The sum w·x + b of picture i. */
const sumOf = ({ w, bias }: Regression, { x, dimension }: Pictures, i: number): number => {
  let sum = bias;
  for (let j = 0; j < dimension; j++) sum += w[j] * x[i * dimension + j];
  return sum;
};

/** A unit that has learned nothing: every weight 0. */
export const untrained = (dimension: number): Regression => ({ w: new Float64Array(dimension), bias: 0 });

/**
 * The largest step, roughly, that does not overshoot: 2 over the mean of the squared lengths of the pictures.
 */
export const rateFor = ({ x, n }: Pictures): number => {
  let squares = 0;
  for (const value of x) squares += value * value;
  return (2 * n) / squares;
};

/** One step of gradient descent on the mean cross-entropy of all pictures; changes the unit. */
export const train = (unit: Regression, pictures: Pictures, rate: number): void => {
  const { x, n, dimension } = pictures;
  const gradient = new Float64Array(dimension);
  let lean = 0;
  for (let i = 0; i < n; i++) {
    const residual = 1 / (1 + Math.exp(-sumOf(unit, pictures, i))) - (i % 2);
    for (let j = 0; j < dimension; j++) gradient[j] += residual * x[i * dimension + j];
    lean += residual;
  }
  for (let j = 0; j < dimension; j++) unit.w[j] -= (rate * gradient[j]) / n;
  unit.bias -= (rate * lean) / n;
};

/** By how much each picture's sum lies on its own side of 0; negative where it is misread. */
export const marginsOf = (unit: Regression, pictures: Pictures): Float64Array =>
  Float64Array.from({ length: pictures.n }, (_, i) => (i % 2 === 1 ? 1 : -1) * sumOf(unit, pictures, i));

/** The margins after every pixel has moved by ε against its class, cut to black and white. */
export const cutMargins = (unit: Regression, { x, n, dimension }: Pictures, epsilon: number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => {
    const side = i % 2 === 1 ? 1 : -1;
    let sum = unit.bias;
    for (let j = 0; j < dimension; j++) {
      const w = unit.w[j];
      const moved = x[i * dimension + j] - side * Math.sign(w) * epsilon;
      sum += w * Math.min(1, Math.max(0, moved));
    }
    return side * sum;
  });

/** ‖w‖₁ and ‖w‖₂. */
export const normsOf = ({ w }: Regression): { readonly l1: number; readonly l2: number } => ({
  l1: w.reduce((sum, value) => sum + Math.abs(value), 0),
  l2: Math.hypot(...w),
});
