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

/** The kind of noise, how many pictures of it (100 … 10,000), and the net whose answers are shown. */
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

/** What is drawn, how much of it, and whose answers are shown. */
export type NoiseState = StateOf<typeof params>;

/** The net is only what is shown: all nets are asked about the same pictures. */
export const groups: readonly Group<NoiseState>[] = [
  { legend: 'What is drawn', fields: ['kind', 'pictures'] },
  { legend: 'What is shown', fields: ['net'] },
  { legend: 'Chance', fields: ['seed'], quiet: true },
];

/** Another net, and the other three kinds of noise. */
export const presets: Readonly<Record<string, Preset<NoiseState>>> = {
  'two-hidden-layers': { title: 'A net that is sure of noise', state: { net: 'digits-mlp' } },
  gaussian: { title: 'Gaussian noise', state: { kind: 'gaussian', pictures: 2000 } },
  smooth: { title: 'Smooth noise', state: { kind: 'smooth' } },
  patterns: { title: 'Random patterns', state: { kind: 'patterns' } },
};
