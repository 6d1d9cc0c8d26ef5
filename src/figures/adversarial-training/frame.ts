/** One of the two nets: the plain one, and the one that was trained on attacked digits. */
export interface Trained {
  /** How many digits it reads rightly at each ε tried so far. */
  readonly right: readonly number[];
  /**
   * The first ten digits as attacked at the state's ε, or as far as that has been reached: side² levels each.
   */
  readonly attacked: Uint8Array;
  /** What it says of these. */
  readonly says: Uint8Array;
  /**
   * Its loss's gradient in the pixels of the first ten digits, each digit's scaled so that its largest part
   * is ±127.
   */
  readonly gradient: Int8Array;
}

/** Both nets under attacks of growing ε, or after some epochs of training. */
export interface TrainingFrame {
  readonly step: number;
  readonly side: 28 | 14;
  readonly labels: Uint8Array;
  /** The first ten digits, side² levels each. */
  readonly digits: Uint8Array;
  /** The ε tried so far, from 0. */
  readonly epsilons: readonly number[];
  /** The ε at which `attacked` was made. */
  readonly at: number;
  readonly plain: Trained;
  readonly robust: Trained;
}
