import type { Group, Preset } from '../kit/contract/figure.ts';
import { choice, range, seed, type StateOf } from '../kit/contract/params.ts';
import { strokeDigit, strokeNet, strokeShape, strokeWay, waysOffered } from '../kit/words/stroke-fields.ts';

export const params = {
  net: strokeNet,
  digit: strokeDigit(2),
  way: strokeWay,
  shape: strokeShape('Shape of the digit'),
  ball: choice({
    label: 'Free attack, measured',
    options: { l2: 'as one length (L2)', linf: 'pixel by pixel (L∞)' },
    default: 'l2',
  }),
  radius: range({ label: 'ε in all', min: 0.2, max: 6, step: 0.1, default: 2.5 }),
  epsilon: range({ label: 'ε per pixel', min: 0.01, max: 0.5, step: 0.01, default: 0.2 }),
  reach: range({ label: 'On the manifold: share of each range', min: 0, max: 0.6, step: 0.05, default: 0.4 }),
  steps: range({ label: 'Steps of each attack', min: 5, max: 40, step: 5, default: 20 }),
  seed: seed(),
};

export type TangentNormalState = StateOf<typeof params>;

export const groups: readonly Group<TangentNormalState>[] = [
  { legend: 'What is attacked', fields: ['digit', { field: 'way', offers: waysOffered }, 'net'] },
  { legend: 'How it is written', fields: ['shape'], quiet: true },
  {
    legend: 'How far the attacks may go',
    fields: [
      'ball',
      { field: 'radius', when: ({ ball }) => ball === 'l2' },
      { field: 'epsilon', when: ({ ball }) => ball === 'linf' },
      'reach',
    ],
  },
  { legend: 'How they search', fields: ['steps', 'seed'], quiet: true },
];

export const presets: Readonly<Record<string, Preset<TangentNormalState>>> = {
  linf: { title: 'Pixel by pixel', state: { ball: 'linf' } },
  shorter: { title: 'A length that only just does', state: { radius: 2 } },
  'closed-four': { title: 'A four that the manifold lets close', state: { digit: '4', reach: 0.3 } },
  softmax: { title: 'A net of one layer', state: { net: 'digits-softmax', radius: 1 } },
  robust: { title: 'A net trained on attacks', state: { net: 'digits-robust', radius: 3, reach: 0.3 } },
};
