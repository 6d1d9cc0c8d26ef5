import { defineAttack } from '../attack.ts';
import { oddsWeights } from '../optimise/goal.ts';
import { gradientOf, lockstep, type RowProblem, type Search } from '../optimise/lockstep.ts';
import { add, subtract } from '../vec.ts';
import { number, type ValuesOf } from '../options.ts';
import { eightBits, steps } from '../shared-options.ts';

const options = {
  steps: steps(100, 40),
  /**
   * By which share the norm shrinks after a point that reaches the goal, and grows after one that does not.
   */
  gamma: number({ label: 'Change of the length', min: 0, max: 1, default: 0.05 }),
  /** The first norm, in units of the input. */
  norm: number({ label: 'First length', min: 0, max: Infinity, default: 1 }),
  eightBits,
};

export type DdnOptions = ValuesOf<typeof options>;

/** The length of step k of `steps`: from 1 to 0.01 along half a cosine. */
const stride = (k: number, steps: number): number =>
  0.01 + (0.99 * (1 + Math.cos((Math.PI * k) / steps))) / 2;

function* search({ x0, ball, radius, bring }: RowProblem, options: DdnOptions): Search {
  let x = x0;
  let norm = options.norm;
  for (let k = 0; k < options.steps; k++) {
    const { gradient, margin } = yield x;
    const perturbation = add(subtract(x, x0), ball.steepest(gradient, stride(k, options.steps)));
    norm = Math.min(radius, norm * (margin > 0 ? 1 - options.gamma : 1 + options.gamma));
    x = bring(ball.steepest(perturbation, norm));
  }
  yield x;
}

/**
 * Decoupled direction and norm (Rony et al. 2019, algorithm 1): steps of shrinking length along the
 * normalised gradient, each followed by a rescaling to a norm that shrinks by γ inside the goal and grows by
 * γ outside. The direction is that of the log-odds, which is the cross-entropy's wherever that has one.
 */
export const ddn = defineAttack({
  id: 'ddn',
  title: 'Decoupled direction and norm',
  name: 'DDN',
  listed: 'DDN, the smallest nudge',
  source: 'rony2019decoupling',
  knows: 'gradients',
  balls: ['l2'],
  aim: 'seek',
  paced: 'steps',
  length: (chosen) => chosen.steps,
  options,
  run: (problem, options) =>
    lockstep(problem, {
      ask: gradientOf(problem.oracle, oddsWeights),
      search: (one) => search(one, options),
      eightBits: options.eightBits,
    }),
});
