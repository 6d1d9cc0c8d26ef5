import { defineFigure } from '../kit/contract/figure.ts';
import type { CertifiedFrame, SmoothingFrame } from './frame.ts';
import { formerly, groups, isNoise, params, presets, stepsOf, type SmoothingState } from './params.ts';
import { certifiedRight, describe, last, table, wrongIn } from './words.ts';

/** The share of the draws that went to the class under test, over all digits, in percent. */
const favour = ({ counts, says, draws }: CertifiedFrame): number => {
  const won = Array.from(says, (label, i) => counts[10 * i + label] ?? 0);
  return (100 * won.reduce((a, b) => a + b, 0)) / Math.max(1, won.length * draws);
};

/**
 * Inputs smoothed before a net sees them, with an attacker who does not know and one who does; and smoothing
 * that proves something.
 */
export default defineFigure<typeof params, SmoothingFrame>({
  slug: 'smoothing',
  version: 1,
  title: 'Smoothed before it is seen',
  article: 'defences',
  width: 'wide',
  params,
  groups,
  presets,
  formerly,
  shows: ['attacker', 'digit'],
  verb: 'Try it',
  steps: { name: 'step', nameIn: (state) => (isNoise(state) ? 'batch' : 'step'), count: stepsOf },
  describe,
  table,
  outcome: (_: SmoothingState, frame): Readonly<Record<string, number>> =>
    frame.kind === 'squeezed'
      ? {
          digits: frame.labels.length,
          unattacked: wrongIn(frame.before, frame.labels),
          undefended: last(frame.undefended),
          naive: last(frame.naive.wrong),
          knowing: last(frame.knowing.wrong),
        }
      : {
          digits: frame.labels.length,
          certified: certifiedRight(frame).length,
          'certified beyond 1': certifiedRight(frame).filter((radius) => radius > 1).length,
          'draws for the answer, %': favour(frame),
        },
  // One digit, or one per cent, more or less.
  tolerance: 1,
});
