import type { Glyph, Knot } from '../glyph.ts';

const head: readonly Knot[] = [
  [0.2, -0.37, { opening: [0.02, 0.03] }],
  [0.03, -0.5],
  [-0.18, -0.36, { loop: [-0.05, 0.01] }],
  [-0.17, -0.12, { loop: [-0.04, 0.08] }],
  [0.01, -0.05, { loop: [0, 0.12] }],
  [0.16, -0.19, { loop: [0, 0.08] }],
  [0.21, -0.4, { opening: [0.06, 0.06] }],
];

/** The ways to write a 9, in the order of their numbers. */
export const nine: readonly Glyph[] = [
  {
    name: 'straight tail',
    strokes: [
      [
        head,
        [
          [0.19, 0],
          [0.14, 0.5, { reach: [-0.03, 0.1] }],
        ],
      ],
    ],
  },
  {
    name: 'curved tail',
    strokes: [
      [
        head,
        [
          [0.22, 0.06],
          [0.16, 0.38],
          [-0.03, 0.5],
          [-0.19, 0.43, { reach: [-0.06, -0.07] }],
        ],
      ],
    ],
  },
];
