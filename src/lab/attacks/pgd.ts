import type { Attack, Step } from '../attack.ts';
import type { Vec } from '../oracle.ts';
import type { Problem } from '../problem.ts';
import type { Random } from '../random.ts';
import { feasible, free } from '../optimise/feasible.ts';
import { add, mapped, predictions, row, subtract, zeroShare } from '../vec.ts';

export interface PgdOptions {
  /** Number of steps, 0 or more. */
  readonly steps: number;
  /** Size of a step as a share of the radius; 2.5 / steps, as Madry et al. take it for L2, if not given. */
  readonly stride?: number | undefined;
  /** Start at a random point of the ball (row i draws from `random.fork(i)` alone) instead of at x0. */
  readonly randomStart: boolean;
  /** How much of the last direction is kept (μ of Dong et al. 2018, equation 6, who take 1); 0 is plain PGD. */
  readonly momentum: number;
  /** How often it is run; what counts is each row's best end. From the second on, always from a random point; 1 if not given. */
  readonly restarts?: number | undefined;
}

const start = (problem: Problem, options: PgdOptions, random: Random): Vec =>
  options.randomStart
    ? feasible(problem, (i, origin) => problem.ball.sample(origin.length, problem.radius, random.fork(i)))
    : problem.x0.slice();

/** The last direction × momentum + the gradient over its L1 norm, row by row; what is not finite counts as zero. */
const remember = (last: Vec, gradient: Vec, dimension: number, momentum: number): Vec => {
  const direction = new Float32Array(gradient.length);
  for (let i = 0; i < gradient.length; i += dimension) {
    let norm = 0;
    for (let j = i; j < i + dimension; j++) {
      const size = Math.abs(gradient[j] as number);
      if (Number.isFinite(size)) norm += size;
    }
    for (let j = i; j < i + dimension; j++) {
      const value = gradient[j] as number;
      const fresh = norm > 0 && Number.isFinite(value) ? value / norm : 0;
      direction[j] = momentum * (last[j] as number) + fresh;
    }
  }
  return direction;
};

async function* once(problem: Problem, options: PgdOptions, random: Random): AsyncGenerator<Step, Step> {
  const { oracle, goal, ball, radius, box } = problem;
  const sign = goal.kind === 'leave' ? 1 : -1;
  const stride = Math.max(ball.grain, radius * (options.stride ?? 2.5 / options.steps));
  let x = start(problem, options, random);
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

/** How far past the goal each row is: first whether it is reached, then the loss towards it. */
const progress = ({ oracle, goal }: Problem, { logits, loss }: Step): Float64Array => {
  const guesses = predictions(logits, oracle.classes);
  const leave = goal.kind === 'leave';
  return Float64Array.from(goal.labels, (label, i) => {
    const reached = (guesses[i] === label) !== leave;
    const towards = leave ? (loss[i] as number) : -(loss[i] as number);
    return reached ? 1e6 + towards : towards;
  });
};

/** Row by row the one of two ends that is further past the goal. */
const better = (problem: Problem, a: Step, b: Step): Step => {
  const [pastA, pastB] = [progress(problem, a), progress(problem, b)];
  const chosen = (of: (step: Step) => Vec): Vec => {
    const out = of(a).slice();
    const width = out.length / pastA.length;
    pastB.forEach((past, i) => {
      if (past > (pastA[i] as number)) out.set(row(of(b), i, width), i * width);
    });
    return out;
  };
  return {
    index: b.index,
    x: chosen((step) => step.x),
    loss: chosen((step) => step.loss),
    logits: chosen((step) => step.logits),
    zeroGradient: chosen((step) => step.zeroGradient),
  };
};

async function* run(problem: Problem, options: PgdOptions, random: Random): AsyncGenerator<Step, void> {
  const { restarts = 1 } = options;
  let best = yield* once(problem, options, random);
  for (let restart = 1; restart < restarts; restart++) {
    const from = best.index + 1;
    const again = once(
      problem,
      { ...options, randomStart: true },
      {
        ...random,
        fork: (name) => random.fork(name).fork(`restart ${restart}`),
      },
    );
    let next = await again.next();
    for (; next.done !== true; next = await again.next()) yield { ...next.value, index: from + next.value.index };
    best = better(problem, best, { ...next.value, index: from + next.value.index });
  }
  if (restarts > 1) yield { ...best, index: best.index + 1 };
}

/**
 * Projected gradient descent (Madry et al. 2018): a step in the ball's steepest direction, back into ball and
 * box, again. With momentum it is the iterative method of Dong et al. 2018 (MI-FGSM, algorithm 1). Numbers that
 * stand at the edge of the box do not use up the step: for L∞ that is the published step, and the other balls
 * would spend theirs on numbers that cannot move. Asks for one gradient more than it makes steps. With restarts, the last
 * step shows the best end of each row.
 */
export const pgd: Attack<PgdOptions> = {
  id: 'pgd',
  title: 'Projected gradient descent',
  source: 'madry2018towards',
  knows: 'gradients',
  balls: ['linf', 'l2', 'l1', 'l0'],
  defaults: { steps: 40, stride: undefined, randomStart: true, momentum: 0, restarts: 1 },
  run,
};
