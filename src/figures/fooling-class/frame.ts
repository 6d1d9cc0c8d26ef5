/**
 * An evolution against the net of one round after some generations: ten pictures, one evolved for each digit.
 */
export interface FoolingClassFrame {
  readonly generation: number;
  /** Pictures that the net was asked about so far. */
  readonly evaluations: number;
  /** 28×28 levels each. */
  readonly pictures: Uint8Array;
  /** How sure the attacked net is of the digit that the picture was evolved for, 0 … 1. */
  readonly sure: Float32Array;
  /**
   * What the net of the next round says, 10 for 'none of these', and how sure it is of it; empty after the
   * last round.
   */
  readonly nextSays: Uint8Array;
  readonly nextSure: Float32Array;
  /** After each generation so far: the median of `sure`. */
  readonly medians: readonly number[];
}

/** The class that is no digit. */
export const noDigit = 10;
