import type { BallId } from '../../lab/ball.ts';
import { said } from '../../lab/said.ts';
import { optionsOf } from './chosen.ts';
import { inLevels, kindOf } from './nets.ts';
import type { AttackState } from './params.ts';
import { attackOf, methods, type Method } from './settings.ts';

/** What the laboratory says of the method in use, as the figure speaks of it. */
export interface MethodFacts {
  /** In a sentence: 'DDN', 'the Square attack'. */
  readonly name: string;
  /** How its nudges may be measured; the first where the wanted one is not among them. */
  readonly balls: readonly BallId[];
  /** It seeks the smallest nudge: there is no limit to set. */
  readonly seeks: boolean;
  /**
   * Frames after the first, and what becomes of a question of so many: a frame is a step, or a share of the
   * questions.
   */
  readonly counts: 'steps' | 'searches' | 'questions';
}

/** Frames of a run that has no steps of its own to show. */
export const shares = 25;

/**
 * The methods that can be afforded on a net: not slopes of MobileNet's thousand classes in all of its 150,528
 * numbers.
 */
export const methodsOf = (state: AttackState): readonly Method[] =>
  methods.filter((id) => attackOf(id).jacobian !== 'all' || kindOf(state) !== 'imagenet');

/** The method in use, of those that can be afforded. */
export const methodOf = (state: AttackState): Method =>
  methodsOf(state).includes(state.attack) ? state.attack : 'pgd';

const counts = { steps: 'steps', searches: 'searches', queries: 'questions' } as const;

export const factsOf = (state: AttackState): MethodFacts => {
  const { name, balls, aim, paced } = attackOf(methodOf(state));
  return { name, balls, seeks: aim === 'seek', counts: counts[paced] };
};

/** How the nudge is measured, of the ways that the method has. */
export const ballOf = (state: AttackState): BallId => {
  const { balls } = factsOf(state);
  return balls.includes(state.ball) ? state.ball : (balls[0] ?? 'linf');
};

/** How far the attack may go in the ball in use, in a picture of so many numbers and channels. */
export const radiusOf = (state: AttackState, dimension = 784, channels = 1): number => {
  const ball = ballOf(state);
  if (factsOf(state).seeks) return ball === 'linf' ? 1 : Math.sqrt(dimension);
  if (ball === 'l2') return state.radius;
  if (ball === 'l1') return state.sum;
  if (ball === 'l0') return state.changed * channels;
  return inLevels(state) ? state.levels / 255 : state.epsilon;
};

/** How many steps or questions the attack of one picture takes at most, within that radius. */
export const lengthOf = (state: AttackState, radius: number): number => {
  const method = methodOf(state);
  return attackOf(method).length(optionsOf(method, state), { radius, rows: 1 });
};

/** How many frames the attack makes after the first. */
export const stepsOf = (state: AttackState): number =>
  factsOf(state).counts === 'steps' ? lengthOf(state, radiusOf(state, 784, inLevels(state) ? 3 : 1)) : shares;

/**
 * Who attacks, as the subject of a sentence: 'one step of FGSM', '40 steps of PGD', 'DDN'; and whether that
 * is more than one.
 */
export const subjectIn = (state: AttackState): ReturnType<typeof said> => {
  const method = methodOf(state);
  return said(attackOf(method), optionsOf(method, state));
};
