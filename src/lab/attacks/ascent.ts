import { defineAttack, type Step } from '../attack.ts';
import { feasible, free } from '../optimise/feasible.ts';
import { oddsOf, oddsWeights, type RowGoal } from '../optimise/goal.ts';
import { gradientOf } from '../optimise/lockstep.ts';
import type { Problem } from '../problem.ts';
import type { Random } from '../random.ts';
import { crossEntropy, sigmoid } from '../softmax.ts';
import { length, mapped, row, subtract, zeroShare } from '../vec.ts';
import { number, type ValuesOf } from '../options.ts';
import { steps } from '../shared-options.ts';

const options = {
  steps: steps(300),
  /**
   * Standard deviation of the normal noise that is added to x0 for the start; row i draws from
   * `random.fork(i)` alone.
   */
  noise: number({ label: 'Noise at the start', min: 0, max: Infinity, default: 1 / 255 }),
  /**
   * The share of the perturbation that is taken back after every step: the gradient of a squared norm as a
   * penalty.
   */
  decay: number({ label: 'Decay', min: 0, max: 1, default: 0.01 }),
  /** By how much a step is to raise the probability of the goal … */
  progress: number({ label: 'Rise of a step', min: 0, max: 1, default: 0.03 }),
  /** … but by no more than this share of what it lacks to 1. */
  lateProgress: number({ label: 'Rise of a late step', min: 0, max: 1, default: 0.1 }),
};

export type AscentOptions = ValuesOf<typeof options>;

/** By how much the log-odds of the goal rise when its probability rises as a step is to raise it. */
const wantedRise = (odds: number, { progress, lateProgress }: AscentOptions): number => {
  const lack = sigmoid(-odds);
  const after = Math.max(lack - progress, (1 - lateProgress) * lack);
  return after > 0 ? Math.log1p(-after) - Math.log(after) - odds : 0;
};

async function* run(problem: Problem, options: AscentOptions, random: Random): AsyncGenerator<Step, void> {
  const { oracle, goal, box } = problem;
  const { dimension, classes } = oracle;
  const goals = Array.from(goal.labels, (label): RowGoal => ({ kind: goal.kind, label }));
  const ask = gradientOf(oracle, oddsWeights);
  let x = feasible(problem, (i, x0) => {
    const { normal } = random.fork(i);
    return mapped(x0, () => options.noise * normal());
  });
  for (let index = 0; ; index++) {
    const { logits, gradient } = await ask(x, goals);
    const loss = crossEntropy(logits, goal.labels, classes);
    yield { index, x, loss, logits, zeroGradient: zeroShare(gradient, dimension) };
    if (index >= options.steps) return;
    const at = x;
    x = feasible(problem, (i, x0) => {
      const here = row(at, i, dimension);
      const uphill = free(row(gradient, i, dimension), here, box);
      const steepness = length(uphill) ** 2;
      const rise = wantedRise(oddsOf(row(logits, i, classes), goals[i]), options);
      const rate = steepness > 0 && Number.isFinite(steepness) ? rise / steepness : 0;
      return mapped(subtract(here, x0), (value, j) => (1 - options.decay) * (value + rate * uphill[j]));
    });
  }
}

/**
 * Fooling images by gradient ascent (Nguyen et al. 2015, section 3.3, by the rule of its released code): from
 * x0, there the mean of all pictures, and a little noise, uphill in the probability of the goal, drawn back
 * to x0 by L2 decay. A step is as long as a linear network would need for the wanted rise; it is measured in
 * log-odds, whose gradient does not vanish where the probability is near 0 or 1, and not spent on numbers
 * that stand at the edge of the box.
 */
export const ascent = defineAttack({
  id: 'ascent',
  title: 'Gradient ascent with decay',
  name: 'gradient ascent',
  source: 'nguyen2015deep',
  knows: 'gradients',
  balls: ['linf', 'l2'],
  aim: 'climb',
  paced: 'steps',
  length: (chosen) => chosen.steps,
  options,
  run,
});
