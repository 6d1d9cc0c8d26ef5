import type { Group, Preset } from '../kit/figure.ts';
import { choice, range, seed, type StateOf } from '../kit/params.ts';

const netOptions = {
  'digits-softmax': 'softmax, one layer',
  'digits-mlp': 'two hidden layers',
  'digits-lenet': 'LeNet',
  'digits-allconv': 'all-convolutional',
  'digits-noise': 'LeNet, trained under noise',
  'digits-robust': 'LeNet, trained against attacks',
} as const;

export type UniversalNet = keyof typeof netOptions;

/** All nets that are shown what was grown for one of them. */
export const netIds = Object.keys(netOptions) as readonly UniversalNet[];

export const netNames: Readonly<Record<UniversalNet, string>> = {
  'digits-softmax': 'softmax',
  'digits-mlp': 'two layers',
  'digits-lenet': 'LeNet',
  'digits-allconv': 'all-conv',
  'digits-noise': 'noise',
  'digits-robust': 'robust',
};

/** Digits that the perturbation is tried on; it never saw them. */
export const held = 100;

/** Digits after which the perturbation is looked at, and the least share of digits that may be left unfooled. */
export const every = 10;

export const params = {
  net: choice({ label: 'Grown for', options: netOptions, default: 'digits-mlp' }),
  epsilon: range({ label: 'ξ, the limit per pixel', min: 0.05, max: 0.5, step: 0.05, default: 0.3 }),
  digits: range({ label: 'Digits it grows on', min: 10, max: 200, step: 10, default: 40 }),
  passes: range({ label: 'Passes through them', min: 1, max: 10, step: 1, default: 3 }),
  shownTo: choice({ label: 'Answers shown of', options: netOptions, default: 'digits-mlp' }),
  seed: seed(),
};

export type UniversalState = StateOf<typeof params>;

/** Frames after the first. */
export const stepsOf = ({ digits, passes }: UniversalState): number => passes * (digits / every);

export const groups: readonly Group<UniversalState>[] = [
  { legend: 'One perturbation', fields: ['net', 'epsilon'] },
  { legend: 'What is shown', fields: ['shownTo'] },
  { legend: 'How it grows', fields: ['digits', 'passes', 'seed'], quiet: true },
];

export const presets: Readonly<Record<string, Preset<UniversalState>>> = {
  softmax: {
    title: 'Grown for a net of one layer',
    state: { net: 'digits-softmax', shownTo: 'digits-softmax', epsilon: 0.2 },
  },
  lenet: {
    title: 'Grown for LeNet',
    state: { net: 'digits-lenet', shownTo: 'digits-lenet', digits: 20, epsilon: 0.4 },
  },
  'ten-digits': { title: 'Grown on ten digits', state: { digits: 10 } },
  'carried-over': { title: 'Shown to a net it was not grown for', state: { shownTo: 'digits-softmax' } },
};
