/** What the members and then all together say of some digits: answer by answer, member after member. */
export interface Said {
  /** The digits said: (nets + 1) · n. */
  readonly says: Uint8Array;
  /** How sure of it, 0 … 1; of a vote, the share of the votes. */
  readonly sure: Float32Array;
}

/** One attacker's digits after some steps. */
export interface Attacked extends Said {
  /** The first ten, 28×28 levels each, as the nets see them. */
  readonly shown: Uint8Array;
  /** After each step so far, of how many digits the common answer is wrong. */
  readonly wrong: readonly number[];
}

/** All attackers after the same number of steps. */
export interface EnsembleFrame {
  readonly step: number;
  readonly labels: Uint8Array;
  /** The first ten digits, 28×28 levels each. */
  readonly digits: Uint8Array;
  readonly before: Said;
  /** In the order of the attackers. */
  readonly after: readonly Attacked[];
  /**
   * The cosine between two members' gradients at a digit, averaged over digits and pairs; 1 of a single net.
   */
  readonly agreement: number;
}
