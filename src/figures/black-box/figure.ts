import { defineFigure } from '../kit/contract/figure.ts';
import type { BlackBoxFrame } from './frame.ts';
import { frames, groups, methodNames, params, presets, type BlackBoxState } from './params.ts';
import { describe, isFooled, racing, sizeOf, table } from './words.ts';

/** Attackers who know nothing of a net but its answers, racing on one picture. */
export default defineFigure<typeof params, BlackBoxFrame>({
  slug: 'black-box',
  version: 1,
  title: 'Only answers come out',
  article: 'without-the-weights',
  width: 'wide',
  params,
  groups,
  presets,
  verb: 'Start asking',
  steps: { name: 'part', count: () => frames },
  describe,
  table,
  outcome: (state: BlackBoxState, frame) => ({
    fooled: frame.racers.filter(isFooled).length,
    'with the weights': frame.white?.size ?? 0,
    ...Object.fromEntries(racing(state, frame).map(([id, racer]) => [methodNames[id], sizeOf(racer)])),
  }),
  tolerance: 0.3,
});
