import type { Ball } from './ball.ts';
import type { Oracle, Vec } from './oracle.ts';

/** Leave the given label (any other will do), or reach it; one label per row. */
export interface Goal {
  readonly kind: 'leave' | 'reach';
  readonly labels: Int32Array;
}

/** What an attack is asked: a batch of inputs, where to go, and how far it may go. */
export interface Problem {
  readonly oracle: Oracle;
  /** n·dimension numbers inside the box. Never written to. */
  readonly x0: Vec;
  readonly goal: Goal;
  readonly ball: Ball;
  readonly radius: number;
  readonly box: readonly [low: number, high: number];
}
