import { defineFigure } from '../kit/contract/figure.ts';
import { randomShare, type TangentNormalFrame } from './frame.ts';
import { formerly, groups, params, presets, type TangentNormalState } from './params.ts';
import { describe, table } from './words.ts';

/**
 * An attack's perturbation taken apart: what of it lies along the manifold of the digit, and what attacks
 * find that must stay there.
 */
export default defineFigure<typeof params, TangentNormalFrame>({
  slug: 'tangent-normal',
  version: 1,
  title: 'Along the manifold and across it',
  article: 'off-the-manifold',
  width: 'wide',
  params,
  groups,
  presets,
  formerly,
  verb: 'Run the attacks',
  steps: { name: 'step', count: ({ steps }) => 2 * steps },
  describe,
  table,
  outcome: (_: TangentNormalState, frame) => ({
    'share along the manifold': frame.share,
    'share of a random direction': randomShare(frame).mean,
    'probability of the digit, attacked anywhere': frame.anywhere.digit,
    'probability of the digit, only along': frame.withAlong.digit,
    'probability of the digit, only across': frame.withAcross.digit,
    'probability of the digit, in the tangent plane': frame.tangent.digit,
    'probability of the digit, on the manifold': frame.latent.digit,
  }),
  tolerance: 0.05,
});
