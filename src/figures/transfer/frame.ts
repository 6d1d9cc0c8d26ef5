/** How many pictures of each source are drawn. */
export const drawn = 5;

/** Pictures of one source, shown to all nets. */
export interface Shown {
  /** What each picture should be called (attacked digits), or was made to be called (evolved ones). */
  readonly labels: Uint8Array;
  /** What each net says of each picture, net after net, and how sure it is. */
  readonly says: Uint8Array;
  readonly sure: Float32Array;
  /** The first few pictures, 28×28 levels each. */
  readonly pictures: Uint8Array;
}

/** The digits as drawn, and the pictures of the sources that were done so far, in the order of the rows. */
export interface TransferFrame {
  readonly n: number;
  readonly before: Shown;
  readonly rows: readonly Shown[];
}
