import { defineFigure } from '../kit/contract/figure.ts';
import type { WheelFrame } from './frame.ts';
import { countOf, groups, params, presets, seenSpeed, type WheelState } from './params.ts';
import { describe, table } from './words.ts';

/**
 * Aliasing: a wheel on film that seems to turn backwards, and a picture that is another one when it is made
 * small.
 */
export default defineFigure<typeof params, WheelFrame>({
  slug: 'wagon-wheel',
  version: 1,
  title: 'The wagon wheel',
  article: 'are-we-fooled',
  width: 'wide',
  params,
  groups,
  presets,
  verb: 'Play it',
  steps: { name: 'frame', pace: 84, count: countOf },
  describe,
  table,
  outcome: (state: WheelState, frame) =>
    frame.kind === 'wheel'
      ? {
          seen: seenSpeed(state.speed, state),
          turn: (360 * state.speed) / state.rate,
          spokes: 360 / state.spokes,
        }
      : {
          'belief in what is hidden, one pixel kept': frame.kept.at(-1)?.belief ?? 0,
          'belief in what is hidden, means': frame.means.at(-1)?.belief ?? 0,
          pixels: state.factor ** 2,
        },
  tolerance: 0.02,
});
