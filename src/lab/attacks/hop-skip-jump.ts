import { defineAttack } from '../attack.ts';
import { decisionEar } from '../black-box/ears.ts';
import { interview, type QuerySearch } from '../black-box/interview.ts';
import { approach, ask, findStart, keepInEightBits, type Dialogue } from '../black-box/start.ts';
import type { RowProblem } from '../optimise/lockstep.ts';
import type { Vec } from '../oracle.ts';
import type { Random } from '../random.ts';
import { add, clip, length, mapped, row, subtract } from '../vec.ts';
import { number, type ValuesOf } from '../options.ts';
import { eightBits, pictures, queries, tries } from '../shared-options.ts';

const options = {
  /** Number of steps: a direction, a jump along it, a way back to the boundary. */
  steps: number({ label: 'Steps', min: 0, max: 1e6, whole: true, default: 20, live: 1000 }),
  queries: queries(10_000),
  /** Questions from which the first direction is estimated; step t takes √t times as many. */
  probes: number({ label: 'First probes', min: 1, max: 1e6, whole: true, default: 100 }),
  /** The most of them in one step. */
  mostProbes: number({ label: 'Probes at most', min: 1, max: 1e6, whole: true, default: 10_000 }),
  tries,
  eightBits,
  pictures,
};

export type HopSkipJumpOptions = ValuesOf<typeof options>;

/**
 * The boundary's normal at x, towards the goal, from the answers at random points so far from it (equation
 * 16): the mean of their directions, each signed by its answer, less the answers' mean.
 */
export function* boundaryNormal(
  { box, ball }: RowProblem,
  x: Vec,
  count: number,
  distance: number,
  random: Random,
): Dialogue<Vec> {
  const points = new Float32Array(count * x.length);
  for (let k = 0; k < count; k++) {
    const direction = ball.sample(x.length, 1, random);
    const scale = distance / length(direction);
    points.set(
      clip(
        mapped(x, (value, j) => value + scale * direction[j]),
        box,
      ),
      k * x.length,
    );
  }
  const answers = yield points;
  const hits = answers.reduce((sum, hit) => sum + (hit ? 1 : 0), 0);
  const middle = hits === 0 || hits === count ? 0 : (2 * hits) / count - 1;
  const normal = new Float64Array(x.length);
  answers.forEach((hit, k) => {
    const weight = (hit ? 1 : -1) - middle;
    const point = row(points, k, x.length);
    for (let j = 0; j < x.length; j++) {
      normal[j] += weight * (point[j] - x[j]);
    }
  });
  return Float32Array.from(normal);
}

function* search(
  one: RowProblem,
  options: HopSkipJumpOptions,
  random: Random,
): QuerySearch<readonly boolean[]> {
  const { x0, ball, box } = one;
  const dimension = x0.length;
  const sizeOf = (point: Vec): number => ball.size(subtract(point, x0));
  /** The bisection ends where what is left of the way is, in L2, small against the distance of the probes. */
  const back = (from: Vec): Dialogue<Vec> => {
    const perturbation = subtract(from, x0);
    return approach(one, from, ball.size(perturbation) / length(perturbation) / dimension ** 1.5);
  };
  let from = yield* findStart(one, options, random);
  if (!from) return 'no-start';
  let x = yield* back(from);
  for (let t = 1; t <= options.steps; t++) {
    const count = Math.min(options.mostProbes, Math.floor(options.probes * Math.sqrt(t)));
    const distance = t === 1 ? 0.1 * (box[1] - box[0]) : sizeOf(from) / dimension;
    const direction = ball.steepest(yield* boundaryNormal(one, x, count, distance, random), 1);
    const size = sizeOf(x);
    for (let stride = size / Math.sqrt(t); stride > 1e-6 * size; stride /= 2) {
      const jump = clip(
        add(
          x,
          mapped(direction, (value) => stride * value),
        ),
        box,
      );
      if (!(yield* ask(jump))) continue;
      from = jump;
      x = yield* back(jump);
      if (options.eightBits) yield* keepInEightBits(one, x);
      break;
    }
  }
  return undefined;
}

/**
 * HopSkipJump (Chen, Jordan and Wainwright 2020, algorithm 2): from a picture that has the goal to the
 * boundary by bisection, there the boundary's normal from the labels of random points around, a jump along
 * it, and back to the boundary. Knows labels only and seeks the smallest perturbation; a step shows x0 until
 * one is found within the radius.
 */
export const hopSkipJump = defineAttack({
  id: 'hop-skip-jump',
  title: 'HopSkipJump',
  name: 'HopSkipJump',
  listed: 'HopSkipJump, by answers alone',
  source: 'chen2020hopskipjump',
  knows: 'labels',
  balls: ['l2', 'linf'],
  aim: 'seek',
  paced: 'queries',
  length: (chosen) => chosen.queries,
  options,
  run: (problem, options, random) =>
    interview(
      problem,
      {
        ...decisionEar,
        queries: options.queries,
        eightBits: options.eightBits && 'count',
        goesOn: true,
        search: (one, _, own) => search(one, options, own),
      },
      random,
    ),
});
