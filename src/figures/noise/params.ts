import type { Group, Preset } from '../kit/contract/figure.ts';
import { choice, range, seed, type StateOf } from '../kit/contract/params.ts';

export const netIds = ['digits-lenet', 'digits-allconv', 'digits-mlp', 'digits-softmax', 'digits-robust'] as const;

export const netNames: Readonly<Record<(typeof netIds)[number], string>> = {
  'digits-lenet': 'LeNet',
  'digits-allconv': 'AllConv',
  'digits-mlp': 'two-layer MLP',
  'digits-softmax': 'softmax net',
  'digits-robust': 'robust LeNet',
};

/** Pictures between two frames. */
export const batch = 100;

export const params = {
  kind: choice({
    label: 'Pictures',
    options: {
      uniform: 'uniform noise',
      gaussian: 'Gaussian noise',
      smooth: 'smooth noise',
      patterns: 'random patterns (CPPN)',
    },
    default: 'uniform',
  }),
  pictures: range({ label: 'How many', min: batch, max: 10_000, step: batch, default: 1000 }),
  net: choice({ label: 'Net shown', options: netNames, default: 'digits-lenet' }),
  seed: seed(),
};

export type NoiseState = StateOf<typeof params>;

export const groups: readonly Group<NoiseState>[] = [
  { legend: 'What is drawn', fields: ['kind', 'pictures'] },
  { legend: 'What is shown', fields: ['net'] },
  { legend: 'Chance', fields: ['seed'], quiet: true },
];

export const presets: Readonly<Record<string, Preset<NoiseState>>> = {
  'two-hidden-layers': { title: 'A net that is sure of noise', state: { net: 'digits-mlp' } },
  gaussian: { title: 'Gaussian noise', state: { kind: 'gaussian', pictures: 2000 } },
  smooth: { title: 'Smooth noise', state: { kind: 'smooth' } },
  patterns: { title: 'Random patterns', state: { kind: 'patterns' } },
};
