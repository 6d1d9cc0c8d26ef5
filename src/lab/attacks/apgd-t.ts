import { defineAttack } from '../attack.ts';
import type { ValuesOf } from '../options.ts';
import { dlrOf, dlrWeights } from '../optimise/auto.ts';
import { climb, paceOptions, randomPoint } from '../optimise/auto-pgd.ts';
import { marginOf, marginWeights, rivalsOf, type RowGoal } from '../optimise/goal.ts';
import { gradientOf, lockstep, type RowProblem, type Search } from '../optimise/lockstep.ts';
import type { Vec } from '../oracle.ts';
import type { Random } from '../random.ts';
import { steps, targets } from '../shared-options.ts';

const options = { steps: steps(100), targets, ...paceOptions };

type ApgdTOptions = ValuesOf<typeof options>;

/** What is raised, from a row's logits. */
type Rising = (z: Vec, goal: RowGoal) => number;

function* search(one: RowProblem, chosen: ApgdTOptions, rising: Rising, random: Random): Search {
  const { goal, x0 } = one;
  const { logits } = yield x0;
  if (goal.kind === 'reach') {
    yield* climb(one, randomPoint(one, random), chosen, { of: (z) => rising(z, goal) });
    return;
  }
  for (const rival of rivalsOf(logits, goal.label, chosen.targets)) {
    const start = randomPoint(one, random.fork(`rival ${rival}`));
    yield* climb(one, start, chosen, { rival, of: (z) => rising(z, { ...goal, rival }) });
  }
}

/**
 * APGD-T (Croce and Hein 2020, equation 7): Auto-PGD on the difference of logits ratio towards the likeliest
 * of the other classes at x0, then the next, each from a random point of its own, until the label is left for
 * any. A goal that is to be reached is the only class gone towards. Where there are but two classes, the
 * difference of their logits is raised, for a ratio needs three.
 */
export const apgdT = defineAttack({
  id: 'apgd-t',
  title: 'Auto-PGD towards one class after the other',
  name: 'APGD-T',
  source: 'croce2020reliable',
  knows: 'gradients',
  balls: ['linf', 'l2'],
  aim: 'reach',
  paced: 'steps',
  length: (chosen) => chosen.targets * (chosen.steps + 1),
  options,
  run: (problem, chosen, random) => {
    const { oracle } = problem;
    const [rising, weights] = oracle.classes < 3 ? [marginOf, marginWeights] : [dlrOf, dlrWeights];
    return lockstep(problem, {
      ask: gradientOf(oracle, weights),
      search: (one, i) => search(one, chosen, rising, random.fork(i)),
      over: 'reached',
    });
  },
});
