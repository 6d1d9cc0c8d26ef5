import { z } from 'zod';
import type { NetId } from '../../../nets/net.ts';

/** Digits of the test set, from one place to before another, to be attacked on a net by AutoAttack in L∞. */
export interface Task {
  readonly folder: string;
  readonly net: NetId;
  readonly from: number;
  readonly to: number;
  readonly radius: number;
  readonly seed: number;
}

/** What was wrong before any attack is felled by this. */
export const nothing = 'nothing';

/** What became of the digits of a task. */
export const fate = z.strictObject({
  /** Which part felled each, `nothing` where the net was wrong before; null where it stands. */
  by: z.array(z.string().nullable()),
  /** Why this cannot be trusted. */
  doubts: z.array(z.string()),
});

export type Fate = z.output<typeof fate>;
