import { z } from 'zod';
import { meanInterval, wilson } from '../../lab/statistics/interval.ts';

const published = z.strictObject({
  /** As it stands in the source; a text where it is not one number. */
  value: z.union([z.number(), z.string()]),
  /** Key in content/references.json; absent where the number is a reference measurement of ours. */
  source: z.string().optional(),
  /** C: confirmed in the source. M: measured on published weights with independent implementations. */
  status: z.enum(['C', 'M']),
});

/** One measured number beside the published one. */
export const rowSchema = z.strictObject({
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

export type Row = z.output<typeof rowSchema>;
export type Report = z.output<typeof reportSchema>;

/** What is said of a number besides its value. */
export type About = Pick<Row, 'published' | 'band' | 'differs'>;

/** A share of n, with its Wilson interval. */
export const share = (name: string, hits: number, n: number, about: About = {}): Row => {
  const { rate, low, high } = wilson(hits, n);
  return { name, value: rate, unit: 'share', interval: [low, high], n, ...about };
};

/** The mean of numbers or of shares, with the interval that their spread gives it. */
export const mean = (name: string, values: readonly number[], about: About = {}, unit: Row['unit'] = 'number'): Row => {
  const { mean: value, low, high } = meanInterval(values);
  // What is a share has no interval beyond 0 and 1.
  const interval: [number, number] = unit === 'share' ? [Math.max(0, low), Math.min(1, high)] : [low, high];
  return { name, value, unit, interval, n: values.length, ...about };
};

/** The median of numbers, with the interval between those of them that bound it at 95 %, whatever their distribution. */
export const median = (name: string, values: readonly number[], about: About = {}): Row => {
  const n = values.length;
  const sorted = values.toSorted((a, b) => a - b);
  const at = (rank: number): number => sorted[Math.min(n, Math.max(1, rank)) - 1] as number;
  const half = (1.959963984540054 * Math.sqrt(n)) / 2;
  const interval: [number, number] = [at(Math.floor(n / 2 - half)), at(Math.ceil(n / 2 + half) + 1)];
  return { name, value: (at(Math.ceil(n / 2)) + at(Math.floor(n / 2) + 1)) / 2, unit: 'number', interval, n, ...about };
};

/** A number that is not a mean of independent ones. */
export const number = (
  name: string,
  value: number,
  n: number,
  about: About = {},
  unit: Row['unit'] = 'number',
): Row => ({
  name,
  value,
  unit,
  n,
  ...about,
});

/** Whether a value is where it must be. */
export const inBand = ({ value, band }: Row): boolean => !band || (value >= band[0] && value <= band[1]);
