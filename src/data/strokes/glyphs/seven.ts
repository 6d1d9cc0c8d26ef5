import type { Glyph, Knot } from '../glyph.ts';

const bar: readonly Knot[] = [
  [-0.27, -0.45, { loop: [-0.07, 0], opening: [0, 0.06] }],
  [0, -0.47],
  [0.26, -0.47, { loop: [0.05, 0] }],
];
const stem: readonly Knot[] = [
  [0.12, -0.17, { opening: [0.05, 0] }],
  [0, 0.16, { opening: [0.06, 0] }],
  [-0.07, 0.5, { reach: [-0.08, 0.08], opening: [0.06, 0] }],
];

/** The ways to write a 7, in the order of their numbers. */
export const seven: readonly Glyph[] = [
  { name: 'plain', strokes: [[bar, stem]] },
  {
    name: 'with a bar',
    strokes: [
      [bar, stem],
      [
        [
          [-0.15, 0.01, { reach: [-0.08, 0.02] }],
          [0.05, 0],
          [0.25, -0.02, { reach: [0.08, 0] }],
        ],
      ],
    ],
  },
  {
    name: 'with a serif',
    strokes: [
      [
        [
          [-0.29, -0.28, { loop: [0, 0.05] }],
          [-0.27, -0.46],
        ],
        bar.slice(1),
        stem,
      ],
    ],
  },
];
