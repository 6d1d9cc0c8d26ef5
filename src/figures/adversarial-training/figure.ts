import { defineFigure } from '../kit/contract/figure.ts';
import type { TrainingFrame } from './frame.ts';
import { groups, isSmall, params, presets, stepsOf, type TrainingState } from './params.ts';
import { describe, nearest, rightAt, table } from './words.ts';

/** A net and its twin that was trained on attacked digits, under attack. */
export default defineFigure<typeof params, TrainingFrame>({
  slug: 'adversarial-training',
  version: 1,
  title: 'Trained on attacks',
  article: 'defences',
  width: 'wide',
  params,
  groups,
  presets,
  shows: ['digit'],
  verb: 'Attack both',
  steps: { name: 'step', nameIn: (state) => (isSmall(state) ? 'epoch' : 'step'), count: stepsOf },
  describe,
  table,
  outcome: (state: TrainingState, frame) => {
    const n = frame.labels.length;
    const epsilon = nearest(state);
    const share = (right: number | undefined): number => (right ?? 0) / n;
    return {
      'plain, unattacked': share(frame.plain.right[0]),
      'plain, attacked': share(rightAt(frame, frame.plain, epsilon)),
      'trained, unattacked': share(frame.robust.right[0]),
      'trained, attacked': share(rightAt(frame, frame.robust, epsilon)),
      ...(isSmall(state) ? { epochs: frame.step } : {}),
    };
  },
  // Two digits of twenty.
  tolerance: 0.1,
});
