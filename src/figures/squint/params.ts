import { netWords } from '../../nets/catalogue.ts';
import type { Group, Preset } from '../kit/contract/figure.ts';
import { choice, range, seed, type StateOf } from '../kit/contract/params.ts';
import { digitOptions } from '../kit/words/digit-options.ts';
import { netChoice } from '../kit/words/nets.ts';

/** Generations between two frames. */
export const stride = 5;

/** Widths of the blur that are tried, in pixels. */
export const blurs: readonly number[] = [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4];

/**
 * For which net pictures evolved and how they were encoded, how much they are blurred (px), and the one
 * shown large.
 */
export const params = {
  net: netChoice({
    label: 'Evolved for',
    nets: ['digits-lenet', 'digits-softmax', 'digits-mlp', 'digits-robust'],
    default: 'digits-lenet',
  }),
  encoding: choice({
    label: 'Encoded',
    options: { direct: 'pixel by pixel', cppn: 'as a pattern (CPPN)' },
    default: 'direct',
  }),
  blur: range({ label: 'Blur', min: 0, max: 4, step: 0.5, default: 1.5, unit: ' px' }),
  digit: choice({ label: 'Digit shown', options: digitOptions, default: '3' }),
  generations: range({ label: 'Generations', min: 10, max: 200, step: stride, default: 40 }),
  seed: seed(2),
};

/** The evolution, the blur, and the digit that is shown large. */
export type SquintState = StateOf<typeof params>;

/** The blur comes first: it is what the reader does. */
export const groups: readonly Group<SquintState>[] = [
  { legend: 'Squint', fields: ['blur', 'digit'] },
  { legend: 'Whose pictures', fields: ['net', 'encoding'] },
  { legend: 'The evolution', fields: ['generations', 'seed'], quiet: true },
];

/** A net whose pictures show shapes, patterns in place of pixels, no blur, and the robust net. */
export const presets: Readonly<Record<string, Preset<SquintState>>> = {
  'one-layer': { title: 'A net of one layer sees shapes', state: { net: 'digits-softmax', digit: '3' } },
  patterns: { title: 'Patterns instead of pixels', state: { encoding: 'cppn' } },
  sharp: { title: 'Without squinting', state: { blur: 0 } },
  robust: { title: `For ${netWords('digits-robust').said}`, state: { net: 'digits-robust', blur: 2 } },
};
