import type { Vec } from '../oracle.ts';
import { row } from '../vec.ts';
import { orthonormalColumns } from './tangent-normal.ts';

/** A smooth map from bounded latents to pictures. */
export interface Manifold {
  readonly low: Vec;
  readonly high: Vec;
  readonly draw: (latent: Vec) => Vec;
  /** Derivatives of each number of the picture in all latents, number after number. */
  readonly jacobian: (latent: Vec) => Vec;
}

/** The same manifold with each latent counted from 0 at its lower bound to 1 at its upper one. */
export const inUnits = ({ low, high, draw, jacobian }: Manifold): Manifold => {
  const k = low.length;
  const range = Float64Array.from(high, (value, j) => value - low[j]);
  const latentOf = (units: Vec): Vec => units.map((value, j) => low[j] + value * range[j]);
  return {
    low: new Float32Array(k),
    high: new Float32Array(k).fill(1),
    draw: (units) => draw(latentOf(units)),
    jacobian: (units) => jacobian(latentOf(units)).map((slope, at) => slope * range[at % k]),
  };
};

/** A latent in those units. */
export const toUnits = ({ low, high }: Manifold, latent: Vec): Vec =>
  latent.map((value, j) => (value - low[j]) / (high[j] - low[j]));

/**
 * The flat manifold that touches a picture: the picture plus every combination, up to `reach` in each number,
 * of an orthonormal basis of the directions that `jacobian` has in its columns. Sizes in L2 are the same in
 * it and in pictures.
 */
export const tangentPlane = (picture: Vec, jacobian: Vec, reach: number): Manifold => {
  const basis = orthonormalColumns(jacobian, picture.length);
  const k = basis.length;
  const columns = new Float32Array(picture.length * k);
  basis.forEach((direction, j) => direction.forEach((value, i) => (columns[i * k + j] = value)));
  return {
    low: new Float32Array(k).fill(-reach),
    high: new Float32Array(k).fill(reach),
    draw: (latent) =>
      picture.map((value, i) => row(columns, i, k).reduce((sum, q, j) => sum + q * latent[j], value)),
    jacobian: () => columns,
  };
};
