import { defineFigure } from '../kit/contract/figure.ts';
import type { FoolingClassFrame } from './frame.ts';
import { groups, params, presets, type FoolingClassState } from './params.ts';
import { describe, table } from './words.ts';

/** Evolution against a net with a class for what is no digit, round after round. */
export default defineFigure<typeof params, FoolingClassFrame>({
  slug: 'fooling-class',
  version: 1,
  title: 'A class for nonsense',
  article: 'defences',
  width: 'wide',
  params,
  groups,
  presets,
  verb: 'Evolve',
  steps: { name: 'generation', pace: 80, count: ({ generations }) => generations },
  describe,
  table,
  outcome: (_: FoolingClassState, frame) => ({
    'median confidence': frame.medians.at(-1) ?? 0,
    'pictures asked, in thousands': frame.evaluations / 1000,
  }),
  // Which of two pictures is better may hang on the last bit, and later generations on that.
  tolerance: 0.05,
});
