import type { BallId } from '../../lab/ball.ts';
import type { Method } from './method-options.ts';
import { inLevels, kindOf } from './nets.ts';
import type { AttackState } from './params.ts';

/** What the figure knows of a method beside what the laboratory does. */
export interface MethodFacts {
  /** In a sentence: 'DDN', 'the Square attack'. */
  readonly name: string;
  /** How its nudges may be measured; the first where the wanted one is not among them. */
  readonly balls: readonly BallId[];
  /** It seeks the smallest nudge: there is no limit to set. */
  readonly seeks: boolean;
  /** Frames after the first, and what becomes of a question of so many: a frame is a step, or a share of the questions. */
  readonly counts: 'steps' | 'searches' | 'questions';
  /** What of its settings differs from the laboratory's. */
  readonly options: (state: AttackState) => object;
}

/** Frames of a run that has no steps of its own to show. */
export const shares = 25;

const asked = (state: AttackState): object => ({ queries: state.queries, eightBits: true });

export const methods: Readonly<Record<Method, MethodFacts>> = {
  pgd: {
    name: 'PGD',
    balls: ['linf', 'l2', 'l1', 'l0'],
    seeks: false,
    counts: 'steps',
    options: ({ steps, start, momentum, restarts }) => ({ steps, momentum, restarts, randomStart: start === 'random' }),
  },
  fgsm: { name: 'FGSM', balls: ['linf', 'l2', 'l1', 'l0'], seeks: false, counts: 'steps', options: () => ({}) },
  ddn: {
    name: 'DDN',
    balls: ['l2'],
    seeks: true,
    counts: 'steps',
    options: ({ steps }) => ({ steps, eightBits: true }),
  },
  'carlini-wagner': {
    name: 'the attack of Carlini and Wagner',
    balls: ['l2'],
    seeks: true,
    counts: 'searches',
    options: ({ steps, searches, confidence }) => ({ steps, searches, confidence, rate: 0.05, eightBits: true }),
  },
  deepfool: {
    name: 'DeepFool',
    balls: ['l2', 'linf'],
    seeks: true,
    counts: 'steps',
    options: ({ steps, overshoot }) => ({ steps, overshoot, eightBits: true }),
  },
  szegedy: {
    name: 'L-BFGS',
    balls: ['l2'],
    seeks: true,
    counts: 'searches',
    options: ({ steps, searches }) => ({ steps, searches, eightBits: true }),
  },
  jsma: {
    name: 'the saliency-map attack',
    balls: ['l0'],
    seeks: false,
    counts: 'steps',
    // One number a step, by the probabilities: fewer pixels than the pairs of the paper need.
    options: () => ({ pairs: false, direction: 'both', outputs: 'probabilities' }),
  },
  'one-pixel': {
    name: 'the one-pixel attack',
    balls: ['l0'],
    seeks: false,
    counts: 'questions',
    options: (state) => ({ ...asked(state), population: 100, generations: 1000 }),
  },
  square: { name: 'the Square attack', balls: ['linf', 'l2'], seeks: false, counts: 'questions', options: asked },
  simba: {
    name: 'SimBA',
    balls: ['l2', 'linf'],
    seeks: false,
    counts: 'questions',
    options: (state) => ({ ...asked(state), basis: state.basis }),
  },
  nes: { name: 'NES', balls: ['linf', 'l2'], seeks: false, counts: 'questions', options: asked },
  'hop-skip-jump': {
    name: 'HopSkipJump',
    balls: ['l2', 'linf'],
    seeks: true,
    counts: 'questions',
    options: (state) => ({ ...asked(state), steps: 1000 }),
  },
  boundary: {
    name: 'the boundary attack',
    balls: ['l2'],
    seeks: true,
    counts: 'questions',
    options: (state) => ({ ...asked(state), steps: 100_000 }),
  },
};

/** The methods that can be afforded on a net: MobileNet's slopes of a thousand classes in 150,528 numbers cannot. */
export const methodsOf = (state: AttackState): readonly Method[] =>
  (Object.keys(methods) as Method[]).filter((id) => id !== 'jsma' || kindOf(state) !== 'imagenet');

/** The method in use, of those that can be afforded. */
export const methodOf = (state: AttackState): Method =>
  methodsOf(state).includes(state.attack) ? state.attack : 'pgd';

export const factsOf = (state: AttackState): MethodFacts => methods[methodOf(state)];

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

/** How many frames the attack makes after the first. */
export const stepsOf = (state: AttackState): number => {
  const method = methodOf(state);
  if (method === 'fgsm') return 1;
  if (method === 'jsma') return Math.max(1, (inLevels(state) ? 3 : 1) * state.changed);
  if (method === 'pgd' && state.restarts > 1) return state.restarts * (state.steps + 1);
  return factsOf(state).counts === 'steps' ? state.steps : shares;
};
