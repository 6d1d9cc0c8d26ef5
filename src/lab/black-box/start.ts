import { toEightBits } from '../eight-bits.ts';
import type { RowProblem } from '../optimise/lockstep.ts';
import type { Vec } from '../oracle.ts';
import type { Random } from '../random.ts';
import { add, clip, length, mapped, row, subtract } from '../vec.ts';

/** A dialogue with the model in which every point that is asked about only either has the goal or not. */
export type Dialogue<Found> = Generator<Vec, Found, readonly boolean[]>;

export interface StartOptions {
  /**
   * Pictures to start from, one after another in one array, any number of them, for all rows; the nearest
   * that has the goal is taken.
   */
  readonly pictures?: Vec | undefined;
  /** How many pictures of uniform noise are tried, one by one, where none was given or none has the goal. */
  readonly tries: number;
}

/** Whether the one point has the goal. */
export function* ask(point: Vec): Dialogue<boolean> {
  return (yield point)[0];
}

/**
 * A picture that has the goal, however far away: of those given, the nearest in L2, or else noise; undefined
 * if none was found.
 */
export function* findStart(
  { x0, box: [low, high] }: RowProblem,
  { pictures, tries }: StartOptions,
  random: Random,
): Dialogue<Vec | undefined> {
  const given = Array.from({ length: (pictures?.length ?? 0) / x0.length }, (_, k) =>
    row(pictures as Vec, k, x0.length),
  );
  const far = given.map((picture) => length(subtract(picture, x0)));
  const nearest = Array.from(given.keys()).sort((a, b) => far[a] - far[b]);
  for (const k of nearest) if (yield* ask(given[k])) return given[k];
  for (let k = 0; k < tries; k++) {
    const noise = mapped(x0, () => low + (high - low) * random.uniform());
    if (yield* ask(noise)) return noise;
  }
  return undefined;
}

/**
 * From a point that has the goal towards x0, over ever smaller balls, by bisection (Chen et al. 2020,
 * algorithm 1): the smallest one on which the goal was seen to hold, within that share of the way. For L2 the
 * way is straight.
 */
export function* approach({ x0, ball, box }: RowProblem, from: Vec, share: number): Dialogue<Vec> {
  const perturbation = subtract(from, x0);
  const size = ball.size(perturbation);
  let low = 0;
  let high = 1;
  let nearest = from;
  while (high - low > share) {
    const middle = (low + high) / 2;
    const point = clip(add(x0, ball.project(perturbation, middle * size)), box);
    if (yield* ask(point)) {
      high = middle;
      nearest = point;
    } else low = middle;
  }
  return nearest;
}

/** Asks about x as it is in 8 bits, a little further out each time, until there it has the goal. */
export function* keepInEightBits({ x0, box, bring }: RowProblem, x: Vec): Dialogue<void> {
  const perturbation = subtract(x, x0);
  for (const factor of [1, 1.02, 1.05, 1.1, 1.2]) {
    const further = bring(mapped(perturbation, (value) => factor * value));
    if (yield* ask(toEightBits(further, box, x0))) return;
  }
}
