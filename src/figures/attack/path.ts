import type { Step } from '../../lab/attack.ts';
import type { Problem } from '../../lab/problem.ts';
import type { Random } from '../../lab/random.ts';
import { readerError } from '../../lab/reader-error.ts';
import { someClasses } from '../../lab/oracles/some-classes.ts';
import { solve } from '../../lab/solve.ts';
import { numberAt } from '../../lab/vec.ts';
import { topClasses } from '../kit/words/top-classes.ts';
import { optionsOf } from './chosen.ts';
import { factsOf, lengthOf, methodOf, stepsOf } from './methods.ts';
import { paced, type Paced } from './paced.ts';
import type { AttackState } from './params.ts';
import { attackOf } from './settings.ts';

/** The most numbers of all classes' slopes that a tab should hold. */
const most = 4e6;

/** How many classes are looked at where there are many, as the authors of DeepFool do. */
const candidates = 10;

/** At which frame an iterate is due, in a ball of that radius. */
const dueOf = (state: AttackState, radius: number): ((step: Step) => number) => {
  const frames = stepsOf(state);
  // A model of the reader's may have more numbers to a pixel than its state tells, and so more steps than
  // frames.
  const length = lengthOf(state, radius);
  return factsOf(state).counts === 'questions'
    ? ({ queries }) => ((queries?.[0] ?? 0) * frames) / length
    : ({ index }) => (index * frames) / length;
};

/**
 * The problem as the method is given it: of many classes, one that needs but a few sees the likeliest and the
 * goal's.
 */
const givenTo = (state: AttackState, problem: Problem, logits: Float32Array): Problem => {
  const { oracle, goal } = problem;
  const { jacobian } = attackOf(methodOf(state));
  if (jacobian === undefined || oracle.classes * oracle.dimension <= most) return problem;
  if (jacobian === 'all') {
    throw readerError(
      'This method weighs every number of the picture for every answer: too many here. Choose another method.',
    );
  }
  const label = numberAt(goal.labels, 0);
  const kept = topClasses([logits], [label], candidates);
  return {
    ...problem,
    oracle: someClasses(oracle, kept),
    goal: { kind: goal.kind, labels: Int32Array.of(kept.indexOf(label)) },
  };
};

/**
 * The iterates of the attack that are shown, in the order of its frames; `logits` are those of the picture
 * itself.
 */
export const pathOf = (
  state: AttackState,
  problem: Problem,
  logits: Float32Array,
  setting: { readonly random: Random; readonly signal: AbortSignal },
): AsyncGenerator<Paced, void> => {
  const method = methodOf(state);
  const options = optionsOf(method, state);
  const path = solve(attackOf(method), givenTo(state, problem, logits), { ...setting, options });
  return paced(path, stepsOf(state), dueOf(state, problem.radius));
};
