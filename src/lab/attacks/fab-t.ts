import { defineAttack } from '../attack.ts';
import { number, toggle, type ValuesOf } from '../options.ts';
import { randomPoint } from '../optimise/auto-pgd.ts';
import { marginOf, marginWeights, rivalsOf } from '../optimise/goal.ts';
import { toHyperplane, type HyperplaneBall } from '../optimise/hyperplane.ts';
import { gradientOf, lockstep, type Aimed, type RowProblem, type Search } from '../optimise/lockstep.ts';
import type { Vec } from '../oracle.ts';
import type { Random } from '../random.ts';
import { readerError } from '../reader-error.ts';
import { eightBits, goesOn, steps, targets } from '../shared-options.ts';
import { clip, mapped, subtract } from '../vec.ts';

const options = {
  steps: steps(100),
  targets,
  /** How much of a step, at most, goes from x0 instead of from where it is. */
  biased: number({ label: 'Share of a step from x0, at most', min: 0, max: 1, default: 0.1 }),
  /** η: by how much a step goes beyond the boundary, 1 for not at all. */
  overshoot: number({ label: 'Steps beyond the boundary', min: 1, max: 10, default: 1.05 }),
  /** β: how far from x0 it goes on from a point that has reached the goal, as a share of that point's way. */
  back: number({ label: 'Share of the way kept', min: 0, max: 1, default: 0.9 }),
  /** Start at a random point of the ball, half as far from x0 (row i draws from `random.fork(i)` alone). */
  randomStart: toggle({ label: 'Start at a random point', default: false }),
  goesOn,
  eightBits,
};

type FabTOptions = ValuesOf<typeof options>;

/**
 * From x, part of the way from x and part of that from x0 to where the boundary would be if it were plane.
 */
const stepTo = (
  { x0, ball, box }: RowProblem,
  x: Vec,
  gradient: Vec,
  margin: number,
  chosen: FabTOptions,
): Vec => {
  const id = ball.id as HyperplaneBall;
  let from0 = -margin;
  for (let j = 0; j < x.length; j++) from0 += gradient[j] * (x[j] - x0[j]);
  const near = toHyperplane(id, x, gradient, -margin, box);
  const far = toHyperplane(id, x0, gradient, from0, box);
  const [a, b] = [Math.max(1e-8, ball.size(near)), Math.max(1e-8, ball.size(far))];
  const share = Math.min(a / (a + b), chosen.biased);
  const mixed = mapped(
    x,
    (at, j) => (1 - share) * (at + chosen.overshoot * near[j]) + share * (x0[j] + chosen.overshoot * far[j]),
  );
  return clip(mixed, box);
};

/** Towards the boundary with one rival, or with whichever class is the likeliest. */
function* descend(one: RowProblem, start: Vec, rival: number | undefined, chosen: FabTOptions): Search {
  const { x0, goal } = one;
  const ask = (x: Vec): Vec | Aimed => (rival === undefined ? x : { x, rival });
  const aim = rival === undefined ? goal : { ...goal, rival };
  let x = start;
  let heard = yield ask(x);
  for (let k = 0; k < chosen.steps; k++) {
    x = stepTo(one, x, heard.gradient, marginOf(heard.logits, aim), chosen);
    heard = yield ask(x);
    if (heard.margin > 0 && k + 1 < chosen.steps) {
      const origin = x0;
      x = mapped(subtract(x, x0), (value, j) => origin[j] + chosen.back * value);
      heard = yield ask(x);
    }
  }
}

function* search(one: RowProblem, chosen: FabTOptions, random: Random): Search {
  const { x0, goal } = one;
  const { logits } = yield x0;
  const rivals = goal.kind === 'reach' ? [undefined] : rivalsOf(logits, goal.label, chosen.targets);
  for (const rival of rivals) {
    const point = chosen.randomStart ? randomPoint(one, random.fork(`rival ${rival ?? 'any'}`)) : x0;
    const half = mapped(point, (value, j) => (x0[j] + value) / 2);
    yield* descend(one, half, rival, chosen);
  }
}

/**
 * FAB-T (Croce and Hein 2020, algorithm 1, for one class after the other, as AutoAttack has it): to where the
 * boundary with the likeliest of the other classes at x0 would be if it were plane, within the box, drawn
 * towards x0; then the next class. It may look outside the ball, and shows the smallest perturbation that
 * leaves the label for any class. To reach a label it goes to the boundary between that and the class that is
 * now first.
 */
export const fabT = defineAttack({
  id: 'fab-t',
  title: 'Fast adaptive boundary attack towards one class after the other',
  name: 'FAB-T',
  source: 'croce2020minimally',
  knows: 'gradients',
  balls: ['linf', 'l2', 'l1'],
  aim: 'seek',
  paced: 'steps',
  length: (chosen) => chosen.targets * 2 * Math.max(1, chosen.steps),
  options,
  run: (problem, chosen, random) => {
    if (problem.ball.id === 'l0') throw readerError('FAB-T is made for L∞, L2 and L1; choose one of these.');
    return lockstep(problem, {
      ask: gradientOf(problem.oracle, marginWeights),
      search: (one, i) => search(one, chosen, random.fork(i)),
      wanders: true,
      ...(!chosen.goesOn && { over: 'reached' as const }),
      eightBits: chosen.eightBits,
    });
  },
});
