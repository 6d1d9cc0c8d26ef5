/** A point or a direction of the plane of two inputs. */
export type Pair = readonly [number, number];

/** The two ways to measure a change of two numbers. */
export type Measure = 'l2' | 'linf';

/** Without binary noise, so that equal weights give equal numbers; never −0. */
const clean = (x: number): number => Math.round(x * 1e9) / 1e9 || 0;

/** a₁b₁ + a₂b₂. */
export const dot = (a: Pair, b: Pair): number => clean(a[0] * b[0] + a[1] * b[1]);

/** The sign of each number: towards a corner of the square. */
export const signs = (w: Pair): Pair => [Math.sign(w[0]), Math.sign(w[1])];

/** Of each measure: the size of a change, and the direction in which w·Δx grows most for its size. */
const measures: Readonly<
  Record<Measure, { readonly size: (change: Pair) => number; readonly steepest: (w: Pair) => Pair }>
> = {
  l2: { size: (change) => Math.hypot(...change), steepest: (w) => w },
  linf: { size: ([a, b]) => Math.max(Math.abs(a), Math.abs(b)), steepest: signs },
};

/** The size of a change: its length, or the larger of its two parts. */
export const sizeOf = (change: Pair, measure: Measure): number => measures[measure].size(change);

/** As far in a direction as a limit allows; nowhere where there is no direction. */
export const asFarAs = (direction: Pair, epsilon: number, measure: Measure): Pair => {
  const size = sizeOf(direction, measure);
  return size === 0
    ? [0, 0]
    : [clean((epsilon * direction[0]) / size), clean((epsilon * direction[1]) / size)];
};

/** The direction at an angle in degrees, 0 to the right, 90 up. */
export const pointing = (degrees: number): Pair => [
  clean(Math.cos((degrees * Math.PI) / 180)),
  clean(Math.sin((degrees * Math.PI) / 180)),
];

/** The angle of a direction, 0 up to but not including 360 degrees. */
export const angleOf = ([right, up]: Pair): number => ((Math.atan2(up, right) * 180) / Math.PI + 360) % 360;

/** What one direction comes to under one limit. */
export interface Move {
  readonly change: Pair;
  /** Δy = w·Δx. */
  readonly rise: number;
  /** E at x + Δx. */
  readonly error: number;
}

/** One linear unit y = w·x with a desired output d and the error E = (y − d)². */
export interface Unit {
  readonly w: Pair;
  readonly x: Pair;
  readonly desired: number;
}

/** The unit's output y = w·x. */
export const outputOf = ({ w, x }: Unit): number => dot(w, x);

/** E = (y − d)². */
export const errorOf = (unit: Unit, y = outputOf(unit)): number => clean((y - unit.desired) ** 2);

/** ∇E in the input, 2 (y − d) w. */
export const gradientOf = (unit: Unit): Pair => {
  const factor = 2 * (outputOf(unit) - unit.desired);
  return [clean(factor * unit.w[0]), clean(factor * unit.w[1])];
};

/** The sign of the change of y that raises E; up where y is right and both ways raise it alike. */
export const uphill = (unit: Unit): 1 | -1 => (outputOf(unit) < unit.desired ? -1 : 1);

/** Where a direction leads within a limit. */
export const moveOf = (unit: Unit, direction: Pair, epsilon: number, measure: Measure): Move => {
  const change = asFarAs(direction, epsilon, measure);
  const rise = dot(unit.w, change);
  return { change, rise, error: errorOf(unit, outputOf(unit) + rise) };
};

/** The direction in which y changes most for its size, uphill: w itself for L2, the signs of w for L∞. */
export const steepestOf = (unit: Unit, measure: Measure): Pair => {
  const up = uphill(unit);
  const [a, b] = measures[measure].steepest(unit.w);
  return [clean(up * a), clean(up * b)];
};
