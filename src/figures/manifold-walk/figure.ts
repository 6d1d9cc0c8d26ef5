import { sigmoid } from '../../lab/softmax.ts';
import { defineFigure } from '../kit/contract/figure.ts';
import { leaves, walks, type ManifoldWalkFrame, type Path } from './frame.ts';
import { groups, params, presets, type ManifoldWalkState } from './params.ts';
import { describe, least, table } from './words.ts';

/** Four ways away from a digit, all as far: along its manifold, straight, at random, and along an attack. */
export default defineFigure<typeof params, ManifoldWalkFrame>({
  slug: 'manifold-walk',
  version: 1,
  title: 'Four ways away from a digit',
  article: 'off-the-manifold',
  width: 'wide',
  params,
  groups,
  presets,
  verb: 'Walk',
  steps: { name: 'step', pace: 120, count: ({ steps }) => steps },
  describe,
  table,
  outcome: (_: ManifoldWalkState, frame) => ({
    'length of the walk': frame.paths[0]?.length.at(-1) ?? 0,
    ...Object.fromEntries(
      walks.flatMap((walk, i) => {
        const odds = least(frame.paths[i] as Path);
        return [
          [`${walk}: least log-odds of the digit`, odds],
          [`${walk}: least probability of the digit`, sigmoid(odds)],
        ];
      }),
    ),
    'attack: length at which it leaves': leaves(frame.paths[3] as Path, frame.digit) ?? 0,
  }),
  tolerance: 0.3,
});
