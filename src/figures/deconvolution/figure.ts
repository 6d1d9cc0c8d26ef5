import { defineFigure } from '../kit/contract/figure.ts';
import type { DeconvolutionFrame } from './frame.ts';
import { groups, layersOf, params } from './params.ts';
import { presets } from './presets.ts';
import { describe, table } from './words.ts';

/**
 * An answer sent back to the picture by three rules, beside two controls that should change what they draw.
 */
export default defineFigure<typeof params, DeconvolutionFrame>({
  slug: 'deconvolution',
  version: 1,
  title: 'Sent back to the picture',
  article: 'what-a-neuron-wants',
  width: 'wide',
  params,
  groups,
  presets,
  verb: 'Shuffle layer by layer',
  steps: { name: 'layer', pace: 500, count: layersOf },
  describe,
  table,
  outcome: (_, { asked, elsewhere, kept }) => ({
    'gradient, another answer': asked[1].like[0] ?? 0,
    'deconvnet, another answer': asked[1].like[1] ?? 0,
    'guided, another answer': asked[1].like[2] ?? 0,
    'gradient, another answer, all pictures': elsewhere[0]?.mean ?? 0,
    'deconvnet, another answer, all pictures': elsewhere[1]?.mean ?? 0,
    'guided, another answer, all pictures': elsewhere[2]?.mean ?? 0,
    'gradient, answers shuffled, all pictures': kept[0]?.[0]?.mean ?? 0,
    'guided, answers shuffled, all pictures': kept[2]?.[0]?.mean ?? 0,
    'guided, two layers shuffled, all pictures': kept[2]?.[1]?.mean ?? 0,
  }),
  tolerance: 0.05,
});
