import type { Group, Preset } from '../kit/contract/figure.ts';
import { choice, range, seed, type StateOf } from '../kit/contract/params.ts';
import { sizes } from './sums.ts';

/**
 * Pictures of so many pixels a side are read, and each of their pixels is the mean of so many squared of the
 * pen's.
 */
export const sides = [4, 7, 14, 28] as const;

/** Digits that a unit learns from, and as many to judge it by. */
export const count = 300;

/** How many steps of training a frame shows. */
export const perFrame = 8;

/** How many frames show training. */
export const rounds = 25;

/**
 * The change of every input (ε 0.01 … 0.5), how the weights of the sums are drawn, and the pictures that are
 * shown.
 */
export const params = {
  epsilon: range({ label: 'ε', min: 0.01, max: 0.5, step: 0.01, default: 0.25 }),
  weights: choice({
    label: 'Weights of the sums',
    options: { same: 'all of one size', bell: 'from a bell curve', few: 'many small, few large' },
    default: 'bell',
  }),
  scale: choice({
    label: 'More inputs',
    options: { fixed: 'weights stay as large', shrinking: 'weights shrink as 1/√n' },
    default: 'fixed',
  }),
  side: choice({
    label: 'Pictures shown',
    options: { 4: '4 × 4', 7: '7 × 7', 14: '14 × 14', 28: '28 × 28' },
    default: '28',
  }),
  seed: seed(),
};

/** ε, the weights of the sums, the size of the pictures, and chance. */
export type DimensionState = StateOf<typeof params>;

/** ε first, since it moves the pictures and the sums alike. */
export const groups: readonly Group<DimensionState>[] = [
  { legend: 'The change of every input', fields: ['epsilon'] },
  { legend: 'Threes and sevens', fields: ['side'] },
  { legend: 'The sums', fields: ['weights', 'scale'] },
  { legend: 'Chance', fields: ['seed'], quiet: true },
];

/** Weights that shrink with the number of inputs, a few large ones, coarse pictures, and a small ε. */
export const presets: Readonly<Record<string, Preset<DimensionState>>> = {
  shrinking: { title: 'Weights that shrink as inputs are added', state: { scale: 'shrinking' } },
  few: { title: 'A few large weights', state: { weights: 'few' } },
  coarse: { title: 'Seven by seven pixels', state: { side: '7', epsilon: 0.1 } },
  small: { title: 'A small ε', state: { epsilon: 0.05 } },
};

/** All frames after the first: one a number of inputs, then the rounds of training. */
export const stepsCount = sizes.length + rounds;
