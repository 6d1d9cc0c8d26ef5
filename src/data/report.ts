import { z } from 'zod';

const published = z.strictObject({
  /** As it stands in the source; a text where it is not one number. */
  value: z.union([z.number(), z.string()]),
  /** Key in content/references.json; absent where the number is a reference measurement of ours. */
  source: z.string().optional(),
  /** C: confirmed in the source. M: measured on published weights with independent implementations. */
  status: z.enum(['C', 'M']),
});

/** One measured number beside the published one. */
const rowSchema = z.strictObject({
  name: z.string(),
  value: z.number(),
  unit: z.enum(['share', 'number']),
  /** 95 % interval. */
  interval: z.tuple([z.number(), z.number()]).optional(),
  /** Pictures, or whatever was counted. */
  n: z.int().positive(),
  published: published.optional(),
  /** Where the value must lie for the laboratory to be believed. */
  band: z.tuple([z.number(), z.number()]).optional(),
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

/** One number of a report, with its interval, what was published, and where it must lie. */
export type Row = z.output<typeof rowSchema>;

/** A reproduced experiment: its title, its seed and its numbers. */
export type Report = z.output<typeof reportSchema>;

/** Whether a value is where it must be. */
export const inBand = ({ value, band }: Row): boolean => !band || (value >= band[0] && value <= band[1]);
