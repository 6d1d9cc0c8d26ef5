import type { Glyph, Knot } from '../glyph.ts';

const belly: readonly Knot[] = [
  [0.1, -0.04, { loop: [0, -0.07] }],
  [0.25, 0.14, { loop: [0.05, -0.03] }],
  [0.17, 0.41, { loop: [0.05, 0] }],
  [-0.06, 0.5],
  [-0.28, 0.39, { reach: [-0.03, -0.14], opening: [-0.03, 0.08] }],
];

/** The ways to write a 3, in the order of their numbers. */
export const three: readonly Glyph[] = [
  {
    name: 'round',
    strokes: [
      [
        [
          [-0.25, -0.36, { reach: [-0.03, 0.11], opening: [-0.03, -0.06] }],
          [-0.04, -0.5],
          [0.18, -0.38, { loop: [-0.03, -0.03] }],
          [0.12, -0.15, { loop: [-0.03, -0.04] }],
          [-0.07, -0.05, { opening: [-0.11, 0], loop: [0, -0.05] }],
        ],
        belly,
      ],
    ],
  },
  {
    name: 'flat top',
    strokes: [
      [
        [
          [-0.25, -0.48, { reach: [-0.08, 0] }],
          [0, -0.49],
          [0.2, -0.48],
        ],
        [
          [0.08, -0.28],
          [-0.06, -0.07, { opening: [-0.08, 0] }],
        ],
        belly,
      ],
    ],
  },
];
