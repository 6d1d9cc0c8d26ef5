import type { Vec } from './oracle.ts';
import type { Random } from './random.ts';

/**
 * How a perturbation is measured: its largest number, its length, its sum, or how many numbers it changes.
 */
export type BallId = 'linf' | 'l2' | 'l1' | 'l0';

/**
 * A way to measure a perturbation, and the set of those no larger than a radius. All members
 * take one row (one perturbation or gradient) and return a new one.
 */
export interface Ball {
  readonly id: BallId;
  /** As people write it: L∞, L2, L1, L0. */
  readonly title: string;
  /** The smallest step that changes anything: 1 for l0, which counts; 0 for the norms. */
  readonly grain: number;
  /** The size of a perturbation: max |δᵢ|, √Σδᵢ², Σ|δᵢ|, or the number of non-zero δᵢ. */
  readonly size: (perturbation: Vec) => number;
  /** The nearest point (in L2) of the ball of that radius. */
  readonly project: (perturbation: Vec, radius: number) => Vec;
  /**
   * The point of the ball of that radius with the largest inner product with the gradient (for l0, with |δᵢ|
   * ≤ 1).
   */
  readonly steepest: (gradient: Vec, radius: number) => Vec;
  /**
   * That largest inner product: radius × dual norm (for l0, with |δᵢ| ≤ 1, the sum of the ⌊radius⌋ largest
   * |gᵢ|).
   */
  readonly gain: (gradient: Vec, radius: number) => number;
  /**
   * A random perturbation of the ball: uniform in it for the norms; for l0, ⌊radius⌋ random places, uniform
   * in ±1.
   */
  readonly sample: (dimension: number, radius: number, random: Random) => Vec;
  /**
   * A random perturbation of exactly that size, to compare with a chosen one: for linf and l0 of random signs
   * only.
   */
  readonly sampleOfSize: (dimension: number, size: number, random: Random) => Vec;
}
