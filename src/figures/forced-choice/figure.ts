import { defineFigure } from '../kit/contract/figure.ts';
import type { ChoiceFrame } from './frame.ts';
import { follow, generations, groups, params, presets, shows, stride } from './params.ts';
import { scoreOf } from './score.ts';
import { describe, table } from './words.ts';

/** The reader labels pictures that nets are sure of, first made to choose, then free to say none. */
export default defineFigure({
  slug: 'forced-choice',
  version: 1,
  title: 'Made to choose',
  article: 'are-we-fooled',
  width: 'wide',
  params,
  groups,
  presets,
  shows,
  asks: true,
  follow,
  verb: 'See how they evolved',
  steps: { name: 'look', count: () => generations / stride },
  describe,
  table,
  outcome: (state, frame: ChoiceFrame) => {
    const { agreed, refused, fooled, least, elevenRefused } = scoreOf(state, frame);
    return { agreed, refused, fooled, least, elevenRefused };
  },
  // One picture more or less.
  tolerance: 1,
});
