import { argmax } from '../../lab/vec.ts';
import { defineFigure } from '../kit/contract/figure.ts';
import { spent, type HandFrame } from './frame.ts';
import { groups, params, presets, type HandState } from './params.ts';
import { describe, table } from './words.ts';

/** The reader changes pixels by hand until the net errs, beside what attacks need. */
export default defineFigure<typeof params, HandFrame>({
  slug: 'fool-it-yourself',
  version: 1,
  title: 'Fool it yourself',
  article: 'gradient-to-input',
  width: 'wide',
  params,
  groups,
  presets,
  verb: 'Compare with attacks',
  steps: { name: 'attack', pace: 250, count: () => 3 },
  describe,
  table,
  outcome: (_: HandState, frame) => ({
    pixels: spent(frame).pixels,
    answer: argmax(frame.after),
    'probability of the digit': frame.after[frame.label] ?? 0,
    'length an attack needs': frame.budget.l2 ?? 0,
    'pixels an attack needs': frame.budget.pixels ?? 0,
  }),
  tolerance: 0.05,
});
