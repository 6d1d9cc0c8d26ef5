import { netWords } from '../../nets/catalogue.ts';
import type { Group, Preset } from '../kit/contract/figure.ts';
import { tableNetIds } from '../kit/words/digit-nets.ts';
import { netChoice } from '../kit/words/nets.ts';
import { range, seed, type StateOf } from '../kit/contract/params.ts';

/** Digits that the perturbation is tried on; it never saw them. */
export const held = 100;

/**
 * Digits after which the perturbation is looked at, and the least share of digits that may be left unfooled.
 */
export const every = 10;

/**
 * The net it is grown for, the limit per pixel (ξ 0.05 … 0.5), what it grows on, and the net whose answers
 * are shown.
 */
export const params = {
  net: netChoice({ label: 'Grown for', nets: tableNetIds, default: 'digits-mlp' }),
  epsilon: range({ label: 'ξ, the limit per pixel', min: 0.05, max: 0.5, step: 0.05, default: 0.3 }),
  digits: range({ label: 'Digits it grows on', min: 10, max: 200, step: 10, default: 40 }),
  passes: range({ label: 'Passes through them', min: 1, max: 10, step: 1, default: 3 }),
  shownTo: netChoice({ label: 'Answers shown of', nets: tableNetIds, default: 'digits-mlp' }),
  seed: seed(),
};

/** The perturbation's net, limit and digits, and who is shown it. */
export type UniversalState = StateOf<typeof params>;

/** Frames after the first. */
export const stepsOf = ({ digits, passes }: UniversalState): number => passes * (digits / every);

/** How it grows is folded away: net and limit say what it is. */
export const groups: readonly Group<UniversalState>[] = [
  { legend: 'One perturbation', fields: ['net', 'epsilon'] },
  { legend: 'What is shown', fields: ['shownTo'] },
  { legend: 'How it grows', fields: ['digits', 'passes', 'seed'], quiet: true },
];

const forLeNet = { net: 'digits-lenet', digits: 20, passes: 2, epsilon: 0.4 } as const;

/** Two other nets, ten digits to grow on, and a net that it was not grown for. */
export const presets: Readonly<Record<string, Preset<UniversalState>>> = {
  softmax: {
    title: 'Grown for a net of one layer',
    state: { net: 'digits-softmax', shownTo: 'digits-softmax', epsilon: 0.2 },
  },
  lenet: {
    title: `Grown for ${netWords('digits-lenet').said}`,
    state: { ...forLeNet, shownTo: 'digits-lenet' },
  },
  'ten-digits': { title: 'Grown on ten digits', state: { digits: 10 } },
  'carried-over': {
    title: 'Shown to a net it was not grown for',
    state: { ...forLeNet, shownTo: 'digits-allconv' },
  },
};
