import { z } from 'zod';
import type { WeightShape } from '../format/layers.ts';
import { matches } from './features.ts';

/** The sizes of a reader: `modelTopology` of its model.json. */
export const readerTopology = z.strictObject({
  class_name: z.literal('Reader'),
  config: z.strictObject({
    /** Rows of the table that hashed pieces of words share. */
    rows: z.int().positive(),
    /** Numbers per word. */
    embedding: z.int().positive(),
    /** Numbers per position of the passage, and of the question. */
    hidden: z.int().positive(),
    /** How far apart the three words are that each layer over the passage looks at. */
    dilations: z.array(z.int().positive()).min(1),
  }),
});

/** The sizes of a reader's table, windows and hidden layers. */
export type ReaderTopology = z.output<typeof readerTopology>;

/** Names and shapes of a reader's weights in the order of its file. */
export const readerShapes = ({ config }: ReaderTopology): readonly WeightShape[] => {
  const { rows, embedding: e, hidden: h, dilations } = config;
  return [
    { name: 'words/table', shape: [rows, e] },
    { name: 'question/kernel', shape: [3 * e, h] },
    { name: 'question/bias', shape: [h] },
    { name: 'question/weight', shape: [h, 1] },
    { name: 'attention/kernel', shape: [e, e] },
    { name: 'meeting/kernel', shape: [e + h + matches, h] },
    { name: 'meeting/question', shape: [h, h] },
    { name: 'meeting/bias', shape: [h] },
    ...dilations.flatMap((dilation) => [
      { name: `context${dilation}/kernel`, shape: [3 * h, h] },
      { name: `context${dilation}/bias`, shape: [h] },
    ]),
    { name: 'pointer/kernel', shape: [h, 2 * h] },
    { name: 'pointer/bias', shape: [2 * h] },
  ];
};
