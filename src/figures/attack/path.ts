import type { Attack, Step } from '../../lab/attack.ts';
import { attacks } from '../../lab/attacks/index.ts';
import type { Problem } from '../../lab/problem.ts';
import type { Random } from '../../lab/random.ts';
import { readerError } from '../../lab/reader-error.ts';
import { someClasses } from '../../lab/oracles/some-classes.ts';
import { solve } from '../../lab/solve.ts';
import { topClasses } from '../kit/words/top-classes.ts';
import { factsOf, methodOf, shares, stepsOf } from './methods.ts';
import { paced, type Paced } from './paced.ts';
import type { AttackState } from './params.ts';

/** The most numbers of all classes' slopes that a tab should hold. */
const most = 4e6;

/** How many classes DeepFool measures the way to, as its authors do, where there are many. */
const candidates = 10;

/** At which frame an iterate is due, in a ball of that radius. */
const dueOf = (state: AttackState, radius: number): ((step: Step) => number) => {
  const { counts } = factsOf(state);
  if (counts === 'questions') return ({ queries }) => ((queries?.[0] ?? 0) * shares) / state.queries;
  if (counts === 'searches') return ({ index }) => (index * shares) / (state.searches * (state.steps + 1));
  // The saliency map changes a number a step, of which a pixel of a model of the reader's may have three.
  const scale = methodOf(state) === 'jsma' ? stepsOf(state) / Math.max(1, radius) : 1;
  return ({ index }) => index * scale;
};

/** The problem as the method is given it: of many classes, DeepFool sees the likeliest and the goal's. */
const givenTo = (state: AttackState, problem: Problem, logits: Float32Array): Problem => {
  const { oracle, goal } = problem;
  const method = methodOf(state);
  if (method === 'jsma' && oracle.classes * oracle.dimension > most) {
    throw readerError(
      'The saliency map weighs every number of the picture for every answer: too many here. Choose another method.',
    );
  }
  if (method !== 'deepfool' || oracle.classes * oracle.dimension <= most) return problem;
  const label = goal.labels[0] as number;
  const kept = topClasses([logits], [label], candidates);
  return {
    ...problem,
    oracle: someClasses(oracle, kept),
    goal: { kind: goal.kind, labels: Int32Array.of(kept.indexOf(label)) },
  };
};

/** The iterates of the attack that are shown, in the order of its frames; `logits` are those of the picture itself. */
export const pathOf = (
  state: AttackState,
  problem: Problem,
  logits: Float32Array,
  setting: { readonly random: Random; readonly signal: AbortSignal },
): AsyncGenerator<Paced, void> => {
  const attack = attacks[methodOf(state)] as Attack<object>;
  const path = solve(attack, givenTo(state, problem, logits), { ...setting, options: factsOf(state).options(state) });
  return paced(path, stepsOf(state), dueOf(state, problem.radius));
};
