import { defineFigure } from '../kit/contract/figure.ts';
import type { EvolveFrame } from './frame.ts';
import { groups, params, type EvolveState } from './params.ts';
import { presets } from './presets.ts';
import { describe, surenesses, table } from './words.ts';

/** Pictures evolved for every answer of a net from its answers alone. */
export default defineFigure<typeof params, EvolveFrame>({
  slug: 'evolve',
  version: 1,
  title: 'Evolved to be believed',
  article: 'easily-fooled',
  width: 'wide',
  params,
  groups,
  presets,
  shows: ['cell'],
  verb: 'Evolve',
  verbIn: ({ genome }) => (genome === '' ? undefined : 'Ask the nets'),
  effort: { name: 'picture', of: ({ evaluations }) => evaluations },
  steps: {
    name: 'generation',
    pace: 60,
    count: ({ generations, genome }) => (genome === '' ? generations : 0),
  },
  describe,
  table,
  outcome: (_: EvolveState, frame) => {
    const { least, median } = surenesses(frame);
    return {
      'least confidence': least,
      'median confidence': median,
      'pictures asked': frame.evaluations,
    };
  },
  // Which of two pictures is better may hang on the last bit, and later generations on that.
  tolerance: 0.05,
});
