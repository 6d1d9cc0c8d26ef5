import { defineAttack } from '../attack.ts';
import { oddsEar } from '../black-box/ears.ts';
import { interview, type QuerySearch } from '../black-box/interview.ts';
import { oddsOf } from '../optimise/goal.ts';
import type { RowProblem } from '../optimise/lockstep.ts';
import type { Vec } from '../oracle.ts';
import type { Random } from '../random.ts';
import { add, clip, mapped, row, subtract } from '../vec.ts';
import { number, type ValuesOf } from '../options.ts';
import { eightBits, queries } from '../shared-options.ts';

const options = {
  queries: queries(10_000),
  /** From how many pairs of points a gradient is estimated. */
  pairs: number({ label: 'Pairs of points', min: 1, max: 1e6, whole: true, default: 25 }),
  /** σ: the spread of the points around x, in units of the input. */
  sigma: number({ label: 'Spread', min: 0, max: Infinity, default: 0.1 }),
  /** Size of a step as a share of the radius. */
  stride: number({ label: 'Step, as a share of the radius', min: 0, max: 1e6, default: 0.1 }),
  /** How much of the last direction is kept. */
  momentum: number({ label: 'Momentum', min: 0, max: 1, default: 0.8 }),
  eightBits,
};

export type NesOptions = ValuesOf<typeof options>;

/** x, then pairs of points opposite each other around it with a normal spread σ, in the box. */
const around = ({ box }: RowProblem, x: Vec, { pairs, sigma }: NesOptions, random: Random): Vec => {
  const points = new Float32Array((1 + 2 * pairs) * x.length);
  points.set(x);
  for (let k = 0; k < pairs; k++) {
    const noise = mapped(x, () => sigma * random.normal());
    points.set(clip(add(x, noise), box), (1 + 2 * k) * x.length);
    points.set(clip(subtract(x, noise), box), (2 + 2 * k) * x.length);
  }
  return points;
};

/**
 * The gradient at x of a function from its values at such points (Ilyas et al. 2018, section 2.1.1): Σ (f(x +
 * σu) − f(x − σu))·u / 2σm over m pairs, with the points' true difference for 2σu, which the box may have
 * shortened.
 */
export const estimatedGradient = (points: Vec, values: readonly number[], sigma: number): Vec => {
  const dimension = points.length / values.length;
  const pairs = (values.length - 1) / 2;
  const gradient = new Float64Array(dimension);
  for (let k = 1; k < values.length; k += 2) {
    const plus = row(points, k, dimension);
    const minus = row(points, k + 1, dimension);
    const weight = (values[k] - values[k + 1]) / (4 * sigma * sigma * pairs);
    for (let j = 0; j < dimension; j++) {
      gradient[j] += weight * (plus[j] - minus[j]);
    }
  }
  return Float32Array.from(gradient);
};

function* search(one: RowProblem, options: NesOptions, random: Random): QuerySearch<Vec> {
  const { x0, ball, bring, goal } = one;
  const count = 1 + 2 * options.pairs;
  let x = x0;
  let direction: Vec = new Float32Array(x0.length);
  for (;;) {
    const points = around(one, x, options, random);
    const logits = yield points;
    const classes = logits.length / count;
    const values = Array.from({ length: count }, (_, k) => oddsOf(row(logits, k, classes), goal));
    const gradient = estimatedGradient(points, values, options.sigma);
    const kept = direction;
    direction = mapped(gradient, (value, j) => {
      return options.momentum * kept[j] + (1 - options.momentum) * value;
    });
    x = bring(subtract(add(x, ball.steepest(direction, options.stride * one.radius)), x0));
  }
}

/**
 * The query-limited attack of Ilyas et al. 2018 (section 2.1): projected gradient ascent on the goal's
 * log-odds with a gradient estimated from answers at random points around x (natural evolution strategies).
 * Every estimate asks about x too.
 */
export const nes = defineAttack({
  id: 'nes',
  title: 'Natural evolution strategies',
  name: 'NES',
  listed: 'NES, by questions',
  source: 'ilyas2018black',
  knows: 'logits',
  balls: ['linf', 'l2'],
  aim: 'reach',
  paced: 'queries',
  length: (chosen) => chosen.queries,
  options,
  run: (problem, options, random) =>
    interview(
      problem,
      {
        ...oddsEar,
        queries: options.queries,
        eightBits: options.eightBits && 'ask',
        goesOn: false,
        search: (one, _, own) => search(one, options, own),
      },
      random,
    ),
});
