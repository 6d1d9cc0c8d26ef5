import type { Group, Preset } from '../kit/contract/figure.ts';
import { choice, range, seed, type StateOf } from '../kit/contract/params.ts';
import { netChoice } from '../kit/words/nets.ts';

/** The nets that are asked, in the order of a frame's counts. */
export const netIds = [
  'digits-softmax',
  'digits-mlp',
  'digits-lenet',
  'digits-allconv',
  'digits-robust',
] as const;

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
  net: netChoice({ label: 'Net shown', nets: netIds, default: 'digits-lenet' }),
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
