import type { Group, Preset } from '../kit/contract/figure.ts';
import { choice, range, seed, type StateOf } from '../kit/contract/params.ts';
import { sizes } from './sums.ts';

/**
 * Pictures of so many pixels a side are read, and each of their pixels is the mean of so many squared of the
 * pen's.
 */
export const sides = [4, 7, 14, 28] as const;

/** How many steps of training a frame shows, and how many frames there are of it. */
export const perFrame = 8;
export const rounds = 25;

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

export type DimensionState = StateOf<typeof params>;

export const groups: readonly Group<DimensionState>[] = [
  { legend: 'The change of every input', fields: ['epsilon'] },
  { legend: 'Threes and sevens', fields: ['side'] },
  { legend: 'The sums', fields: ['weights', 'scale'] },
  { legend: 'Chance', fields: ['seed'], quiet: true },
];

export const presets: Readonly<Record<string, Preset<DimensionState>>> = {
  shrinking: { title: 'Weights that shrink as inputs are added', state: { scale: 'shrinking' } },
  few: { title: 'A few large weights', state: { weights: 'few' } },
  coarse: { title: 'Seven by seven pixels', state: { side: '7', epsilon: 0.1 } },
  small: { title: 'A small ε', state: { epsilon: 0.05 } },
};

/** All frames after the first: one a number of inputs, then the rounds of training. */
export const stepsCount = sizes.length + rounds;
