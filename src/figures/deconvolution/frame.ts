/** The three ways back, in the order of the maps. */
export const rules = ['gradient', 'deconvnet', 'guided'] as const;

/** Maps of one question, one per rule. */
export interface Asked {
  /** One byte a place: 128 for nothing, up where the place speaks for the answer, down where against; full at the 99.5th percentile. */
  readonly maps: readonly Uint8Array[];
  /** Rank correlation of each with that of the first question. */
  readonly like: readonly number[];
}

/** How much maps keep when layers are shuffled: means over our pictures, with 95 % intervals. */
export interface Kept {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface DeconvolutionFrame {
  /** Layers shuffled so far, from the answers down, over all of our pictures. */
  readonly step: number;
  readonly picture: Uint8Array;
  /** Its label, and what the net calls it. */
  readonly label: number;
  readonly other: number;
  readonly answer: number;
  readonly sure: number;
  /** The question, the same for another answer, and the same with layers shuffled. */
  readonly asked: readonly [Asked, Asked, Asked];
  /** How many of our pictures there are. */
  readonly n: number;
  /** Per rule: of all our pictures, how like their maps stay when another answer is asked for. */
  readonly elsewhere: readonly Kept[];
  /** Per rule and number of layers shuffled, from 1 on. */
  readonly kept: readonly (readonly Kept[])[];
}
