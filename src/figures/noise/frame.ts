/** Confidences that are counted. */
export const thresholds = [0.5, 0.9, 0.99] as const;

/**
 * Log-odds of a net's confidence: where the histogram begins and how wide a bin is; what lies beyond is in
 * the last.
 */
export const bins = { from: Math.log(0.1 / 0.9), width: 0.5, count: 24 } as const;

/** What one net says of the pictures drawn so far. */
export interface Counted {
  /** How many it is at least that sure of, by threshold. */
  readonly sure: readonly number[];
  /** How many by bin of confidence, and by answer. */
  readonly histogram: readonly number[];
  readonly answers: readonly number[];
  /** The picture that it is surest of, its answer and how sure it is. */
  readonly best: Uint8Array;
  readonly bestSays: number;
  readonly bestSure: number;
  /** Of the first pictures: its answer and how sure it is. */
  readonly says: readonly number[];
  readonly surely: readonly number[];
}

/** What all nets have said of the pictures drawn so far. */
export interface NoiseFrame {
  /** Pictures drawn so far. */
  readonly drawn: number;
  /** The first five, 784 levels each. */
  readonly first: Uint8Array;
  /** One per net, in the order of `netIds`. */
  readonly nets: readonly Counted[];
}
