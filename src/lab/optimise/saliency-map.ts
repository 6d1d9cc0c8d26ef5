/** A change of one number of the input by one unit, and what it does to the logits; both are wanted large. */
export interface Move {
  readonly place: number;
  readonly sign: 1 | -1;
  /** How much the goal's logit rises. */
  readonly rise: number;
  /** How much the sum of all other logits falls. */
  readonly fall: number;
}

/** rise × fall of one move or of two together, where both are positive; else 0. */
const salience = (rise: number, fall: number): number => (rise > 0 && fall > 0 ? rise * fall : 0);

/** The most salient of the moves, none where none is salient. */
export const bestSingle = (moves: readonly Move[]): readonly Move[] => {
  let best: readonly Move[] = [];
  let most = 0;
  for (const move of moves) {
    const value = salience(move.rise, move.fall);
    if (value > most) [best, most] = [[move], value];
  }
  return best;
};

/**
 * Those moves that at most one other move equals or beats in rise and fall both. Of the rest no pair is the
 * most salient: one of the two that beat such a move could stand in its place.
 */
const frontier = (moves: readonly Move[]): readonly Move[] => {
  let first = -Infinity;
  let second = -Infinity;
  return moves
    .toSorted((a, b) => b.rise - a.rise || b.fall - a.fall)
    .filter(({ fall }) => {
      if (fall <= second) return false;
      [first, second] = fall > first ? [fall, first] : [first, fall];
      return true;
    });
};

/**
 * The most salient pair of moves, none where no pair is salient. Not all pairs are tried: only those of the
 * frontier, which is short, and of these only as long as a move with the best imaginable partner could still
 * win.
 */
export const bestPair = (moves: readonly Move[]): readonly Move[] => {
  const front = frontier(moves);
  const rise = Math.max(...front.map((move) => move.rise));
  const fall = Math.max(...front.map((move) => move.fall));
  const bounded = front
    .map((move) => ({ move, bound: salience(move.rise + rise, move.fall + fall) }))
    .toSorted((a, b) => b.bound - a.bound);
  let best: readonly Move[] = [];
  let most = 0;
  for (const [i, { move, bound }] of bounded.entries()) {
    if (bound <= most) break;
    for (let j = 0; j < i; j++) {
      const { move: other } = bounded[j] as { readonly move: Move };
      const value = salience(move.rise + other.rise, move.fall + other.fall);
      if (value > most) [best, most] = [[other, move], value];
    }
  }
  return best;
};
