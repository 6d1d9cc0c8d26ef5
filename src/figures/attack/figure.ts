import { defineFigure } from '../kit/figure.ts';
import { answerOf, type AttackFrame } from './frame.ts';
import { groups, params, stepsOf, type AttackState } from './params.ts';
import { presets } from './presets.ts';
import { describe, table } from './words.ts';

/** One digit attacked, step by step, beside a random nudge with the same limit. */
export default defineFigure<typeof params, AttackFrame>({
  slug: 'attack',
  version: 1,
  title: 'A digit attacked',
  article: 'ten-numbers',
  width: 'wide',
  params,
  groups,
  presets,
  verb: 'Run the attack',
  steps: { name: 'step', count: stepsOf },
  describe,
  table,
  outcome: (_: AttackState, frame: AttackFrame) => ({
    'the label’s probability before': frame.before[frame.label] ?? 0,
    'the label’s probability after': frame.after[frame.label] ?? 0,
    'the digit it reads at the end': answerOf(frame.after).digit,
  }),
  tolerance: 0.02,
});
