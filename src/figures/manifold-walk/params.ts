import type { Group, Preset } from '../kit/contract/figure.ts';
import { range, seed, type StateOf } from '../kit/contract/params.ts';
import {
  shaped,
  strokeDigit,
  strokeNet,
  strokeShape,
  strokeWay,
  waysOffered,
} from '../kit/words/stroke-fields.ts';

/**
 * A digit of the pen, the two shapes between which the manifold is walked, and the steps it takes (8 … 48).
 */
export const params = {
  net: strokeNet,
  digit: strokeDigit(5),
  way: strokeWay,
  from: strokeShape('The shape it starts as', shaped({ slant: -10, width: 0.85, thickness: 1.9 })),
  to: strokeShape('The shape it becomes', shaped({ slant: 30, width: 1.4, thickness: 3, loop: 0.5 })),
  steps: range({ label: 'Steps', min: 8, max: 48, step: 8, default: 24 }),
  seed: seed(),
};

/** What is written, who reads it, and from which shape to which. */
export type ManifoldWalkState = StateOf<typeof params>;

/** The two shapes are folded away: they have a number for each latent. */
export const groups: readonly Group<ManifoldWalkState>[] = [
  { legend: 'What is written', fields: ['digit', { field: 'way', offers: waysOffered }] },
  { legend: 'Who reads it', fields: ['net'] },
  { legend: 'From this shape', fields: ['from'], quiet: true },
  { legend: 'To this shape', fields: ['to'], quiet: true },
  { legend: 'How it walks', fields: ['steps', 'seed'], quiet: true },
];

/** Two other nets, a digit that is only moved, and shapes at which the manifold itself is misread. */
export const presets: Readonly<Record<string, Preset<ManifoldWalkState>>> = {
  softmax: { title: 'Read by a net of one layer', state: { net: 'digits-softmax' } },
  robust: { title: 'Read by a net trained on attacks', state: { net: 'digits-robust' } },
  shifted: {
    title: 'Only moved, four pixels',
    state: { digit: '4', from: shaped({ shiftX: -2 }), to: shaped({ shiftX: 2 }) },
  },
  'too-far': {
    title: 'On the manifold, and misread',
    state: {
      digit: '1',
      way: 'second',
      from: shaped({}),
      to: shaped({ slant: -20, loop: 1, thickness: 1.4, width: 1.6 }),
    },
  },
};
