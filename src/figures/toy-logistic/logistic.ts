/**
 * A number without binary noise, so that −3 + 10 × 0.3 is 0 and lies on the line between the classes; never
 * −0.
 */
const clean = (x: number): number => Math.round(x * 1e9) / 1e9 || 0;

const sumOf = (values: readonly number[]): number => clean(values.reduce((sum, value) => sum + value, 0));

/** The inner product of two lists of equal length. */
export const dot = (a: readonly number[], b: readonly number[]): number =>
  sumOf(a.map((x, i) => x * (b[i] ?? 0)));

/** Σ |xᵢ|. */
export const l1Norm = (values: readonly number[]): number => sumOf(values.map(Math.abs));

/** √Σ xᵢ². */
export const l2Norm = (values: readonly number[]): number => Math.hypot(...values);

/** The probability of class 1 that belongs to a sum, which is its log-odds. */
export const sigmoid = (sum: number): number => 1 / (1 + Math.exp(-sum));

/** The sign of the change that leads to the other class: up from below the line, down from on or above it. */
export const towardsOther = (sum: number): 1 | -1 => (sum < 0 ? 1 : -1);

/**
 * The fast gradient sign step: every coordinate by `step` towards the other class, by nothing where the
 * weight is 0.
 */
export const signNudges = (w: readonly number[], step: number, direction: 1 | -1): number[] =>
  w.map((weight) => clean(direction * Math.sign(weight) * step));

/** The best nudge of a given Euclidean length: along the weights themselves. All 0 where they are. */
export const straightNudges = (w: readonly number[], length: number, direction: 1 | -1): number[] => {
  const norm = l2Norm(w);
  return w.map((weight) => (norm === 0 ? 0 : (direction * length * weight) / norm));
};

/**
 * The step at which the sign step reaches the line, |w·x| / ‖w‖₁; null where no step does, because all
 * weights are 0.
 */
export const smallestStep = (w: readonly number[], x: readonly number[]): number | null => {
  const norm = l1Norm(w);
  return norm === 0 ? null : clean(Math.abs(dot(w, x)) / norm);
};

/** How many numbers the first `upTo` nudges move: those whose weight is not 0. */
export const moved = (nudges: readonly number[], upTo = nudges.length): number =>
  nudges.slice(0, upTo).filter((nudge) => nudge !== 0).length;

/** A sum, and how many sign patterns lead to it. */
export interface Landing {
  readonly sum: number;
  readonly count: number;
}

/** Where every one of the 2ⁿ nudges of ±step leads from a sum: exact, ordered by sum. */
export const landings = (w: readonly number[], before: number, step: number): Landing[] => {
  const counts = new Map<number, number>();
  for (let pattern = 0; pattern < 2 ** w.length; pattern++) {
    let sum = before;
    for (const [i, weight] of w.entries()) sum += (pattern >> i) & 1 ? step * weight : -step * weight;
    const key = clean(sum);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([sum, count]) => ({ sum, count })).sort((a, b) => a.sum - b.sum);
};

/**
 * Whether a sum lies strictly on the other side of the line; from exactly on it, whether it lies where the
 * step leads.
 */
export const flipped = (before: number, sum: number): boolean => sum * towardsOther(before) > 0;

/** All there is to know about ten numbers, ten weights and a step; sums are log-odds of class 1. */
export interface Analysis {
  /** wᵢ·xᵢ, which add up to `before`. */
  readonly products: readonly number[];
  /** What the sign step adds to each xᵢ. */
  readonly nudges: readonly number[];
  /** Where that leads: xᵢ + nudge. */
  readonly y: readonly number[];
  /** What it thereby adds to the sum: ±step·|wᵢ|. */
  readonly gains: readonly number[];
  /** The sum after the first k nudges, k = 0 … n. */
  readonly sums: readonly number[];
  readonly before: number;
  readonly after: number;
  readonly smallest: number | null;
  readonly landings: readonly Landing[];
  /** How many sign patterns there are, how many flip the answer, how many end exactly on the line. */
  readonly patterns: number;
  readonly flips: number;
  readonly ties: number;
  /**
   * The Euclidean length of the sign step, and the sum that a nudge of that length along the weights reaches.
   */
  readonly length: number;
  readonly sameLength: number;
  /** The sum reached along the weights by a nudge whose Euclidean length is only the step itself. */
  readonly shortLength: number;
}

/** The closed form of everything the figure shows. */
export const analyse = (x: readonly number[], w: readonly number[], step: number): Analysis => {
  const before = dot(w, x);
  const direction = towardsOther(before);
  const nudges = signNudges(w, step, direction);
  const gains = nudges.map((nudge, i) => clean(nudge * (w[i] ?? 0)));
  const sums = [before];
  for (const gain of gains) sums.push(clean((sums.at(-1) ?? before) + gain));
  const landed = landings(w, before, step);
  const countOf = (test: (sum: number) => boolean): number =>
    landed.reduce((total, { sum, count }) => (test(sum) ? total + count : total), 0);
  const length = l2Norm(nudges);
  return {
    products: x.map((value, i) => clean(value * (w[i] ?? 0))),
    nudges,
    y: x.map((value, i) => clean(value + (nudges[i] ?? 0))),
    gains,
    sums,
    before,
    after: sums.at(-1) ?? before,
    smallest: smallestStep(w, x),
    landings: landed,
    patterns: 2 ** w.length,
    flips: countOf((sum) => flipped(before, sum)),
    ties: before === 0 ? 0 : countOf((sum) => sum === 0),
    length,
    sameLength: clean(before + direction * length * l2Norm(w)),
    shortLength: clean(before + direction * step * l2Norm(w)),
  };
};
