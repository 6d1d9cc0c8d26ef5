import type { Glyph, Knot } from '../glyph.ts';

const bowl: readonly Knot[] = [
  [-0.02, 0.5],
  [0.22, 0.34, { loop: [0.05, 0] }],
  [0.2, 0.1, { loop: [0.04, -0.08] }],
  [0.03, 0.01, { loop: [0, -0.12] }],
  [-0.12, 0.1, { loop: [0, -0.09], opening: [0.04, 0.02] }],
  [-0.17, 0.22, { loop: [0, -0.05], opening: [0.09, -0.09] }],
];

/** The ways to write a 6, in the order of their numbers. */
export const six: readonly Glyph[] = [
  {
    name: 'curved',
    strokes: [
      [
        [
          [0.15, -0.49, { reach: [0.13, 0.05] }],
          [-0.03, -0.39, { reach: [0.02, -0.03] }],
          [-0.2, -0.1],
          [-0.23, 0.25],
          ...bowl,
        ],
      ],
    ],
  },
  {
    name: 'straight',
    strokes: [[[[0.06, -0.5, { reach: [0.11, 0] }], [-0.1, -0.22], [-0.22, 0.08], [-0.21, 0.34], ...bowl]]],
  },
];
