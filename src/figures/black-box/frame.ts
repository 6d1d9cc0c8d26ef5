/** Where one attacker stands. */
export interface Racer {
  /** Its best picture so far, 28×28 levels. */
  readonly picture: Uint8Array;
  readonly says: number;
  readonly sure: number;
  /**
   * Questions asked, and the length of the change (L2), at each frame after the first; whether the net was
   * fooled by then.
   */
  readonly queries: readonly number[];
  readonly sizes: readonly number[];
  readonly fooled: readonly boolean[];
}

/** What somebody with the weights came to. */
export interface WhiteBox {
  readonly size: number;
  readonly gradients: number;
  readonly fooled: boolean;
}

/** All attackers after an equal share of their questions, and what the net says of the picture itself. */
export interface BlackBoxFrame {
  readonly step: number;
  readonly label: number;
  readonly picture: Uint8Array;
  readonly says: number;
  readonly sure: number;
  /** In the order of the racers. */
  readonly racers: readonly Racer[];
  /**
   * The shortest change that somebody with the weights found, and its gradients; not yet there in the first
   * frame.
   */
  readonly white?: WhiteBox;
}
