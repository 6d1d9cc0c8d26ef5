import { z } from 'zod';

/** How the published number came about, seen from ours. */
const comparisonSchema = z.enum(['weights', 'recipe', 'other']);

const published = z.strictObject({
  /** As it stands in the source; a text where it is not one number. */
  value: z.union([z.number(), z.string()]),
  /** What that text says in numbers, or the interval of the source: the published number lies in it. */
  range: z.tuple([z.number(), z.number()]).optional(),
  /** How many pictures a published share was counted on, where the source says so. */
  n: z.int().positive().optional(),
  /** Key in content/references.json; absent where the number is a reference measurement of ours. */
  source: z.string().optional(),
  /** C: confirmed in the source. M: measured on published weights with independent implementations. */
  status: z.enum(['C', 'M']),
  /**
   * On the same weights and data, which must agree; from the same recipe, which should; or from another net,
   * other data or another setting, which is shown and not claimed. If absent: the same weights for M, another
   * net for C.
   */
  comparison: comparisonSchema.optional(),
});

/** One measured number beside the published one. */
const rowSchema = z.strictObject({
  name: z.string(),
  value: z.number(),
  unit: z.enum(['share', 'number']),
  /** 95 % interval. */
  interval: z.tuple([z.number(), z.number()]).optional(),
  /** What gives the interval: Wilson or Clopper and Pearson for counts, the spread, ranks for a median. */
  method: z.enum(['Wilson', 'Clopper–Pearson', 'spread', 'ranks']).optional(),
  /** Pictures, or whatever was counted. */
  n: z.int().positive(),
  published: published.optional(),
  /**
   * The regression bound: where our own number must stay, by what earlier runs or theory say. It says nothing
   * of the published number.
   */
  bound: z.tuple([z.number(), z.number()]).optional(),
  /** What is not as in the source. */
  differs: z.string().optional(),
});

/** content/results/reproduction/<id>.json: one experiment. */
export const reportSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  seed: z.int(),
  rows: z.array(rowSchema).min(1),
});

/** What a measured number is compared with. */
export type Comparison = z.output<typeof comparisonSchema>;

/** One number of a report, with its interval, what was published, and where it must lie. */
export type Row = z.output<typeof rowSchema>;

/** A reproduced experiment: its title, its seed and its numbers. */
export type Report = z.output<typeof reportSchema>;
