import { latents, type LatentName } from '../../data/strokes/latents.ts';
import { variants } from '../../data/strokes/draw.ts';
import type { Group, Preset } from '../kit/figure.ts';
import { choice, numbers, range, seed, type StateOf } from '../kit/params.ts';
import { digitOptions } from '../kit/subjects.ts';

/** Fine enough to draw by, coarse enough for a readable link. */
const stepOf = (spec: { readonly min: number; readonly max: number }): number => (spec.max - spec.min > 10 ? 1 : 0.05);

/** The usual shape with some of its numbers changed. */
const shaped = (changes: Partial<Readonly<Record<LatentName, number>>>): readonly number[] =>
  latents.map((spec) => changes[spec.name] ?? spec.default);

const shape = (label: string, start: readonly number[]) =>
  numbers({
    label,
    fields: latents.map((spec) => ({
      label: spec.unit === undefined ? spec.label : `${spec.label} (${spec.unit})`,
      min: spec.min,
      max: spec.max,
      step: stepOf(spec),
    })),
    default: start,
  });

export const params = {
  net: choice({
    label: 'Net',
    options: {
      'digits-lenet': 'LeNet',
      'digits-softmax': 'Softmax, one layer',
      'digits-robust': 'LeNet trained on attacks',
    },
    default: 'digits-lenet',
  }),
  digit: choice({ label: 'Digit', options: digitOptions, default: '5' }),
  way: choice({
    label: 'Written',
    options: { first: 'one way', second: 'another', third: 'a third (only 1 and 7)' },
    default: 'first',
  }),
  from: shape('The shape it starts as', shaped({ slant: -10, width: 0.85, thickness: 1.9 })),
  to: shape('The shape it becomes', shaped({ slant: 30, width: 1.4, thickness: 3, loop: 0.5 })),
  steps: range({ label: 'Steps', min: 8, max: 48, step: 8, default: 24 }),
  seed: seed(),
};

export type ManifoldWalkState = StateOf<typeof params>;

/** The way in which the chosen digit is written; where there is no third it is the second. */
export const variantOf = ({ digit, way }: { readonly digit: string; readonly way: string }): number =>
  Math.min(['first', 'second', 'third'].indexOf(way), variants(Number(digit)).length - 1);

export const groups: readonly Group<ManifoldWalkState>[] = [
  { legend: 'What is written', fields: ['digit', 'way'] },
  { legend: 'Who reads it', fields: ['net'] },
  { legend: 'From this shape', fields: ['from'], quiet: true },
  { legend: 'To this shape', fields: ['to'], quiet: true },
  { legend: 'How it walks', fields: ['steps', 'seed'], quiet: true },
];

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
