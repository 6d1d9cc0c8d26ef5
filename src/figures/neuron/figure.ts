import { defineFigure } from '../kit/contract/figure.ts';
import type { NeuronFrame } from './frame.ts';
import { groups, params } from './params.ts';
import { presets } from './presets.ts';
import { describe, table, timesKnown } from './words.ts';

/** Pictures made for one neuron of two nets, pixel by pixel and held to what pictures are like. */
export default defineFigure<typeof params, NeuronFrame>({
  slug: 'neuron',
  version: 1,
  title: 'Ask one neuron',
  article: 'what-a-neuron-wants',
  width: 'wide',
  params,
  groups,
  presets,
  verb: 'Ask the neuron',
  steps: { name: 'step', count: ({ steps }) => steps },
  describe,
  table,
  outcome: (_, frame) => ({
    'plain, pixel by pixel: times the best of ours': timesKnown(frame, 0) ?? 0,
    'plain, held: times the best of ours': timesKnown(frame, 1) ?? 0,
    'robust, pixel by pixel: times the best of ours': timesKnown(frame, 2) ?? 0,
    'robust, held: times the best of ours': timesKnown(frame, 3) ?? 0,
    'plain, pixel by pixel: the net is sure': frame.wanted[0]?.sure ?? 0,
  }),
  tolerance: 0.25,
});
