import type { Attack } from '../attack.ts';
import { adam } from '../optimise/adam.ts';
import { marginWeights } from '../optimise/goal.ts';
import { gradientOf, lockstep, type Answer, type RowProblem, type Search } from '../optimise/lockstep.ts';
import type { Vec } from '../oracle.ts';

export interface CarliniWagnerOptions {
  /** How many values of c are tried. */
  readonly searches: number;
  /** Adam's steps for each c. */
  readonly steps: number;
  /** Adam's rate. */
  readonly rate: number;
  /** The first c: the weight of the goal against the squared norm. */
  readonly c: number;
  /** κ: by how many logits the goal must be passed. */
  readonly confidence: number;
  /** The share of the box's half width that a number may be away from its middle at the start; below 1. */
  readonly inset: number;
  /** Count only pictures in 8 bits (x0 must be one), so that the answer survives being saved. */
  readonly eightBits: boolean;
}

/** The box's half width and its numbers as tanh's argument: x = x0 + half·(tanh w − tanh w0), w0 finite also at the edges. */
const variables = ({ x0, box: [low, high] }: RowProblem, inset: number): { half: number; start: Float64Array } => {
  const half = (high - low) / 2;
  const middle = (high + low) / 2;
  return { half, start: Float64Array.from(x0, (value) => Math.atanh((inset * (value - middle)) / half)) };
};

/** Adam on ‖δ‖² + c·max(κ − margin, 0) for one c, until its steps are spent or nothing gets better; whether the goal was reached. */
function* minimise(one: RowProblem, options: CarliniWagnerOptions, c: number): Generator<Vec, boolean, Answer> {
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
      const value = half * (Math.tanh(w[j] as number) - (origin[j] as number));
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
      const t = Math.tanh(w[j] as number);
      const slope = 2 * (delta[j] as number) - pull * (answer.gradient[j] as number);
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
 * smallest c that works by bisection. Each row has its own c and aborts by itself. The box is kept by a tanh, which is
 * taken a little inside it, so that numbers at its very edge have a gradient and can move.
 */
export const carliniWagner: Attack<CarliniWagnerOptions> = {
  id: 'carlini-wagner',
  title: 'Carlini and Wagner',
  source: 'carlini2017towards',
  knows: 'gradients',
  balls: ['l2'],
  defaults: { searches: 9, steps: 400, rate: 0.02, c: 1, confidence: 0, inset: 0.99, eightBits: false },
  run: (problem, options) =>
    lockstep(problem, {
      ask: gradientOf(problem.oracle, marginWeights),
      search: (one) => search(one, options),
      confidence: options.confidence,
      eightBits: options.eightBits,
    }),
};
