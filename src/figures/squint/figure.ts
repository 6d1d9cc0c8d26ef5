import { defineFigure } from '../kit/contract/figure.ts';
import { blurAt, likeAt, readAt, type SquintFrame } from './frame.ts';
import { groups, params, presets, stride, type SquintState } from './params.ts';
import { describe, table } from './words.ts';

/** Evolved pictures, blurred until a person or the net sees a digit in them. */
export default defineFigure<typeof params, SquintFrame>({
  slug: 'squint',
  version: 1,
  title: 'Squint at it',
  article: 'are-we-fooled',
  width: 'wide',
  params,
  groups,
  presets,
  shows: ['blur', 'digit'],
  verb: 'Evolve and blur',
  steps: { name: 'look', count: ({ generations }) => generations / stride },
  describe,
  table,
  outcome: (state: SquintState, frame) => ({
    'pictures likest to their digit': likeAt(frame, blurAt(state.blur)),
    'pictures read as evolved': readAt(frame, blurAt(state.blur)),
  }),
  // One picture more or less.
  tolerance: 1,
});
