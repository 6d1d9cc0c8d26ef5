import { defineFigure } from '../kit/contract/figure.ts';
import type { DistractorFrame } from './frame.ts';
import { groups, params, presets, stepsOf, type DistractorState } from './params.ts';
import { describe, table } from './words.ts';

/** A net that answers questions about a passage, and one sentence too many. */
export default defineFigure<typeof params, DistractorFrame>({
  slug: 'distractor',
  version: 1,
  title: 'One sentence too many',
  article: 'words-too',
  width: 'wide',
  params,
  groups,
  presets,
  verb: 'Add sentences',
  steps: { name: 'sentence', pace: 400, count: stepsOf },
  describe,
  table,
  outcome: (_: DistractorState, { before, now, tried, length }) => ({
    before: before.sure,
    now: now.sure,
    right: now.right,
    'first word of the answer': now.answer.start,
    'in the added sentence': now.answer.start >= length ? 1 : 0,
    'sentences that mislead': tried.filter(({ f1 }) => f1 < 1).length,
    tried: tried.length,
  }),
  tolerance: 0.02,
});
