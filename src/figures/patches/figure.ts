import { defineFigure } from '../kit/contract/figure.ts';
import type { PatchesFrame } from './frame.ts';
import { groups, isShuffle, params, stepsOf } from './params.ts';
import { presets } from './presets.ts';
import { describe, meanSure, table } from './words.ts';

/**
 * What is left of an answer when a picture's patches are shuffled, or its shape is dressed in another's
 * surface.
 */
export default defineFigure<typeof params, PatchesFrame>({
  slug: 'patches',
  version: 1,
  title: 'Spots without the animal',
  article: 'what-a-neuron-wants',
  width: 'wide',
  params,
  groups,
  presets,
  verb: 'Test all drawings',
  steps: { name: 'round', pace: 300, count: stepsOf },
  describe,
  table,
  outcome: (state, { tallies }) =>
    Object.fromEntries(
      tallies.flatMap((tally): [string, number][] => {
        const share = (hits: number): number => hits / Math.max(1, tally.n);
        return [
          [`${tally.title}: says the shape`, share(tally.shape)],
          isShuffle(state)
            ? [`${tally.title}: mean confidence`, meanSure(tally)]
            : [`${tally.title}: says the surface`, share(tally.surface)],
        ];
      }),
    ),
  tolerance: 0.03,
});
