import { defineFigure } from '../kit/contract/figure.ts';
import { thresholds, type NoiseFrame } from './frame.ts';
import { batch, groups, params, presets } from './params.ts';
import { describe, shownOf, table } from './words.ts';

/** Pictures drawn by chance, and how sure nets are of them. */
export default defineFigure<typeof params, NoiseFrame>({
  slug: 'noise',
  version: 1,
  title: 'Pictures by chance',
  article: 'easily-fooled',
  width: 'wide',
  params,
  groups,
  presets,
  shows: ['net'],
  verb: 'Draw pictures',
  effort: { name: 'picture', of: ({ drawn }) => drawn },
  steps: { name: 'batch', pace: 100, count: ({ pictures }) => pictures / batch },
  describe,
  table,
  outcome: (state, frame) => {
    const { sure, bestSure } = shownOf(state, frame);
    return {
      ...Object.fromEntries(
        thresholds.map((threshold, k) => [`share above ${100 * threshold} %`, (sure[k] ?? 0) / frame.drawn]),
      ),
      'highest confidence': bestSure,
    };
  },
  tolerance: 0.01,
});
