import { defineAttack } from '../attack.ts';
import { oddsWeights, type RowGoal } from '../optimise/goal.ts';
import { jacobianOf, lockstep, type Answer, type RowProblem, type Search } from '../optimise/lockstep.ts';
import { bestPair, bestSingle, type Move } from '../optimise/saliency-map.ts';
import type { Vec } from '../oracle.ts';
import { choice, number, toggle, type ValuesOf } from '../options.ts';

const options = {
  /** Change two numbers a step, as published, or one. */
  pairs: toggle({ label: 'Two numbers a step', default: true, live: false }),
  /** Make numbers larger, smaller, or whichever is more salient. */
  direction: choice({
    label: 'Direction',
    words: { up: 'larger', down: 'smaller', both: 'either way' },
    default: 'up',
    live: 'both',
  }),
  /** θ: how far a number goes in one step, as a share of the box's width. */
  theta: number({ label: 'Step', min: 0, max: 1, default: 1 }),
  /**
   * Whose slopes are looked at. With probabilities and one number a step it needs fewer pixels than the
   * paper's pairs.
   */
  outputs: choice({
    label: 'Slopes of',
    words: { logits: 'the logits', probabilities: 'the probabilities' },
    default: 'probabilities',
  }),
  /** Steps at most; a row is done when it has reached its goal. */
  steps: number({ label: 'Steps', min: 0, max: 1e6, whole: true, default: 400 }),
};

export type JsmaOptions = ValuesOf<typeof options>;

/** What a number's growth does: how much the goal rises, and how much all other outputs together fall. */
interface Slopes {
  readonly rise: Vec;
  readonly fall: Vec;
}

/** Σₖ weightₖ·gradientₖ. */
const weighted = (weights: ArrayLike<number>, jacobian: Vec): Vec => {
  const dimension = jacobian.length / weights.length;
  const sum = new Float32Array(dimension);
  for (let k = 0; k < weights.length; k++) {
    for (let j = 0; j < dimension; j++) {
      sum[j] += weights[k] * jacobian[k * dimension + j];
    }
  }
  return sum;
};

const slopes = ({ logits, gradient }: Answer, goal: RowGoal, outputs: JsmaOptions['outputs']): Slopes => {
  // Probabilities sum to 1: what one gains, the others lose. The slope of its log-odds is the same but for a
  // factor.
  if (outputs === 'probabilities') {
    const rise = weighted(oddsWeights(logits, goal), gradient);
    return { rise, fall: rise };
  }
  const sign = goal.kind === 'reach' ? 1 : -1;
  const own = logits.map((_, k) => (k === goal.label ? sign : 0));
  const others = logits.map((_, k) => (k === goal.label ? 0 : -sign));
  return { rise: weighted(own, gradient), fall: weighted(others, gradient) };
};

function* search({ x0, goal, ball, box: [low, high], radius }: RowProblem, options: JsmaOptions): Search {
  const signs = ([1, -1] as const).filter((sign) => options.direction !== (sign > 0 ? 'down' : 'up'));
  const stride = options.theta * (high - low);
  const spent = new Set<number>();
  const changed = new Set<number>();
  let x = x0;
  for (let k = 0; k < options.steps; k++) {
    const answer = yield x;
    if (answer.margin > 0) return;
    const { rise, fall } = slopes(answer, goal, options.outputs);
    const left = Math.floor(radius / ball.grain) - changed.size;
    const moves: Move[] = [];
    x.forEach((value, place) => {
      if (spent.has(place) || (left <= 0 && !changed.has(place))) return;
      for (const sign of signs) {
        if (sign > 0 ? value >= high : value <= low) continue;
        moves.push({
          place,
          sign,
          rise: sign * rise[place],
          fall: sign * fall[place],
        });
      }
    });
    const pair = options.pairs && left >= 2 ? bestPair(moves) : [];
    const best = pair.length > 0 ? pair : bestSingle(moves);
    if (best.length === 0) return;
    x = x.slice();
    for (const { place, sign } of best) {
      const value = Math.min(high, Math.max(low, x[place] + sign * stride));
      x[place] = value;
      changed.add(place);
      if (value === low || value === high) spent.add(place);
    }
  }
  yield x;
}

/**
 * The saliency map attack (Papernot et al. 2016, section IV, algorithms 2 and 3): the two numbers whose
 * change most raises the goal's output while it lowers all others together, again and again; one that has
 * come to the edge of the box takes no further part. Every step takes the whole Jacobian in one pass. To
 * leave a label, raising and lowering change places, which the paper does not have. Where no pair is salient
 * a single number may be.
 */
export const jsma = defineAttack({
  id: 'jsma',
  title: 'Saliency map attack',
  name: 'the saliency-map attack',
  listed: 'Saliency map, few pixels',
  source: 'papernot2016limitations',
  knows: 'gradients',
  balls: ['l0'],
  aim: 'reach',
  paced: 'steps',
  jacobian: 'all',
  // Where one step takes a number to the edge of the box, there are as many steps as numbers that may change.
  length: (chosen, { radius }) =>
    chosen.theta === 1 ? Math.min(chosen.steps, Math.max(1, radius)) : chosen.steps,
  options,
  run: (problem, options) =>
    lockstep(problem, { ask: jacobianOf(problem.oracle), search: (one) => search(one, options) }),
});
