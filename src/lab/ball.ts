import type { Random } from './random.ts';
import type { Vec } from './oracle.ts';

export type BallId = 'linf' | 'l2' | 'l1' | 'l0';

/**
 * A way to measure a perturbation, and the set of those no larger than a radius. All members
 * take one row (one perturbation or gradient) and return a new one.
 */
export interface Ball {
  readonly id: BallId;
  /** The size of a perturbation: max |δᵢ|, √Σδᵢ², Σ|δᵢ|, or the number of non-zero δᵢ. */
  size(perturbation: Vec): number;
  /** The nearest point (in L2) of the ball of that radius. */
  project(perturbation: Vec, radius: number): Vec;
  /** The point of the ball of that radius with the largest inner product with the gradient. */
  steepest(gradient: Vec, radius: number): Vec;
  /** That largest inner product: radius × dual norm (for l0, with |δᵢ| ≤ 1, the sum of the ⌊radius⌋ largest |gᵢ|). */
  gain(gradient: Vec, radius: number): number;
  /** A random perturbation of the ball; uniform in it for linf and l2. */
  sample(dimension: number, radius: number, random: Random): Vec;
}
