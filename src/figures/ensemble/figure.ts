import { defineFigure } from '../kit/contract/figure.ts';
import type { EnsembleFrame } from './frame.ts';
import { attackerIds, groups, params, presets, type EnsembleState } from './params.ts';
import { describe, table, wrongOf } from './words.ts';

/** Nets that answer together, and four ways to attack them. */
export default defineFigure<typeof params, EnsembleFrame>({
  slug: 'ensemble',
  version: 1,
  title: 'Several nets at once',
  article: 'defences',
  width: 'wide',
  params,
  groups,
  presets,
  shows: ['attacker', 'digit'],
  verb: 'Attack them',
  steps: { name: 'step', count: ({ steps }) => steps },
  describe,
  table,
  outcome: (_: EnsembleState, frame) => ({
    ...Object.fromEntries(frame.after.map((attacked, a) => [attackerIds[a] ?? '', wrongOf(attacked)])),
    digits: frame.labels.length,
    agreement: frame.agreement,
  }),
  // One digit more or less.
  tolerance: 1,
});
