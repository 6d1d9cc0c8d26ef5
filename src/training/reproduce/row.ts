import type { Row } from '../../data/report.ts';
import { meanInterval, wilson } from '../../lab/statistics/interval.ts';
import { numberAt } from '../../lab/vec.ts';

export { reportSchema, type Report, type Row } from '../../data/report.ts';

/** What is said of a number besides its value: the published one, its regression bound, what differs. */
export type About = Pick<Row, 'published' | 'bound' | 'differs'>;

/** A share of n, with its Wilson interval. */
export const share = (name: string, hits: number, n: number, about: About = {}): Row => {
  const { rate, low, high } = wilson(hits, n);
  return { name, value: rate, unit: 'share', interval: [low, high], method: 'Wilson', n, ...about };
};

/** The mean of numbers or of shares, with the interval that their spread gives it. */
export const mean = (
  name: string,
  values: readonly number[],
  about: About = {},
  unit: Row['unit'] = 'number',
): Row => {
  const { mean: value, low, high } = meanInterval(values);
  // What is a share has no interval beyond 0 and 1.
  const interval: [number, number] = unit === 'share' ? [Math.max(0, low), Math.min(1, high)] : [low, high];
  return { name, value, unit, interval, method: 'spread', n: values.length, ...about };
};

/**
 * The median of numbers, with the interval between those of them that bound it at 95 %, whatever their
 * distribution.
 */
export const median = (name: string, values: readonly number[], about: About = {}): Row => {
  const n = values.length;
  const sorted = values.toSorted((a, b) => a - b);
  const at = (rank: number): number => numberAt(sorted, Math.min(n, Math.max(1, rank)) - 1);
  const half = (1.959963984540054 * Math.sqrt(n)) / 2;
  const interval: [number, number] = [at(Math.floor(n / 2 - half)), at(Math.ceil(n / 2 + half) + 1)];
  return {
    name,
    value: (at(Math.ceil(n / 2)) + at(Math.floor(n / 2) + 1)) / 2,
    unit: 'number',
    interval,
    method: 'ranks',
    n,
    ...about,
  };
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
