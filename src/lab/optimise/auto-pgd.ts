import { number } from '../options.ts';
import type { Vec } from '../oracle.ts';
import type { Random } from '../random.ts';
import { add, mapped, subtract } from '../vec.ts';
import { checkpointsOf } from './auto.ts';
import { free } from './feasible.ts';
import type { Answer, Aimed, RowProblem, Search } from './lockstep.ts';

/** What the ascents of APGD are set by, apart from how many steps there are. */
export const paceOptions = {
  /** Size of the first steps as a share of the radius. */
  stride: number({ label: 'First step, as a share of the radius', min: 0, max: 1e6, default: 2 }),
  /** α: how much of a step is new, as against a repetition of the last. */
  fresh: number({ label: 'New share of a step', min: 0, max: 1, default: 0.75 }),
  /**
   * ρ: more than this share of the steps up to a checkpoint must have raised the loss for the next to stay as
   * long.
   */
  rising: number({ label: 'Share of steps that must rise', min: 0, max: 1, default: 0.75 }),
} as const;

/** How an ascent goes. */
export interface Pace {
  readonly steps: number;
  readonly stride: number;
  readonly fresh: number;
  readonly rising: number;
}

/** What rises: its value, from a point's logits, and the class that its gradient is asked towards, if any. */
export interface Height {
  readonly of: (z: Vec) => number;
  readonly rival?: number;
}

/** A random point of the ball and the box, from a stream of the row's own. */
export const randomPoint = ({ x0, ball, radius, bring }: RowProblem, random: Random): Vec =>
  bring(ball.sample(x0.length, radius, random));

interface Point {
  readonly x: Vec;
  readonly gradient: Vec;
}

/**
 * One ascent of Auto-PGD (Croce and Hein 2020, algorithm 1) on one row, from a point of the ball: a step that
 * begins long and is halved, from the best point so far, wherever at a checkpoint too few steps have raised
 * the loss. Where the authors' code is not as the paper says, it is as the code: a share of just ρ is too
 * few, and a step from the best point has risen if it is above the point that was left for that. Numbers at
 * the edge of the box use up nothing of a step. Asks steps + 1 questions.
 */
export function* climb(one: RowProblem, start: Vec, pace: Pace, height: Height): Search {
  const { x0, ball, radius, box, bring } = one;
  const ask = (x: Vec): Vec | Aimed => (height.rival === undefined ? x : { x, rival: height.rival });
  const checkpoints = checkpointsOf(pace.steps);
  let heard: Answer = yield ask(start);
  let here: Point = { x: start, gradient: heard.gradient };
  let value = height.of(heard.logits);
  let best = { ...here, value };
  let before = start;
  let stride = pace.stride;
  let rises = 0;
  let [since, last] = [0, { halved: true, value }];
  for (let index = 1; index <= pace.steps; index++) {
    const { x } = here;
    const way = ball.steepest(free(here.gradient, x, box), stride * radius);
    const there = bring(subtract(add(x, way), x0));
    const share = index === 1 ? 1 : pace.fresh;
    const next = bring(
      mapped(there, (to, j) => {
        const at = x[j];
        const moved = share * (to - at) + (1 - share) * (at - before[j]);
        return at + moved - x0[j];
      }),
    );
    before = x;
    heard = yield ask(next);
    const now = height.of(heard.logits);
    if (now > value) rises++;
    value = now;
    here = { x: next, gradient: heard.gradient };
    if (now > best.value) best = { ...here, value };
    if (!checkpoints.includes(index)) continue;
    const stuck = rises <= pace.rising * (index - since) || (!last.halved && last.value >= best.value);
    if (stuck) [here, stride] = [best, stride / 2];
    [since, rises, last] = [index, 0, { halved: stuck, value: best.value }];
  }
}
