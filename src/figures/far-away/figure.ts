import { defineFigure } from '../kit/contract/figure.ts';
import { shareSure, sureAt, type FarAwayFrame } from './frame.ts';
import { furthest, groups, params, points, presets, stepsOf, type FarAwayState } from './params.ts';
import { certain, describe, table } from './words.ts';

/** A small net trained on points along curves, seen from further and further away. */
export default defineFigure<typeof params, FarAwayFrame>({
  slug: 'far-away',
  version: 1,
  title: 'Far away from the data',
  article: 'off-the-manifold',
  width: 'wide',
  params,
  groups,
  presets,
  shows: ['angle'],
  verb: 'Train, then zoom out',
  steps: { name: 'frame', count: stepsOf },
  describe,
  table,
  outcome: (_: FarAwayState, frame) => ({
    'points right, %': (100 * frame.right) / points,
    'sure near, %': 100 * shareSure(frame.near),
    'sure far, %': 100 * shareSure(frame.far),
    'rays sure at 100 radii': sureAt(frame.rays, furthest),
    'rays with certain limit': certain(frame),
  }),
  tolerance: 2,
});
