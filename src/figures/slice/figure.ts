import { defineFigure } from '../kit/contract/figure.ts';
import type { SliceFrame } from './frame.ts';
import { groups, params, presets, sideOf, type SliceState } from './params.ts';
import { describe, shareOfCircle, shareOfMap, table } from './words.ts';

/** What a net says in a plane through one picture. */
export default defineFigure<typeof params, SliceFrame>({
  slug: 'slice',
  version: 1,
  title: 'A plane through one picture',
  article: 'gradient-to-input',
  width: 'wide',
  params,
  groups,
  presets,
  shows: ['across', 'up', 'radius'],
  verb: 'Draw the map',
  steps: { name: 'row', pace: 30, count: sideOf },
  describe,
  table,
  outcome: (state: SliceState, frame) => ({
    'share of the map read as drawn': shareOfMap(state, frame),
    'share of the circle read as drawn': shareOfCircle(state, frame),
    ...Object.fromEntries(frame.attacks.map(({ length }, i) => [`length of attack ${i + 1}`, length])),
  }),
  tolerance: 0.03,
});
