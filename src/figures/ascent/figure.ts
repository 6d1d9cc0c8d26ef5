import { defineFigure } from '../kit/contract/figure.ts';
import type { AscentFrame } from './frame.ts';
import { groups, params, presets, type AscentState } from './params.ts';
import { describe, sureOf, table } from './words.ts';

/** Pictures made for one answer by following its gradient, without decay and with it. */
export default defineFigure<typeof params, AscentFrame>({
  slug: 'ascent',
  version: 1,
  title: 'Straight uphill',
  article: 'easily-fooled',
  width: 'wide',
  params,
  groups,
  presets,
  verb: 'Climb',
  steps: { name: 'step', count: ({ steps }) => steps },
  describe,
  table,
  outcome: (_: AscentState, { climbs: [plain, held] }) => ({
    'sure, no decay': sureOf(plain),
    'sure, with decay': sureOf(held),
    'length, no decay': plain.length,
    'length, with decay': held.length,
  }),
  tolerance: 0.05,
});
