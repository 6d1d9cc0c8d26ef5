import { defineFigure } from '../kit/contract/figure.ts';
import type { CurveFrame } from './frame.ts';
import { curvesOf, groups, params, presets, type CurveState } from './params.ts';
import { curveName, describe, table } from './words.ts';

/** How many digits are still read rightly, by the size of the nudge. */
export default defineFigure<typeof params, CurveFrame>({
  slug: 'epsilon-curve',
  version: 1,
  title: 'The larger the nudge',
  article: 'gradient-to-input',
  width: 'wide',
  params,
  groups,
  presets,
  verb: 'Measure',
  steps: { name: 'value', count: ({ points }) => points },
  describe,
  table,
  outcome: (state: CurveState, frame) => ({
    digits: frame.n,
    ...Object.fromEntries(
      curvesOf(state).map((curve, c) => [`right: ${curveName(state, curve)}`, frame.right[c]?.at(-1) ?? 0]),
    ),
    ...Object.fromEntries(
      curvesOf(state).map((curve, c) => [
        `right half-way: ${curveName(state, curve)}`,
        frame.right[c]?.[Math.floor(state.points / 2)] ?? 0,
      ]),
    ),
  }),
  // One digit more or less.
  tolerance: 1,
});
