import { defineAttack, type Step } from '../attack.ts';
import { choice, number, type ValuesOf } from '../options.ts';
import { checkpointsOf, dlrOf, dlrWeights } from '../optimise/auto.ts';
import { feasible, free } from '../optimise/feasible.ts';
import { gradientOf } from '../optimise/lockstep.ts';
import { restarted, restartedLength, startOf } from '../optimise/restarts.ts';
import type { RowGoal } from '../optimise/goal.ts';
import { betterRows } from '../optimise/rows.ts';
import type { Vec } from '../oracle.ts';
import type { Problem } from '../problem.ts';
import type { Random } from '../random.ts';
import { readerError } from '../reader-error.ts';
import { randomStart, restarts, steps } from '../shared-options.ts';
import { crossEntropy } from '../softmax.ts';
import { add, mapped, row, subtract, zeroShare } from '../vec.ts';

const options = {
  steps: steps(100),
  /**
   * What is raised: the cross-entropy, or the difference of logits ratio, which no scale of the logits
   * changes.
   */
  loss: choice({
    label: 'Loss',
    words: { ce: 'cross-entropy', dlr: 'ratio of logits (DLR)' },
    default: 'ce',
    control: true,
  }),
  /** Size of the first steps as a share of the radius. */
  stride: number({ label: 'First step, as a share of the radius', min: 0, max: 1e6, default: 2 }),
  /** α: how much of a step is new, as against a repetition of the last. */
  fresh: number({ label: 'New share of a step', min: 0, max: 1, default: 0.75 }),
  /**
   * ρ: the share of the steps up to a checkpoint that must have raised the loss for the next to stay as long.
   */
  rising: number({ label: 'Share of steps that must rise', min: 0, max: 1, default: 0.75 }),
  randomStart,
  restarts,
};

export type ApgdOptions = ValuesOf<typeof options>;

/** What the network answers: the logits, and for each row the loss that is to rise and its gradient. */
interface Heard {
  readonly logits: Vec;
  readonly values: Float64Array;
  readonly gradient: Vec;
}

const asking = ({ oracle, goal }: Problem, { loss }: ApgdOptions): ((x: Vec) => Promise<Heard>) => {
  const goals = Array.from(goal.labels, (label): RowGoal => ({ kind: goal.kind, label }));
  if (loss === 'ce') {
    const sign = goal.kind === 'leave' ? 1 : -1;
    return async (x) => {
      const heard = await oracle.loss(x, goal.labels);
      return {
        logits: heard.logits,
        values: Float64Array.from(heard.loss, (value) => sign * value),
        gradient: mapped(heard.gradient, (value) => sign * value),
      };
    };
  }
  if (oracle.classes < 3) {
    throw readerError(
      `The DLR loss compares three answers, and this network has ${oracle.classes}; choose the cross-entropy.`,
    );
  }
  const ask = gradientOf(oracle, dlrWeights);
  return async (x) => {
    const { logits, gradient } = await ask(x, goals);
    return {
      logits,
      gradient,
      values: Float64Array.from(goals, (one, i) => dlrOf(row(logits, i, oracle.classes), one)),
    };
  };
};

/** One row on its way: its own step size, its best point, and what it was at the last checkpoint. */
interface Climb {
  readonly x: Vec;
  readonly before: Vec;
  readonly gradient: Vec;
  readonly value: number;
  readonly best: { readonly x: Vec; readonly gradient: Vec; readonly value: number };
  readonly stride: number;
  /** Since the last checkpoint. */
  readonly rises: number;
  readonly last: { readonly stride: number; readonly value: number };
}

/** The row at its next point. */
const moved = (climb: Climb, x: Vec, gradient: Vec, value: number): Climb => ({
  ...climb,
  x,
  before: climb.x,
  gradient,
  value,
  rises: climb.rises + (value > climb.value ? 1 : 0),
  best: value > climb.best.value ? { x, gradient, value } : climb.best,
});

/**
 * The row after a checkpoint: where too few of so many steps rose, or nothing got better, half as long a
 * step, from the best point.
 */
const checked = (climb: Climb, count: number, rising: number): Climb => {
  const { stride, best, last } = climb;
  const stuck = climb.rises < rising * count || (last.stride === stride && last.value === best.value);
  const next = { ...climb, rises: 0, last: { stride, value: best.value } };
  return stuck ? { ...next, ...best, stride: stride / 2 } : next;
};

async function* once(problem: Problem, chosen: ApgdOptions, random: Random): AsyncGenerator<Step, Step> {
  const { oracle, goal, ball, radius, box } = problem;
  const { dimension, classes } = oracle;
  const ask = asking(problem, chosen);
  const checkpoints = checkpointsOf(chosen.steps);
  const stepAt = (index: number, x: Vec, { logits, gradient }: Heard): Step => {
    const loss = crossEntropy(logits, goal.labels, classes);
    return { index, x, loss, logits, zeroGradient: zeroShare(gradient, dimension) };
  };
  let x = startOf(problem, chosen.randomStart, random);
  let heard = await ask(x);
  let shown = stepAt(0, x, heard);
  yield shown;
  let rows = Array.from(heard.values, (value, i): Climb => {
    const here = { x: row(x, i, dimension), gradient: row(heard.gradient, i, dimension), value };
    return {
      ...here,
      before: here.x,
      best: here,
      stride: chosen.stride,
      rises: 0,
      last: { stride: NaN, value },
    };
  });
  for (let index = 1; index <= chosen.steps; index++) {
    x = feasible(problem, (i, origin) => {
      const { x: here, before, gradient, stride } = rows[i];
      const finite = mapped(gradient, (value) => (Number.isFinite(value) ? value : 0));
      const way = ball.steepest(free(finite, here, box), stride * radius);
      const there = ball.project(subtract(add(here, way), origin), radius);
      if (index === 1) return there;
      return mapped(there, (value, j) => {
        const [at, was] = [here[j] - origin[j], here[j] - before[j]];
        return at + chosen.fresh * (value - at) + (1 - chosen.fresh) * was;
      });
    });
    heard = await ask(x);
    shown = betterRows(problem, shown, stepAt(index, x, heard));
    yield shown;
    const checkpoint = checkpoints.indexOf(index);
    rows = rows.map((climb, i) => {
      const next = moved(climb, row(x, i, dimension), row(heard.gradient, i, dimension), heard.values[i]);
      return checkpoint < 0 ? next : checked(next, index - (checkpoints[checkpoint - 1] ?? 0), chosen.rising);
    });
  }
  return shown;
}

/**
 * Auto-PGD (Croce and Hein 2020, algorithm 1): projected gradient ascent with a step that begins long and is
 * halved, from the best point so far, wherever at a checkpoint too few steps have raised the loss. A step
 * shows the best point of each row.
 */
export const apgd = defineAttack({
  id: 'apgd',
  title: 'Auto-PGD',
  name: 'APGD',
  listed: 'APGD, steps that find their length',
  source: 'croce2020reliable',
  knows: 'gradients',
  balls: ['linf', 'l2'],
  aim: 'climb',
  paced: 'steps',
  length: restartedLength,
  options,
  run: (problem, chosen, random) => restarted(problem, chosen, random, once),
});
