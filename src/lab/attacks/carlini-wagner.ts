import { defineAttack } from '../attack.ts';
import { adam } from '../optimise/adam.ts';
import { marginWeights } from '../optimise/goal.ts';
import { gradientOf, lockstep, type Answer, type RowProblem, type Search } from '../optimise/lockstep.ts';
import type { Vec } from '../oracle.ts';
import { number, type ValuesOf } from '../options.ts';
import { eightBits, searches, steps } from '../shared-options.ts';

const options = {
  searches: searches(9),
  /** Adam's steps for each c. */
  steps: steps(400, 40),
  /** Adam's rate. */
  rate: number({ label: 'Rate', min: 0, max: 1e3, default: 0.02, live: 0.05 }),
  /** The first c: the weight of the goal against the squared norm. */
  c: number({ label: 'First c', min: 0, max: Infinity, default: 1 }),
  /** κ: by how many logits the goal must be passed. */
  confidence: number({
    label: 'Past the goal by (logits)',
    min: 0,
    max: Infinity,
    default: 0,
    control: { min: 0, max: 20, step: 1 },
  }),
  /** The share of the box's half width that a number may be away from its middle at the start; below 1. */
  inset: number({ label: 'Inset', min: 0, max: 1, default: 0.99 }),
  eightBits,
};

export type CarliniWagnerOptions = ValuesOf<typeof options>;

/**
 * The box's half width and its numbers as tanh's argument: x = x0 + half·(tanh w − tanh w0), w0 finite also
 * at the edges.
 */
const variables = (
  { x0, box: [low, high] }: RowProblem,
  inset: number,
): { half: number; start: Float64Array } => {
  const half = (high - low) / 2;
  const middle = (high + low) / 2;
  return { half, start: Float64Array.from(x0, (value) => Math.atanh((inset * (value - middle)) / half)) };
};

/**
 * Adam on ‖δ‖² + c·max(κ − margin, 0) for one c, until its steps are spent or nothing gets better; whether
 * the goal was reached.
 */
function* minimise(
  one: RowProblem,
  options: CarliniWagnerOptions,
  c: number,
): Generator<Vec, boolean, Answer> {
  const { steps, rate, confidence } = options;
  const { half, start } = variables(one, options.inset);
  const origin = start.map(Math.tanh);
  const w = start.slice();
  const step = adam(w.length, rate);
  const gradient = new Float64Array(w.length);
  const delta = new Float32Array(w.length);
  const patience = Math.max(1, Math.floor(steps / 10));
  let reached = false;
  let before = Infinity;
  for (let k = 0; k <= steps; k++) {
    let square = 0;
    for (let j = 0; j < w.length; j++) {
      const value = half * (Math.tanh(w[j]) - origin[j]);
      delta[j] = value;
      square += value * value;
    }
    const answer = yield one.bring(delta);
    if (answer.margin > confidence) reached = true;
    const loss = square + c * Math.max(confidence - answer.margin, 0);
    if (k % patience === 0) {
      if (loss > 0.9999 * before) break;
      before = loss;
    }
    const pull = answer.margin <= confidence ? c : 0;
    for (let j = 0; j < w.length; j++) {
      const t = Math.tanh(w[j]);
      const slope = 2 * delta[j] - pull * answer.gradient[j];
      gradient[j] = slope * half * (1 - t * t);
    }
    step(w, gradient);
  }
  return reached;
}

function* search(one: RowProblem, options: CarliniWagnerOptions): Search {
  let c = options.c;
  let low = 0;
  let high = Infinity;
  for (let k = 0; k < options.searches; k++) {
    const reached = yield* minimise(one, options, c);
    if (reached) high = c;
    else low = c;
    c = high === Infinity ? 10 * c : (low + high) / 2;
  }
}

/**
 * The L2 attack of Carlini and Wagner 2017 (section VI A): ‖δ‖² + c·max(κ − margin, 0) by Adam, with the
 * smallest c that works by bisection. Each row has its own c and aborts by itself. The box is kept by a tanh,
 * which is taken a little inside it, so that numbers at its very edge have a gradient and can move.
 */
export const carliniWagner = defineAttack({
  id: 'carlini-wagner',
  title: 'Carlini and Wagner',
  name: 'the attack of Carlini and Wagner',
  listed: 'Carlini and Wagner, the smallest nudge',
  source: 'carlini2017towards',
  knows: 'gradients',
  balls: ['l2'],
  aim: 'seek',
  paced: 'searches',
  length: (chosen) => chosen.searches * (chosen.steps + 1),
  options,
  run: (problem, options) =>
    lockstep(problem, {
      ask: gradientOf(problem.oracle, marginWeights),
      search: (one) => search(one, options),
      confidence: options.confidence,
      eightBits: options.eightBits,
    }),
});
