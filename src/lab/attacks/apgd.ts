import { defineAttack } from '../attack.ts';
import { choice, type ValuesOf } from '../options.ts';
import { dlrOf, dlrWeights } from '../optimise/auto.ts';
import { climb, paceOptions, randomPoint } from '../optimise/auto-pgd.ts';
import type { RowGoal } from '../optimise/goal.ts';
import { gradientOf, lockstep, type Lockstep, type RowProblem, type Search } from '../optimise/lockstep.ts';
import { restartedLength } from '../optimise/restarts.ts';
import type { Vec } from '../oracle.ts';
import type { Problem } from '../problem.ts';
import type { Random } from '../random.ts';
import { readerError } from '../reader-error.ts';
import { goesOn, randomStart, restarts, steps } from '../shared-options.ts';
import { crossEntropy } from '../softmax.ts';
import { mapped } from '../vec.ts';

const options = {
  steps: steps(100),
  /**
   * What is raised: the cross-entropy, or the difference of logits ratio, which no scale of the logits
   * changes.
   */
  loss: choice({
    label: 'Loss',
    words: { ce: 'cross-entropy', dlr: 'ratio of logits (DLR)' },
    default: 'ce',
    control: true,
  }),
  ...paceOptions,
  randomStart,
  restarts,
  goesOn,
};

export type ApgdOptions = ValuesOf<typeof options>;

/** The loss that is to rise: its gradient in every row, and its value from a row's logits. */
interface Rising {
  readonly ask: Lockstep['ask'];
  readonly of: (z: Vec, goal: RowGoal) => number;
}

const risingOf = ({ oracle, goal }: Problem, loss: ApgdOptions['loss']): Rising => {
  if (loss === 'ce') {
    const sign = goal.kind === 'leave' ? 1 : -1;
    return {
      ask: async (x, goals) => {
        const labels = Int32Array.from(goals, ({ label }) => label);
        const { logits, gradient } = await oracle.loss(x, labels);
        return { logits, gradient: mapped(gradient, (value) => sign * value) };
      },
      of: (z, { label }) => sign * crossEntropy(z, Int32Array.of(label), oracle.classes)[0],
    };
  }
  if (oracle.classes < 3) {
    throw readerError(
      `The DLR loss compares three answers, and this network has ${oracle.classes}; choose the cross-entropy.`,
    );
  }
  return { ask: gradientOf(oracle, dlrWeights), of: dlrOf };
};

function* search(one: RowProblem, chosen: ApgdOptions, of: Rising['of'], random: Random): Search {
  const height = { of: (z: Vec) => of(z, one.goal) };
  yield* climb(one, chosen.randomStart ? randomPoint(one, random) : one.x0, chosen, height);
  for (let restart = 1; restart < chosen.restarts; restart++) {
    yield* climb(one, randomPoint(one, random.fork(`restart ${restart}`)), chosen, height);
  }
}

/**
 * Auto-PGD (Croce and Hein 2020): projected gradient ascent that finds the length of its steps by itself. A
 * step shows the best point of each row so far.
 */
export const apgd = defineAttack({
  id: 'apgd',
  title: 'Auto-PGD',
  name: 'APGD',
  listed: 'APGD, steps that find their length',
  source: 'croce2020reliable',
  knows: 'gradients',
  balls: ['linf', 'l2'],
  aim: 'climb',
  paced: 'steps',
  length: restartedLength,
  options,
  run: (problem, chosen, random) => {
    const { ask, of } = risingOf(problem, chosen.loss);
    return lockstep(problem, {
      ask,
      search: (one, i) => search(one, chosen, of, random.fork(i)),
      shows: 'furthest',
      over: chosen.goesOn ? 'never' : 'reached',
    });
  },
});
