import { defineFigure } from '../kit/contract/figure.ts';
import type { UniversalFrame } from './frame.ts';
import { groups, held, params, presets, stepsOf, type UniversalState } from './params.ts';
import { chanceOf, describe, fooledOf, table } from './words.ts';

/** One perturbation for all digits, growing pass by pass, and what it does to nets it was not grown for. */
export default defineFigure<typeof params, UniversalFrame>({
  slug: 'universal',
  version: 1,
  title: 'One nudge for all digits',
  article: 'without-the-weights',
  width: 'wide',
  params,
  groups,
  presets,
  shows: ['shownTo'],
  verb: 'Grow it',
  steps: { name: 'step', count: stepsOf },
  describe,
  table,
  outcome: (state: UniversalState, frame) => ({
    fooled: fooledOf(frame, state.net) / held,
    chance: chanceOf(frame, state.net) / held,
    shown: fooledOf(frame, state.shownTo) / held,
    'shown, by chance': chanceOf(frame, state.shownTo) / held,
  }),
  tolerance: 0.05,
});
