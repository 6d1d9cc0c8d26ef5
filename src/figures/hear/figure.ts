import { argmax } from '../../lab/vec.ts';
import { defineFigure } from '../kit/contract/figure.ts';
import type { HearFrame } from './frame.ts';
import { groups, params, presets, type HearState } from './params.ts';
import { describe, sounds, table } from './words.ts';

/** Half a second of sound, attacked: to be heard and to be seen. */
export default defineFigure<typeof params, HearFrame>({
  slug: 'hear',
  version: 1,
  title: 'A sound attacked',
  article: 'words-too',
  width: 'wide',
  params,
  groups,
  presets,
  verb: 'Run the attack',
  steps: { name: 'step', count: ({ steps }) => steps },
  describe,
  table,
  sounds,
  outcome: ({ kind }: HearState, { before, after, random, decibels }) => ({
    'the label’s probability before': before[Number(kind)] ?? 0,
    'the label’s probability after': after[Number(kind)] ?? 0,
    'the same with random noise': random[Number(kind)] ?? 0,
    'what it hears at the end': argmax(after),
    decibels: decibels ?? 0,
  }),
  tolerance: 0.05,
});
