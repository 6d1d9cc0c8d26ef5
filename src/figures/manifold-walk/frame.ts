/** The four ways to leave a digit, in the order of everything that is listed by them. */
export const walks = ['manifold', 'straight', 'random', 'attack'] as const;

/** One of the four ways. */
export type Walk = (typeof walks)[number];

/** What is known of one walk, step by step, the start first. */
export interface Path {
  /** Length of the difference from the start, over all pixels (L2). */
  readonly length: readonly number[];
  /**
   * Log-odds of the digit in nats; by how much its logit is above the largest other one; and what the net
   * says.
   */
  readonly odds: readonly number[];
  readonly lead: readonly number[];
  readonly says: readonly number[];
  /** Its pictures at the stops reached so far, 784 grey levels each. */
  readonly pictures: Uint8Array;
}

/** All walks after as many steps, and pictures at the stops that they have come by. */
export interface ManifoldWalkFrame {
  readonly step: number;
  readonly digit: number;
  readonly paths: readonly Path[];
  /** The steps of the stops reached so far. */
  readonly stops: readonly number[];
}

/** Steps at which a walk is pictured, closer together near the start, where attacks are over. */
export const stopsOf = (steps: number): readonly number[] =>
  [0, 1, 2, 4, 8].map((eighths) => (eighths * steps) / 8);

/**
 * The length at which another answer draws level with the digit for the first time: between two steps where
 * the straight line between their leads crosses 0. Undefined where the net never leaves the digit, 0 where it
 * never read it.
 */
export const leaves = ({ says, lead, length }: Path, digit: number): number | undefined => {
  const at = says.findIndex((one) => one !== digit);
  if (at < 1) return at === -1 ? undefined : 0;
  const [before, after] = [lead[at - 1] ?? 0, lead[at] ?? 0];
  const share = before === after ? 1 : before / (before - after);
  return (length[at - 1] ?? 0) * (1 - share) + (length[at] ?? 0) * share;
};
