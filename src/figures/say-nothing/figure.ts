import { defineFigure } from '../kit/contract/figure.ts';
import type { SilenceFrame } from './frame.ts';
import { judgedAll, silent, slipping, thresholdOf } from './judge.ts';
import { groups, params, presets, type SilenceState } from './params.ts';
import { describe, table } from './words.ts';

/** A net that may say nothing: who is refused, and who slips through. */
export default defineFigure<typeof params, SilenceFrame>({
  slug: 'say-nothing',
  version: 1,
  title: 'When to say nothing',
  article: 'defences',
  width: 'wide',
  params,
  groups,
  presets,
  shows: ['score', 'temperature', 'refused'],
  verb: 'Attack it',
  steps: { name: 'step', count: ({ steps }) => steps },
  describe,
  table,
  outcome: (state: SilenceState, frame) => {
    const all = judgedAll(state, frame);
    const threshold = thresholdOf(all, state.refused);
    const [digits] = all;
    return {
      ...Object.fromEntries(all.map((one) => [one.kind, slipping(one, threshold)])),
      'digits refused': digits === undefined ? 0 : silent(digits, threshold),
      pictures: frame.labels.length,
      'evolved pictures': all.find(({ kind }) => kind === 'evolved')?.scores.length ?? 0,
    };
  },
  // Two pictures of thirty.
  tolerance: 2,
});
