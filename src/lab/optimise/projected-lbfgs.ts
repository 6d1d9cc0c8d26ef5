import type { Vec } from '../oracle.ts';
import { addTo, inner, mapped, subtract } from '../vec.ts';

/** A function's value and gradient at the point asked about. */
export interface Value {
  readonly value: number;
  readonly gradient: Vec;
}

/** A change of the point and the change of the gradient that came with it. */
interface Pair {
  readonly s: Vec;
  readonly y: Vec;
  readonly curvature: number;
}

/** How long the search is, how much it remembers, and how it begins. */
export interface LbfgsOptions {
  /** Steps at most. */
  readonly steps: number;
  /** How many of the last changes stand for the curvature. */
  readonly memory: number;
  /** The length of the very first step, in L2. */
  readonly first: number;
}

/**
 * Two loops over the pairs: minus the inverse Hessian's estimate times the gradient (Nocedal and Wright 2006,
 * algorithm 7.4).
 */
const downhill = (gradient: Vec, pairs: readonly Pair[], first: number): Vec => {
  const last = pairs.at(-1);
  const scale = last ? last.curvature / inner(last.y, last.y) : first / Math.sqrt(inner(gradient, gradient));
  const q = gradient.slice();
  const weights = pairs.toReversed().map(({ s, y, curvature }) => {
    const weight = inner(s, q) / curvature;
    addTo(q, y, -weight);
    return weight;
  });
  for (let j = 0; j < q.length; j++) q[j] *= scale;
  pairs.forEach(({ s, y, curvature }, k) => {
    addTo(q, s, weights[pairs.length - 1 - k] - inner(y, q) / curvature);
  });
  return mapped(q, (value) => -value);
};

/**
 * Minimises a function over a convex set from a point of it: L-BFGS on the numbers that are free to move,
 * back into the set, halving a step until it pays (Bertsekas 1982's two-metric projection with Armijo's
 * rule). Yields the points it asks about and is given the value there; ends when no step pays or all are
 * spent.
 */
export function* projectedLbfgs(
  start: Vec,
  project: (x: Vec) => Vec,
  { steps, memory, first }: LbfgsOptions,
): Generator<Vec, void, Value> {
  let x = start;
  let here = yield x;
  let pairs: readonly Pair[] = [];
  for (let k = 0; k < steps; k++) {
    const at = x;
    // A number is free if a small step downhill is not undone by the projection.
    const tried = project(mapped(at, (value, j) => value - 1e-3 * Math.sign(here.gradient[j])));
    const free = mapped(here.gradient, (value, j) => (tried[j] === at[j] ? 0 : value));
    if (inner(free, free) === 0) return;
    const raw = downhill(free, pairs, first);
    const uphill = inner(raw, free) >= 0;
    if (uphill) pairs = [];
    const direction = uphill ? downhill(free, [], first) : raw;
    let moved = false;
    for (let length = 1; length > 1e-4 && !moved; length /= 2) {
      const there = project(mapped(at, (value, j) => value + length * (free[j] === 0 ? 0 : direction[j])));
      const s = subtract(there, at);
      const promised = inner(here.gradient, s);
      if (promised >= 0) continue;
      const next = yield there;
      if (next.value > here.value + 1e-4 * promised) continue;
      const y = subtract(next.gradient, here.gradient);
      const curvature = inner(s, y);
      if (curvature > 1e-10) pairs = [...pairs, { s, y, curvature }].slice(-memory);
      [x, here, moved] = [there, next, true];
    }
    if (!moved) return;
  }
}
