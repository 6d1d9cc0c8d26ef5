import type { Goal } from '../problem.ts';
import { logOdds, softmax } from '../softmax.ts';
import type { Vec } from '../oracle.ts';

/** One row's goal: the kind of the problem's goal and the row's label. */
export interface RowGoal {
  readonly kind: Goal['kind'];
  readonly label: number;
  /** The one other class that the label is compared with; if not given, always the likeliest. */
  readonly rival?: number;
}

/** The class with the largest logit apart from the label, the first of equals. */
export const rivalOf = (z: Vec, label: number): number => {
  let best = -1;
  for (let k = 0; k < z.length; k++) {
    if (k !== label && (best === -1 || z[k] > z[best])) best = k;
  }
  return best;
};

/** Classes other than the label, the largest logits first, of equals the first; so many at most. */
export const rivalsOf = (z: Vec, label: number, count: number): readonly number[] =>
  Array.from(z.keys())
    .filter((k) => k !== label)
    .sort((a, b) => z[b] - z[a])
    .slice(0, count);

const sign = ({ kind }: RowGoal): number => (kind === 'reach' ? 1 : -1);

/**
 * How far the logits are past the goal: the label's logit less its rival's to reach it, the reverse to leave
 * it.
 */
export const marginOf = (z: Vec, goal: RowGoal): number =>
  sign(goal) * (z[goal.label] - z[goal.rival ?? rivalOf(z, goal.label)]);

/** The margin's gradient in the logits. */
export const marginWeights = (z: Vec, goal: RowGoal): Vec => {
  const weights = new Float32Array(z.length);
  weights[goal.label] = sign(goal);
  weights[goal.rival ?? rivalOf(z, goal.label)] = -sign(goal);
  return weights;
};

/**
 * The log-odds of the goal, log(p / (1 − p)) where p is the probability that the label is reached, or left.
 */
export const oddsOf = (z: Vec, goal: RowGoal): number =>
  sign(goal) * logOdds(z, Int32Array.of(goal.label), z.length)[0];

/**
 * The gradient of these log-odds in the logits: ±1 at the label, ∓ the softmax of the others. The
 * cross-entropy's gradient is a multiple of it, but one that vanishes where p is near 0 or 1; this one never
 * does.
 */
export const oddsWeights = (z: Vec, goal: RowGoal): Vec => {
  const others = z.slice();
  others[goal.label] = -Infinity;
  const weights = softmax(others, z.length);
  for (let k = 0; k < weights.length; k++) weights[k] *= -sign(goal);
  weights[goal.label] = sign(goal);
  return weights;
};
