import { defineAttack, type Step } from '../attack.ts';
import type { Vec } from '../oracle.ts';
import type { Problem } from '../problem.ts';
import type { Random } from '../random.ts';
import { feasible, free } from '../optimise/feasible.ts';
import { restarted, restartedLength, startOf } from '../optimise/restarts.ts';
import { add, mapped, row, subtract, zeroShare } from '../vec.ts';
import { number, type ValuesOf } from '../options.ts';
import { momentum, randomStart, restarts, steps } from '../shared-options.ts';

const options = {
  steps: steps(40),
  /** Size of a step as a share of the radius; 2.5 / steps, as Madry et al. take it for L2, if not given. */
  stride: number({ label: 'Step, as a share of the radius', min: 0, max: 1e6, default: undefined }),
  randomStart,
  momentum: momentum(0),
  restarts,
};

export type PgdOptions = ValuesOf<typeof options>;

/**
 * The last direction × momentum + the gradient over its L1 norm, row by row; what is not finite counts as
 * zero.
 */
const remember = (last: Vec, gradient: Vec, dimension: number, momentum: number): Vec => {
  const direction = new Float32Array(gradient.length);
  for (let i = 0; i < gradient.length; i += dimension) {
    let norm = 0;
    for (let j = i; j < i + dimension; j++) {
      const size = Math.abs(gradient[j]);
      if (Number.isFinite(size)) norm += size;
    }
    for (let j = i; j < i + dimension; j++) {
      const value = gradient[j];
      const fresh = norm > 0 && Number.isFinite(value) ? value / norm : 0;
      direction[j] = momentum * last[j] + fresh;
    }
  }
  return direction;
};

async function* once(problem: Problem, options: PgdOptions, random: Random): AsyncGenerator<Step, Step> {
  const { oracle, goal, ball, radius, box } = problem;
  const sign = goal.kind === 'leave' ? 1 : -1;
  const stride = Math.max(ball.grain, radius * (options.stride ?? 2.5 / options.steps));
  let x = startOf(problem, options.randomStart, random);
  let direction: Vec = new Float32Array(x.length);
  for (let index = 0; ; index++) {
    const { loss, gradient, logits } = await oracle.loss(x, goal.labels);
    const step = { index, x, loss, logits, zeroGradient: zeroShare(gradient, oracle.dimension) };
    yield step;
    if (index >= options.steps) return step;
    direction = remember(direction, gradient, oracle.dimension, options.momentum);
    const at = x;
    x = feasible(problem, (i, origin) => {
      const here = row(at, i, oracle.dimension);
      const way = mapped(row(direction, i, oracle.dimension), (value) => sign * value);
      return subtract(add(here, ball.steepest(free(way, here, box), stride)), origin);
    });
  }
}

/**
 * Projected gradient descent (Madry et al. 2018): a step in the ball's steepest direction, back into ball and
 * box, again. Numbers that
 * stand at the edge of the box do not use up the step: for L∞ that is the published step, and the other balls
 * would spend theirs on numbers that cannot move. Asks for one gradient more than it makes steps. With
 * restarts, the last step shows the best end of each row.
 */
export const pgd = defineAttack({
  id: 'pgd',
  title: 'Projected gradient descent',
  name: 'PGD',
  listed: 'PGD, many small steps',
  source: 'madry2018towards',
  knows: 'gradients',
  balls: ['linf', 'l2', 'l1', 'l0'],
  aim: 'climb',
  paced: 'steps',
  length: restartedLength,
  options,
  run: (problem, options, random) => restarted(problem, options, random, once),
});
