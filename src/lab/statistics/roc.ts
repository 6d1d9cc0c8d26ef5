/** Ascending, as numbers. */
const ascending = (scores: ArrayLike<number>): Float64Array => Float64Array.from(scores).sort();

const check = (...lists: readonly ArrayLike<number>[]): void => {
  if (lists.some((list) => list.length === 0)) throw new RangeError('There is nothing to tell apart.');
};

/**
 * The area under the receiver operating characteristic: the probability that a known one scores higher than
 * an unknown one, equals counting half (Hanley and McNeil 1982). 1 tells them apart without error, ½ not at
 * all.
 */
export const auroc = (known: ArrayLike<number>, unknown: ArrayLike<number>): number => {
  check(known, unknown);
  const others = ascending(unknown);
  let below = 0;
  let upTo = 0;
  let wins = 0;
  for (const score of ascending(known)) {
    while (below < others.length && others[below] < score) below++;
    while (upTo < others.length && others[upTo] <= score) upTo++;
    wins += (below + upTo) / 2;
  }
  return wins / (known.length * unknown.length);
};

/** The highest threshold that at least that share of the scores reaches. */
export const thresholdFor = (scores: ArrayLike<number>, share: number): number => {
  check(scores);
  const sorted = ascending(scores);
  // A hair less than asked: 0.95 × 100 is not quite 95 in 64 bits.
  const reach = Math.max(1, Math.ceil(share * sorted.length - 1e-9));
  return sorted[sorted.length - reach];
};

/**
 * How many of the unknown reach the threshold that this share of the known reaches: FPR95 for .95, as a
 * share.
 */
export const falsePositiveRate = (
  known: ArrayLike<number>,
  unknown: ArrayLike<number>,
  share = 0.95,
): number => {
  check(known, unknown);
  const threshold = thresholdFor(known, share);
  let hits = 0;
  for (let i = 0; i < unknown.length; i++) if (unknown[i] >= threshold) hits++;
  return hits / unknown.length;
};
