import type { Vec } from '../oracle.ts';

/**
 * Columns shorter than this share of their own length, once the earlier ones are taken out, add no direction.
 */
const rankTolerance = 1e-7;

const inner = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
};

const takeOut = (v: Float64Array, basis: readonly Float64Array[]): void => {
  for (const q of basis) {
    const along = inner(q, v);
    for (let i = 0; i < v.length; i++) v[i] -= along * q[i];
  }
};

/**
 * An orthonormal basis of what the columns of a matrix (dimension rows, one after the other) span: modified
 * Gram–Schmidt, each column cleaned twice, columns that depend on earlier ones left out.
 */
export const orthonormalColumns = (matrix: Vec, dimension: number): readonly Float64Array[] => {
  const columns = matrix.length / dimension;
  const basis: Float64Array[] = [];
  for (let j = 0; j < columns; j++) {
    const v = Float64Array.from({ length: dimension }, (_, i) => matrix[i * columns + j]);
    const before = Math.sqrt(inner(v, v));
    takeOut(v, basis);
    takeOut(v, basis);
    const left = Math.sqrt(inner(v, v));
    if (left > rankTolerance * before) basis.push(v.map((value) => value / left));
  }
  return basis;
};

/** A perturbation as the sum of a part along the manifold and a part at right angles to it. */
export interface TangentNormal {
  readonly tangent: Vec;
  readonly normal: Vec;
  /** The tangent's part of the perturbation's squared length, 0 … 1; 0 of no perturbation. */
  readonly tangentShare: number;
  /** The number of independent directions of the manifold here. */
  readonly rank: number;
}

/**
 * Splits a perturbation by least squares: `jacobian` has the derivatives of each number of the picture in all
 * latents, number after number, so that its columns are the directions of the manifold. As in Stutz et al.
 * 2019, §3.
 */
export const tangentNormal = (perturbation: Vec, jacobian: Vec): TangentNormal => {
  const basis = orthonormalColumns(jacobian, perturbation.length);
  const whole = Float64Array.from(perturbation);
  const rest = whole.slice();
  takeOut(rest, basis);
  takeOut(rest, basis);
  const total = inner(whole, whole);
  const across = inner(rest, rest);
  return {
    tangent: Float32Array.from(whole, (value, i) => value - rest[i]),
    normal: Float32Array.from(rest),
    tangentShare: total === 0 ? 0 : Math.max(0, 1 - across / total),
    rank: basis.length,
  };
};
