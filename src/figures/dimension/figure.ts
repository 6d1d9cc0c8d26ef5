import { defineFigure } from '../kit/contract/figure.ts';
import type { DimensionFrame } from './frame.ts';
import { groups, params, presets, stepsCount, type DimensionState } from './params.ts';
import { describe, ratioOf, readingOf, table } from './words.ts';

/**
 * The same change of every input, for more and more inputs: of plain sums, and of pictures of threes and
 * sevens.
 */
export default defineFigure<typeof params, DimensionFrame>({
  slug: 'dimension',
  version: 1,
  title: 'Ten inputs, a million inputs',
  article: 'ten-numbers',
  width: 'wide',
  params,
  groups,
  presets,
  shows: ['side'],
  verb: 'Add inputs, then train',
  steps: { name: 'step', count: () => stepsCount },
  describe,
  table,
  outcome: (state: DimensionState, frame) => {
    const [first, last] = [frame.shifts[0], frame.shifts.at(-1)];
    const reading = readingOf(state, frame);
    return {
      ratioOfTen: first ? ratioOf(first) : 0,
      'log10 of the ratio of a million': last ? Math.log10(ratioOf(last)) : 0,
      misread: reading?.random[0] ?? 0,
      attacked: reading?.at.attacked ?? 0,
      random: reading?.at.random ?? 0,
      ...Object.fromEntries(frame.readings.map(({ side, needs }) => [`needed ${side}`, needs.aligned])),
      ...Object.fromEntries(
        frame.readings.map(({ side, needs }) => [`needed at random ${side}`, needs.random]),
      ),
    };
  },
  tolerance: 0.02,
});
