import { z } from 'zod';
import type { Smoothing } from '../../../lab/defences/smoothing.ts';
import type { NetId } from '../../../nets/net.ts';

/** Digits of the test set, by their numbers, about which a smoothed net is to be certified. */
export interface Task {
  readonly folder: string;
  readonly net: NetId;
  readonly digits: readonly number[];
  readonly smoothing: Smoothing;
  readonly seed: number;
}

/** What is certain about each digit of a task. */
export const certificates = z.array(
  z.strictObject({
    /** What was drawn. */
    drawn: z.int(),
    /** What the smoothed net says; null where it abstains. */
    says: z.int().nullable(),
    /** The length (L2) within which no perturbation changes that. */
    radius: z.number(),
  }),
);

/** What is certain about each digit of a task. */
export type Certificates = z.output<typeof certificates>;
