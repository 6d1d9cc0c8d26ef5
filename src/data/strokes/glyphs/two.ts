import type { Glyph, Knot } from '../glyph.ts';

const head: readonly Knot[] = [
  [-0.27, -0.27, { opening: [0.06, 0.13], loop: [-0.03, 0] }],
  [-0.15, -0.45, { loop: [-0.03, -0.01], opening: [0, 0.02] }],
  [0.05, -0.5],
  [0.24, -0.34, { loop: [0.07, 0.05] }],
  [0.18, -0.06, { loop: [0.07, 0.05] }],
];

/** The ways to write a 2, in the order of their numbers. */
export const two: readonly Glyph[] = [
  {
    name: 'angular foot',
    strokes: [
      [
        [...head, [-0.06, 0.22, { loop: [0.03, 0.04] }], [-0.3, 0.47]],
        [
          [0, 0.46],
          [0.3, 0.47, { reach: [0.19, -0.03] }],
        ],
      ],
    ],
  },
  {
    name: 'looped foot',
    strokes: [
      [
        [
          ...head,
          [-0.02, 0.2, { loop: [0, -0.01] }],
          [-0.18, 0.4],
          [-0.31, 0.44, { loop: [-0.05, 0.03] }],
          [-0.31, 0.3, { loop: [-0.05, -0.07] }],
          [-0.14, 0.26, { loop: [0, -0.04] }],
          [0.06, 0.41],
          [0.29, 0.44, { reach: [0.16, -0.03] }],
        ],
      ],
    ],
  },
];
