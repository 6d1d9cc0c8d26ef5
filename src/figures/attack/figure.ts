import { defineFigure } from '../kit/contract/figure.ts';
import { commandOf } from './command.ts';
import { answerOf, type AttackFrame } from './frame.ts';
import { groups } from './groups.ts';
import { defaultsIn, formerly } from './usual.ts';
import { stepsOf } from './methods.ts';
import { params, type AttackState } from './params.ts';
import { presets } from './presets.ts';
import { table } from './table.ts';
import { describe } from './words.ts';

/** One picture attacked, step by step, beside a random nudge of the same size: every net, every method. */
export default defineFigure<typeof params, AttackFrame>({
  slug: 'attack',
  version: 1,
  title: 'A picture attacked',
  article: 'gradient-to-input',
  width: 'wide',
  params,
  groups,
  presets,
  defaultsIn,
  formerly,
  verb: 'Run the attack',
  steps: { name: 'step', early: true, count: stepsOf },
  describe,
  table,
  command: commandOf,
  outcome: (_: AttackState, frame: AttackFrame) => ({
    'the label’s probability before': frame.before[frame.label] ?? 0,
    'the label’s probability after': frame.after[frame.label] ?? 0,
    'the number of the answer at the end': answerOf(frame.after).digit,
  }),
  tolerance: 0.02,
});
