import { defineFigure } from '../kit/contract/figure.ts';
import type { SteepestFrame } from './frame.ts';
import { groups, params, presets, turn, type SteepestState } from './params.ts';
import { describe, table } from './words.ts';

/**
 * One linear unit of two inputs: which change of the input moves its output most depends on how changes are
 * measured.
 */
export default defineFigure<typeof params, SteepestFrame>({
  slug: 'steepest',
  version: 1,
  title: 'Which way is steepest?',
  article: 'ten-numbers',
  width: 'wide',
  params,
  groups,
  presets,
  verb: 'Turn the dial once round',
  steps: { name: 'step', pace: 60, count: () => turn, round: true },
  describe,
  table,
  outcome: (_: SteepestState, { y, chosen, along, corner }) => ({
    y,
    chosenL2: chosen.l2.rise,
    chosenLinf: chosen.linf.rise,
    alongL2: along.l2.rise,
    alongLinf: along.linf.rise,
    cornerL2: corner.l2.rise,
    cornerLinf: corner.linf.rise,
  }),
  tolerance: 1e-6,
});
