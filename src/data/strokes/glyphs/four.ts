import type { Glyph } from '../glyph.ts';

/** The ways to write a 4, in the order of their numbers. */
export const four: readonly Glyph[] = [
  {
    name: 'open',
    strokes: [
      [
        [
          [-0.18, -0.46, { opening: [-0.1, 0.03], loop: [0, -0.04] }],
          [-0.24, -0.18],
          [-0.28, 0.06, { loop: [-0.05, 0.08] }],
        ],
        [
          [0, 0.08, { loop: [0, 0.08] }],
          [0.27, 0.05, { reach: [0.13, -0.02], loop: [0, 0.08] }],
        ],
      ],
      [
        [
          [0.15, -0.5, { opening: [0.05, 0.06] }],
          [0.12, 0],
          [0.08, 0.5, { reach: [-0.02, 0.1] }],
        ],
      ],
    ],
  },
  {
    name: 'closed',
    strokes: [
      [
        [
          [0.08, -0.5, { opening: [-0.13, 0.05] }],
          [-0.12, -0.19, { opening: [-0.05, 0] }],
          [-0.31, 0.1, { loop: [-0.04, 0.08] }],
        ],
        [
          [0, 0.11, { loop: [0, 0.08] }],
          [0.28, 0.1, { reach: [0.13, -0.02], loop: [0, 0.08] }],
        ],
      ],
      [
        [
          [0.09, -0.5],
          [0.09, 0],
          [0.08, 0.5, { reach: [0, 0.1] }],
        ],
      ],
    ],
  },
];
