import { defineFigure, type Figure } from '../kit/contract/figure.ts';
import type { Params } from '../kit/contract/params.ts';
import type { ChoiceFrame } from './frame.ts';
import { follow, generations, groups, params, presets, shows, stride, type ChoiceState } from './params.ts';
import { scoreOf } from './score.ts';
import { describe, table } from './words.ts';

/** The reader labels pictures that nets are sure of, first made to choose, then free to say none. */
const figure = {
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
  outcome: (state: ChoiceState, frame: ChoiceFrame) => {
    const { agreed, refused, fooled, least, elevenRefused } = scoreOf(state, frame);
    return { agreed, refused, fooled, least, elevenRefused };
  },
  // One picture more or less.
  tolerance: 1,
} as const;

// Eighteen fields are made by a loop, so their names are known at run time only.
export default defineFigure(figure as unknown as Figure<Params, ChoiceFrame>);
