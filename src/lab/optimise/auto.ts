import type { Vec } from '../oracle.ts';
import { marginOf, marginWeights, type RowGoal } from './goal.ts';

/**
 * The steps after which APGD looks whether they still pay (Croce and Hein 2020, section 3.1): ⌈pⱼ·steps⌉,
 * ever closer together.
 */
export const checkpointsOf = (steps: number): readonly number[] => {
  const places: number[] = [];
  let [before, p] = [0, 0.22];
  while (p <= 1) {
    // Whole percents, so that the sums have no binary noise that ⌈ ⌉ would magnify.
    places.push(Math.ceil((Math.round(100 * p) * steps) / 100));
    [before, p] = [p, p + Math.max(p - before - 0.03, 0.06)];
  }
  return [...new Set(places)];
};

/** Classes, the largest logits first, of equals the first; only as many as are looked at. */
const ranked = (z: Vec): readonly number[] =>
  Array.from(z.keys())
    .sort((a, b) => z[b] - z[a])
    .slice(0, 4);

/**
 * The classes that the spread of the logits is measured with, each with its weight: the first against the
 * third, or the third and fourth.
 */
const spreadWeights = (
  z: Vec,
  { kind, rival }: RowGoal,
): readonly (readonly [k: number, weight: number])[] => {
  const [first = 0, , third = 0, fourth = third] = ranked(z);
  return kind === 'leave' && rival === undefined
    ? [
        [first, 1],
        [third, -1],
      ]
    : [
        [first, 1],
        [third, -0.5],
        [fourth, -0.5],
      ];
};

const spreadOf = (z: Vec, goal: RowGoal): number =>
  spreadWeights(z, goal).reduce((sum, [k, weight]) => sum + weight * z[k], 0);

/**
 * The difference of logits ratio (Croce and Hein 2020, equations 6 and 7): how far the logits are past the
 * goal, over their spread. It changes with neither the scale of the logits nor a constant added to them. To
 * leave a label for a given rival it is the paper's targeted loss. That knows the true class: where only a
 * label to reach is told, the label's rival stands for it. 0 where all are equal.
 */
export const dlrOf = (z: Vec, goal: RowGoal): number => {
  const spread = spreadOf(z, goal);
  return spread > 0 ? marginOf(z, goal) / spread : 0;
};

/** Its gradient in the logits; zeros where they have no spread. */
export const dlrWeights = (z: Vec, goal: RowGoal): Vec => {
  const spread = spreadOf(z, goal);
  if (!(spread > 0)) return new Float32Array(z.length);
  const weights = marginWeights(z, goal).map((value) => value / spread);
  const share = marginOf(z, goal) / spread ** 2;
  for (const [k, weight] of spreadWeights(z, goal)) weights[k] = weights[k] - share * weight;
  return weights;
};
