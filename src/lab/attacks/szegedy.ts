import { defineAttack } from '../attack.ts';
import { oddsOf, oddsWeights } from '../optimise/goal.ts';
import { gradientOf, lockstep, type Answer, type RowProblem, type Search } from '../optimise/lockstep.ts';
import { projectedLbfgs, type Value } from '../optimise/projected-lbfgs.ts';
import type { Vec } from '../oracle.ts';
import { sigmoid } from '../softmax.ts';
import { length, mapped, subtract } from '../vec.ts';
import { number, type ValuesOf } from '../options.ts';
import { eightBits, searches, steps } from '../shared-options.ts';

const options = {
  searches: searches(12),
  /** Steps of L-BFGS for each c. */
  steps: steps(30, 40),
  /** The first c: the weight of the squared norm against the loss, in nats per unit of the input squared. */
  c: number({ label: 'First c', min: 0, max: Infinity, default: 1 }),
  eightBits,
};

export type SzegedyOptions = ValuesOf<typeof options>;

/** c‖r‖² + the loss, whose own gradient is −(1 − p) × that of the goal's log-odds. */
const valueAt = (delta: Vec, { logits, gradient }: Answer, goal: RowProblem['goal'], c: number): Value => {
  const odds = oddsOf(logits, goal);
  const loss = Math.max(-odds, 0) + Math.log1p(Math.exp(-Math.abs(odds)));
  const pull = sigmoid(-odds);
  return {
    value: c * length(delta) ** 2 + loss,
    gradient: mapped(delta, (value, j) => 2 * c * value - pull * gradient[j]),
  };
};

/** A point, and how far it is from x0. */
interface Point {
  readonly x: Vec;
  readonly size: number;
}

/**
 * Minimises for one c from a point; the nearest point on the way that reaches the goal, if nearer than
 * `known`, and whether the minimum does.
 */
function* minimise(
  one: RowProblem,
  { steps }: SzegedyOptions,
  c: number,
  known: Point,
): Generator<Vec, { readonly nearest: Point; readonly reached: boolean }, Answer> {
  const { x0, goal, bring } = one;
  const descent = projectedLbfgs(known.x, (x) => bring(subtract(x, x0)), { steps, memory: 10, first: 1 });
  let nearest = known;
  let reached = false;
  let least = Infinity;
  for (let next = descent.next(); next.done !== true;) {
    const x = next.value;
    const answer = yield x;
    const delta = subtract(x, x0);
    const size = length(delta);
    if (answer.margin > 0 && size < nearest.size) nearest = { x, size };
    const value = valueAt(delta, answer, goal, c);
    if (value.value < least) [least, reached] = [value.value, answer.margin > 0];
    next = descent.next(value);
  }
  return { nearest, reached };
}

function* search(one: RowProblem, options: SzegedyOptions): Search {
  let c = options.c;
  let low = 0;
  let high = Infinity;
  let known: Point = { x: one.x0, size: Infinity };
  for (let k = 0; k < options.searches; k++) {
    const { nearest, reached } = yield* minimise(one, options, c, known);
    known = nearest;
    if (reached) low = c;
    else high = c;
    c = high === Infinity ? 10 * c : low === 0 ? c / 10 : Math.sqrt(low * high);
  }
}

/**
 * The box-constrained L-BFGS of Szegedy et al. 2014 (section 4.1): the least c‖r‖² + loss(x0 + r), with a
 * line search for the largest c whose minimum reaches the goal. Each minimisation sets out from the nearest
 * point so far that reaches it: from x0, the minima of deeper nets jump over the boundary when c grows,
 * instead of meeting it. The norm is squared, so that it is smooth where the search starts. The loss is −log
 * p of the goal: of the label to reach it, of all other classes together to leave it.
 */
export const szegedy = defineAttack({
  id: 'szegedy',
  title: 'L-BFGS',
  name: 'L-BFGS',
  listed: 'L-BFGS, the first of all (2013)',
  source: 'szegedy2014intriguing',
  knows: 'gradients',
  balls: ['l2'],
  aim: 'seek',
  paced: 'searches',
  length: (chosen) => chosen.searches * (chosen.steps + 1),
  options,
  run: (problem, options) =>
    lockstep(problem, {
      ask: gradientOf(problem.oracle, oddsWeights),
      search: (one) => search(one, options),
      eightBits: options.eightBits,
    }),
});
