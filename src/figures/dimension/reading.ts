import { random } from '../../lab/random.ts';
import { numberAt } from '../../lab/vec.ts';
import { curveEpsilons, type Reading } from './frame.ts';
import type { DimensionState } from './params.ts';
import {
  cutMargins,
  marginsOf,
  normsOf,
  type Pictures,
  type Regression,
} from '../../lab/statistics/regression.ts';

const share = (margins: Float64Array, lost: (i: number) => number): number =>
  margins.reduce((wrong, margin, i) => wrong + (margin - lost(i) <= 0 ? 1 : 0), 0) / margins.length;

const median = (values: Float64Array): number => values.toSorted()[values.length >> 1] ?? 0;

const sevenOf = ({ w, bias }: Regression, levels: Uint8Array): number => {
  const sum = levels.reduce((total, level, j) => total + (numberAt(w, j) * level) / 255, bias);
  return 1 / (1 + Math.exp(-sum));
};

/** The first seven, and what becomes of it: in levels of grey, cut to black and white. */
const example = (unit: Regression, { x, dimension }: Pictures, signs: Float32Array, epsilon: number) => {
  const levels = (change: (j: number) => number): Uint8Array =>
    Uint8Array.from({ length: dimension }, (_, j) => {
      const value = numberAt(x, dimension + j) + epsilon * change(j);
      return Math.round(255 * Math.min(1, Math.max(0, value)));
    });
  const picture = levels(() => 0);
  const shown = levels((j) => -Math.sign(numberAt(unit.w, j)));
  const control = levels((j) => numberAt(signs, j));
  return {
    picture,
    shown,
    control,
    seven: [sevenOf(unit, picture), sevenOf(unit, shown), sevenOf(unit, control)] as const,
  };
};

/** A sign for every pixel of every picture. */
export const signsFor = ({ n, dimension }: Pictures, seed: number): Float32Array => {
  const stream = random(seed).fork(`signs of ${dimension} pixels`);
  return Float32Array.from({ length: n * dimension }, () => (stream.uniform() < 0.5 ? -1 : 1));
};

/**
 * How a unit reads fresh pictures, as they are and with every pixel moved by ε: against the weights, or with
 * random signs.
 */
export const reading = (
  unit: Regression,
  pictures: Pictures,
  signs: Float32Array,
  state: DimensionState,
): Reading => {
  const { n, dimension } = pictures;
  const margins = marginsOf(unit, pictures);
  const { l1, l2 } = normsOf(unit);
  const lost = Float64Array.from({ length: n }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < dimension; j++) sum += numberAt(unit.w, j) * numberAt(signs, i * dimension + j);
    return sum;
  });
  const attacked = (epsilon: number): number => share(margins, () => epsilon * l1);
  const cut = (epsilon: number): number => share(cutMargins(unit, pictures, epsilon), () => 0);
  const control = (epsilon: number): number => share(margins, (i) => epsilon * numberAt(lost, i));
  const middle = Math.max(0, median(margins));
  return {
    side: Math.sqrt(dimension),
    attacked: curveEpsilons.map(attacked),
    cut: curveEpsilons.map(cut),
    random: curveEpsilons.map(control),
    at: { attacked: attacked(state.epsilon), cut: cut(state.epsilon), random: control(state.epsilon) },
    needs: { aligned: middle / l1, random: middle / l2 },
    ...example(unit, pictures, signs.subarray(dimension, 2 * dimension), state.epsilon),
  };
};
