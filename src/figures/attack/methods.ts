import type { BallId } from '../../lab/ball.ts';
import { balls } from '../../lab/balls/index.ts';
import type { Shape } from '../../lab/black-box/shape.ts';
import { said } from '../../lab/said.ts';
import { sizeOn, type ScaledSize } from '../kit/contract/size-param.ts';
import { optionsOf } from './chosen.ts';
import { inLevels, kindOf, shapeOf } from './nets.ts';
import { params, type AttackState } from './params.ts';
import { scaleOf } from './scales.ts';
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

/** What the laboratory says of the method that is in use in a state. */
export const factsOf = (state: AttackState): MethodFacts => {
  const { name, balls, aim, paced } = attackOf(methodOf(state));
  return { name, balls, seeks: aim === 'seek', counts: counts[paced] };
};

/** How the size of the nudge may be set, in the order in which the method names its balls. */
export const scalesOf = (state: AttackState): readonly string[] => {
  const { balls: own, seeks } = factsOf(state);
  return own.map((ball) => scaleOf(ball, { inLevels: inLevels(state), open: seeks }));
};

/** How large the nudge may be, measured in one of the ways that the method has. */
export const sizeIn = (state: AttackState): ScaledSize => sizeOn(params.size, state.size, scalesOf(state));

/** How far the attack may go, in numbers of a picture of that size: one that seeks, to all there is. */
export const radiusOf = (state: AttackState, { width, height, channels }: Shape): number => {
  const { ball, radius } = sizeIn(state);
  const { grain, size } = balls[ball];
  if (factsOf(state).seeks) return size(new Float32Array(width * height * channels).fill(1));
  return grain > 0 ? radius * channels : radius;
};

/** How many steps or questions the attack of one picture takes at most, within that radius. */
export const lengthOf = (state: AttackState, radius: number): number => {
  const method = methodOf(state);
  return attackOf(method).length(optionsOf(method, state), { radius, rows: 1 });
};

/** How many frames the attack makes after the first. */
export const stepsOf = (state: AttackState): number =>
  factsOf(state).counts === 'steps' ? lengthOf(state, radiusOf(state, shapeOf(state))) : shares;

/**
 * Who attacks, as the subject of a sentence: 'one step of FGSM', '40 steps of PGD', 'DDN'; and whether that
 * is more than one.
 */
export const subjectIn = (state: AttackState): ReturnType<typeof said> => {
  const method = methodOf(state);
  return said(attackOf(method), optionsOf(method, state));
};
