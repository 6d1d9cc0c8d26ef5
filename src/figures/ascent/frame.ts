import type { AscentState } from './params.ts';

/** One of the two climbs after some steps. */
export interface Climb {
  /** The picture in 8 bits. */
  readonly picture: Uint8Array;
  /** How sure the net is of the answer that is wanted, after each step so far, of the 8-bit picture. */
  readonly sure: readonly number[];
  /** Its answer now, and how sure it is of that. */
  readonly says: number;
  readonly answerSure: number;
  /** Length of the change so far, each pixel from 0 to 1. */
  readonly length: number;
  /** What the other nets say, and how sure they are. */
  readonly others: readonly { readonly says: number; readonly sure: number }[];
}

/** Both climbs after as many steps, and the picture that they began with. */
export interface AscentFrame {
  readonly step: number;
  readonly start: Uint8Array;
  /** Without decay, and with it. */
  readonly climbs: readonly [Climb, Climb];
}

/** The climbs that differ: a decay of 0 is none. */
export const climbsOf = ({ decay }: AscentState, { climbs }: AscentFrame): readonly Climb[] =>
  decay === 0 ? climbs.slice(0, 1) : climbs;
