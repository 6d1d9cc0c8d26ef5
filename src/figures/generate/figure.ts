import { defineFigure } from '../kit/contract/figure.ts';
import type { GenerateFrame } from './frame.ts';
import { groups, params } from './params.ts';
import { presets } from './presets.ts';
import { describe, table } from './words.ts';

/** Pictures of a thing drawn from two classifiers, and judged by a third. */
export default defineFigure<typeof params, GenerateFrame>({
  slug: 'generate',
  version: 1,
  title: 'A classifier draws',
  article: 'what-a-neuron-wants',
  width: 'wide',
  params,
  groups,
  presets,
  verb: 'Draw',
  steps: { name: 'step', count: ({ steps }) => steps },
  describe,
  table,
  outcome: (_, { rows, paths }) => ({
    'plain: the third net’s belief, middle picture': paths[0]?.judge.at(-1) ?? 0,
    'robust: the third net’s belief, middle picture': paths[1]?.judge.at(-1) ?? 0,
    'plain: it is sure': Math.min(...(rows[0] ?? []).map(({ own }) => own)),
    'robust: it is sure': Math.min(...(rows[1] ?? []).map(({ own }) => own)),
  }),
  tolerance: 0.1,
});
