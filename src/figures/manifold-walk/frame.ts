/** The four ways to leave a digit, in the order of everything that is listed by them. */
export const walks = ['manifold', 'straight', 'random', 'attack'] as const;
export type Walk = (typeof walks)[number];

/** What is known of one walk, step by step, the start first. */
export interface Path {
  /** Length of the difference from the start, over all pixels (L2). */
  readonly length: readonly number[];
  /** Log-odds of the digit in nats, and what the net says. */
  readonly odds: readonly number[];
  readonly says: readonly number[];
  /** Its pictures at the stops reached so far, 784 grey levels each. */
  readonly pictures: Uint8Array;
}

export interface ManifoldWalkFrame {
  readonly step: number;
  readonly digit: number;
  readonly paths: readonly Path[];
  /** The steps of the stops reached so far. */
  readonly stops: readonly number[];
}

/** Steps at which a walk is pictured, closer together near the start, where attacks are over. */
export const stopsOf = (steps: number): readonly number[] => [0, 1, 2, 4, 8].map((eighths) => (eighths * steps) / 8);

/** The length at which a walk first leaves the digit; undefined where it never does. */
export const leaves = ({ says, length }: Path, digit: number): number | undefined => {
  const at = says.findIndex((one) => one !== digit);
  return at === -1 ? undefined : length[at];
};
