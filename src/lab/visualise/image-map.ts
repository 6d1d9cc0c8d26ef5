import type { Vec } from '../oracle.ts';
import { sigmoid } from '../softmax.ts';
import { mapped, row } from '../vec.ts';
import type { UnitOracle } from './maximise.ts';

/**
 * A picture as a linear function of as many numbers, and that function's adjoint, which takes gradients back.
 */
export interface ImageMap {
  readonly draw: (numbers: Vec) => Vec;
  readonly adjoint: (gradient: Vec) => Vec;
}

const rowByRow = (x: Vec, width: number, f: (one: Vec) => Vec): Vec => {
  const out = new Float32Array(x.length);
  for (let i = 0; i * width < x.length; i++) out.set(f(row(x, i, width)), i * width);
  return out;
};

/**
 * The unit asked about the pictures that a map draws; `next` gives the map of each question, which may be
 * another each time.
 */
export const throughMap = (unit: UnitOracle, next: () => ImageMap): UnitOracle => ({
  dimension: unit.dimension,
  activation: async (x) => {
    const { draw, adjoint } = next();
    const { activation, gradient } = await unit.activation(rowByRow(x, unit.dimension, draw));
    return { activation, gradient: rowByRow(gradient, unit.dimension, adjoint) };
  },
});

/**
 * The unit asked about low + (high − low)·sigmoid(x): any numbers make a picture in the box, with a gradient
 * everywhere.
 */
export const throughSigmoid = (unit: UnitOracle, [low, high]: readonly [number, number]): UnitOracle => ({
  dimension: unit.dimension,
  activation: async (x) => {
    const shares = mapped(x, sigmoid);
    const { activation, gradient } = await unit.activation(
      mapped(shares, (share) => low + (high - low) * share),
    );
    const slope = (share: number): number => (high - low) * share * (1 - share);
    return { activation, gradient: mapped(gradient, (value, i) => value * slope(shares[i])) };
  },
});
