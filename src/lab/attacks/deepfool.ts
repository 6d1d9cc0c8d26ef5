import { defineAttack } from '../attack.ts';
import type { Vec } from '../oracle.ts';
import { rivalOf, rivalsOf } from '../optimise/goal.ts';
import { jacobianOf, lockstep, type RowProblem, type Search } from '../optimise/lockstep.ts';
import { add, mapped, row, subtract } from '../vec.ts';
import { number, type ValuesOf } from '../options.ts';
import { eightBits, steps } from '../shared-options.ts';

const options = {
  /** Number of steps at most; a row is done when it has reached its goal. */
  steps: steps(50, 40),
  /**
   * To how many classes the way is measured, the label's own among them; those with the largest logits at x0.
   */
  candidates: number({ label: 'Classes looked at', min: 2, max: 1e6, whole: true, default: 10 }),
  /** The perturbation is made larger by this share, so that it ends beyond the boundary. */
  overshoot: number({
    label: 'Overshoot',
    min: 0,
    max: 10,
    default: 0.02,
    control: { min: 0.02, max: 0.5, step: 0.02 },
  }),
  eightBits,
};

export type DeepFoolOptions = ValuesOf<typeof options>;

/**
 * A step is longer than to the boundary by this, in the ball's norm, as in the authors' code: at a tie it
 * must go somewhere.
 */
const nudge = 1e-4;

function* search({ x0, goal, ball, bring }: RowProblem, options: DeepFoolOptions): Search {
  const { label, kind } = goal;
  let perturbation: Vec = new Float32Array(x0.length);
  let x = x0;
  let candidates: readonly number[] | undefined;
  for (let k = 0; k < options.steps; k++) {
    const { logits, gradient, margin } = yield x;
    if (margin > 0) return;
    candidates ??= rivalsOf(logits, label, options.candidates - 1);
    const others = kind === 'reach' ? [rivalOf(logits, label)] : candidates;
    const own = row(gradient, label, x0.length);
    let nearest = Infinity;
    let step: Vec | undefined;
    for (const other of others) {
      const theirs = row(gradient, other, x0.length);
      const normal = kind === 'reach' ? subtract(own, theirs) : subtract(theirs, own);
      const slope = ball.gain(normal, 1);
      const distance = Math.abs(logits[other] - logits[label]) / slope;
      if (slope > 0 && distance < nearest) {
        nearest = distance;
        step = ball.steepest(normal, distance + nudge);
      }
    }
    if (step === undefined) return;
    perturbation = subtract(bring(add(perturbation, step)), x0);
    x = bring(mapped(perturbation, (value) => (1 + options.overshoot) * value));
  }
  yield x;
}

/**
 * DeepFool (Moosavi-Dezfooli et al. 2016, algorithm 2, and equations 10 and 11 for other norms): to the
 * nearest of the boundaries as they would be if the network were linear, again and again until one is
 * crossed. To reach a label it goes to the boundary between that label and the class that is now first. The
 * published method knows no box; here every step is brought back into it, and falls short by what that takes
 * away.
 */
export const deepfool = defineAttack({
  id: 'deepfool',
  title: 'DeepFool',
  name: 'DeepFool',
  listed: 'DeepFool, the nearest boundary',
  source: 'moosavidezfooli2016deepfool',
  knows: 'gradients',
  balls: ['l2', 'linf'],
  aim: 'seek',
  paced: 'steps',
  jacobian: 'few',
  length: (chosen) => chosen.steps,
  options,
  run: (problem, options) =>
    lockstep(problem, {
      ask: jacobianOf(problem.oracle),
      search: (one) => search(one, options),
      eightBits: options.eightBits,
    }),
});
