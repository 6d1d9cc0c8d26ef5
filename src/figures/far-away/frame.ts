/** A square map of what the net says: `side` × `side` bytes each, row after row from the top. */
export interface BeliefMap {
  /** Half the side, in radii of the data. */
  readonly reach: number;
  /** The class, and 128 more where a linear piece ends. */
  readonly says: Uint8Array;
  /** Log-odds of what it says, in nats, times ten, at most 25.5. */
  readonly sure: Uint8Array;
}

/** One ray from the middle of the data to infinity. */
export interface Ray {
  /** Confidence, in whatever class it says there, at each distance of `distances`. */
  readonly sure: Float32Array;
  /**
   * Where its linear pieces end, in radii of the data, the last the place from which it is one piece for
   * ever.
   */
  readonly ends: Float32Array;
  /** The class of the limit and its confidence, exactly. */
  readonly limit: number;
  readonly limitSure: number;
}

/** What the net believes near its data and far from it, and along rays that go out from their middle. */
export interface FarAwayFrame {
  readonly epoch: number;
  /** Points of the data, and how many the net reads rightly. */
  readonly x: Float32Array;
  readonly labels: Uint8Array;
  readonly right: number;
  readonly near: BeliefMap;
  readonly far: BeliefMap;
  readonly rays: readonly Ray[];
}

/** What is added to the class where a linear piece ends. */
export const edge = 128;

/** Pixels along the side of a map. */
export const side = 72;

/**
 * Distances at which the net is asked along a ray, in radii of the data: 0.1 to 10,000, eight to each power
 * of ten.
 */
export const distances: readonly number[] = Array.from({ length: 41 }, (_, i) => 10 ** (i / 8 - 1));

/** The level of `sure` in a map that means 99.9 % and more. */
export const thousand = Math.ceil(10 * Math.log(999));

/** The share of a map in which the net is at least 99.9 % sure. */
export const shareSure = ({ sure }: BeliefMap): number =>
  sure.filter((level) => level >= thousand).length / sure.length;

/** Of all rays, how many are at least 99.9 % sure at a distance that is asked about. */
export const sureAt = (rays: readonly Ray[], distance: number): number => {
  const at = distances.findIndex((one) => one >= distance * 0.999);
  return rays.filter(({ sure }) => (sure[at] ?? 0) >= 0.999).length;
};

/** Whether a ray ends in certainty of one class. */
export const isCertain = ({ limitSure }: Ray): boolean => limitSure > 0.9999999;

/** From where on a ray stays in one linear piece for ever, in radii. */
export const lastEnd = ({ ends }: Ray): number => ends.at(-1) ?? 0;

/**
 * The nearest distance asked about beyond which the ray is never less than 99.9 % sure; undefined where it is
 * not yet at the last.
 */
export const sureFrom = ({ sure }: Ray): number | undefined => {
  const last = sure.findLastIndex((p) => p < 0.999);
  return distances[last + 1];
};
