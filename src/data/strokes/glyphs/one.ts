import type { Glyph, Stroke } from '../glyph.ts';

const flagged: Stroke = [
  [
    [-0.17, -0.29, { loop: [-0.09, 0.04], opening: [0.03, 0.1] }],
    [-0.07, -0.38, { loop: [-0.04, 0.03], opening: [0.02, 0.03] }],
    [0, -0.5],
  ],
  [
    [0, 0],
    [0, 0.5, { reach: [0.03, 0.1] }],
  ],
];

/** The ways to write a 1, in the order of their numbers. */
export const one: readonly Glyph[] = [
  {
    name: 'bare',
    strokes: [
      [
        [
          [0, -0.5, { loop: [-0.07, 0.03] }],
          [0, -0.25, { opening: [0.05, 0] }],
          [0, 0],
          [0, 0.25, { opening: [-0.05, 0] }],
          [0, 0.5, { reach: [0.08, 0] }],
        ],
      ],
    ],
  },
  { name: 'flag', strokes: [flagged] },
  {
    name: 'flag and foot',
    strokes: [
      flagged,
      [
        [
          [-0.19, 0.5, { reach: [-0.11, 0] }],
          [0, 0.5],
          [0.19, 0.49, { reach: [0.11, 0] }],
        ],
      ],
    ],
  },
];
