import { z } from 'zod';
import type { BallId } from '../../../lab/ball.ts';
import type { NetId } from '../../../nets/net.ts';

/** Pictures that a net is judged by, from one place to before another, to be attacked by AutoAttack. */
export interface Task {
  readonly folder: string;
  /** One net, or several that answer by the mean of their probabilities. */
  readonly nets: readonly NetId[];
  /** Of MNIST's test set, or fresh pictures of the emoji that our nets learned from. */
  readonly pictures: 'digits' | 'emoji';
  readonly from: number;
  readonly to: number;
  readonly ball: BallId;
  readonly radius: number;
  readonly seed: number;
}

/** What was wrong before any attack is felled by this. */
export const nothing = 'nothing';

/** What became of the pictures of a task. */
export const fate = z.strictObject({
  /** Which part felled each, `nothing` where the net was wrong before; null where it stands. */
  by: z.array(z.string().nullable()),
  /** Why this cannot be trusted. */
  doubts: z.array(z.string()),
});

export type Fate = z.output<typeof fate>;
