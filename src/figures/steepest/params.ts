import type { Group, Preset } from '../kit/contract/figure.ts';
import { choice, numbers, range, type StateOf } from '../kit/contract/params.ts';
import { angleOf, pointing, steepestOf, type Pair, type Unit } from './linear.ts';

/** How many frames a full turn of the dial has. */
export const turn = 72;

const pair = (letter: string, end: number) => ({
  fields: ['₁', '₂'].map((i) => ({ label: `${letter}${i}`, min: -end, max: end, step: 0.1 })),
});

/**
 * A linear unit of two inputs, what it should answer, and a change of its input by a direction, a measure
 * and a size.
 */
export const params = {
  direction: choice({
    label: 'Δx points',
    options: { gradient: 'along ∇E', corner: 'to the corner', dial: 'where the dial points' },
    default: 'gradient',
  }),
  dial: range({ label: 'Dial', min: 0, max: 359, step: 1, default: 60, unit: '°' }),
  measure: choice({
    label: 'Measured',
    options: { linf: 'each number by at most ε (L∞)', l2: 'length at most ε (L2)' },
    default: 'linf',
  }),
  epsilon: range({ label: 'ε', min: 0.1, max: 1, step: 0.05, default: 0.8 }),
  w: numbers({ label: 'Weights w', ...pair('w', 2), default: [1.6, 0.6] }),
  x: numbers({ label: 'Input x', ...pair('x', 1), default: [-0.3, -0.4] }),
  desired: range({ label: 'Desired output', min: -3, max: 3, step: 0.02, default: -1 }),
};

/** The unit, and the change that is tried on it. */
export type SteepestState = StateOf<typeof params>;

/** The dial is asked for only where the direction is its. */
export const groups: readonly Group<SteepestState>[] = [
  { legend: 'Size of the change Δx', fields: ['epsilon', 'measure'] },
  {
    legend: 'Its direction',
    fields: ['direction', { field: 'dial', when: ({ direction }) => direction === 'dial' }],
  },
  { legend: 'The unit', fields: ['w'] },
  { legend: 'Input and desired output', fields: ['x', 'desired'], quiet: true },
];

/** The corner, the other measure, weights for which both agree, no error at all, and a weight of 0. */
export const presets: Readonly<Record<string, Preset<SteepestState>>> = {
  corner: { title: 'To the corner of the square', state: { direction: 'corner' } },
  length: { title: 'Measured as a length', state: { measure: 'l2' } },
  'equal-weights': { title: 'Equal weights, one direction for both', state: { w: [1.2, 1.2] } },
  'right-answer': { title: 'No error, no gradient', state: { desired: -0.72 } },
  'one-weight': { title: 'One weight alone', state: { w: [1.6, 0], direction: 'dial', dial: 30 } },
};

const pairOf = ([a = 0, b = 0]: readonly number[]): Pair => [a, b];

/** The unit of a state, with its input and what it should answer. */
export const unitOf = (state: SteepestState): Unit => ({
  w: pairOf(state.w),
  x: pairOf(state.x),
  desired: state.desired,
});

/** The angle at which the dial stands in the state, in degrees. */
export const angleAt = (state: SteepestState): number => {
  if (state.direction === 'dial') return state.dial;
  const unit = unitOf(state);
  const steepest = steepestOf(unit, state.direction === 'gradient' ? 'l2' : 'linf');
  return steepest[0] === 0 && steepest[1] === 0 ? state.dial : angleOf(steepest);
};

/** The direction of Δx when the dial has been turned on by so many of `turn` steps. */
export const directionAt = (state: SteepestState, turned: number): Pair => {
  const unit = unitOf(state);
  if (turned % turn === 0 && state.direction !== 'dial') {
    const steepest = steepestOf(unit, state.direction === 'gradient' ? 'l2' : 'linf');
    if (steepest[0] !== 0 || steepest[1] !== 0) return steepest;
  }
  return pointing(angleAt(state) + (360 * turned) / turn);
};
