/** The three ways back, in the order of the maps. */
export const rules = ['gradient', 'deconvnet', 'guided'] as const;

/** How strongly a place of a map can speak: as many levels to each side as can be told apart. */
export const full = 12;

/** Maps of one question, one per rule. */
export interface Asked {
  /**
   * One number a place, −`full` … `full`: above 0 where the place speaks for the answer, below where against;
   * full at the 99.5th percentile.
   */
  readonly maps: readonly Int8Array[];
  /** Rank correlation of each with that of the first question. */
  readonly like: readonly number[];
}

/** How much maps keep when layers are shuffled: means over our pictures, with 95 % intervals. */
export interface Kept {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Maps of one picture for two answers and with layers shuffled, and how like the first they stay over all
 * pictures.
 */
export interface DeconvolutionFrame {
  /** Layers shuffled so far, from the answers down, over all of our pictures. */
  readonly step: number;
  readonly picture: Uint8Array;
  /** Its label, and what the net calls it. */
  readonly label: number;
  readonly other: number;
  readonly answer: number;
  readonly sure: number;
  /** The question, and the same for another answer. */
  readonly asked: readonly [Asked, Asked];
  /** The question with layers shuffled so far, by their number, from 1 on. */
  readonly shuffled: readonly Asked[];
  /** How many of our pictures there are. */
  readonly n: number;
  /**
   * Per rule: of all our pictures, how like their maps stay when another answer is asked for; none before the
   * second step.
   */
  readonly elsewhere: readonly Kept[];
  /** Per rule and number of layers shuffled, from 1 on. */
  readonly kept: readonly (readonly Kept[])[];
}
