import type { Shift } from './sums.ts';

/** The ε at which errors are counted: 0 to 0.5. */
export const curveEpsilons = Array.from({ length: 21 }, (_, i) => i / 40);

/** The unit that reads threes and sevens of one size, tried on fresh ones. */
export interface Reading {
  readonly side: number;
  /**
   * Shares of the fresh pictures that are misread, at each ε of the curve: attacked, attacked and cut to
   * black and white, and with random signs.
   */
  readonly attacked: readonly number[];
  readonly cut: readonly number[];
  readonly random: readonly number[];
  /** The same at the state's ε. */
  readonly at: { readonly attacked: number; readonly cut: number; readonly random: number };
  /**
   * For the median picture: the ε that brings it to the line along the signs, and that at which a random step
   * typically does.
   */
  readonly needs: { readonly aligned: number; readonly random: number };
  /** One picture, and what became of it under the attack and under random signs, as levels of grey. */
  readonly picture: Uint8Array;
  readonly shown: Uint8Array;
  readonly control: Uint8Array;
  /** The probability of a seven for each of these three. */
  readonly seven: readonly [number, number, number];
}

/**
 * How far sums of more and more inputs move, then how units for pictures of four sizes fare as they learn.
 */
export interface DimensionFrame {
  readonly shifts: readonly Shift[];
  /** Steps of training so far; 0 before it begins. */
  readonly trained: number;
  /** One for each size; none before training. */
  readonly readings: readonly Reading[];
  /** How many fresh pictures. */
  readonly n: number;
}
