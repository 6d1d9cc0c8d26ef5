import { wilson } from '../lab/statistics/interval.ts';
import type { Comparison, Row } from './report.ts';

/**
 * What a row is: compared with a published number, by how that came about; `own`, a regression test that has
 * only a bound from earlier runs or theory; or `alone`, with nothing to compare with.
 */
export type Kind = Comparison | 'own' | 'alone';

/** The kind of a row. */
export const kindOf = ({ published, bound }: Row): Kind => {
  if (published) return published.comparison ?? (published.status === 'M' ? 'weights' : 'other');
  return bound ? 'own' : 'alone';
};

/** Whether our own number is where earlier runs or theory have it; true without a bound. */
export const inBound = ({ value, bound }: Row): boolean => !bound || (value >= bound[0] && value <= bound[1]);

type Range = readonly [low: number, high: number];

/** Half a unit of a number's last decimal, the second or a later one: what printing it left out. */
const rounding = (value: number): number => {
  const decimals = /\.(\d+)/.exec(String(value))?.[1]?.length ?? 0;
  return 0.5 * 10 ** -Math.max(2, decimals);
};

/**
 * Where the published number lies: in the range that the source gives, in the 95 % Wilson interval of a share
 * whose count is known, else what is printed so; undefined where it is words.
 */
export const publishedRange = ({ unit, published }: Row): Range | undefined => {
  if (!published) return undefined;
  const { value, range, n } = published;
  if (range) return range;
  if (typeof value === 'string') return undefined;
  if (unit === 'share' && n !== undefined) {
    const { low, high } = wilson(Math.round(value * n), n);
    return [low, high];
  }
  return [value - rounding(value), value + rounding(value)];
};

/** How far apart shares may lie to be near: three points. */
export const nearPoints = 0.03;
/** How far apart other numbers may lie to be near: a tenth of the published one. */
export const nearPart = 0.1;

/**
 * How our number stands to the published one: `agrees` where both 95 % intervals overlap (a number without
 * one is its own), `near` where the numbers lie no more than three points (shares) or a tenth of the
 * published one (other numbers) apart, else `elsewhere`; `words` where the published is no number.
 */
export type Verdict = 'agrees' | 'near' | 'elsewhere' | 'words';

/** The verdict on a row; undefined without a published number. */
export const verdictOf = (row: Row): Verdict | undefined => {
  if (!row.published) return undefined;
  const theirs = publishedRange(row);
  if (!theirs) return 'words';
  const [low, high] = row.interval ?? [row.value, row.value];
  if (low <= theirs[1] && high >= theirs[0]) return 'agrees';
  const { value } = row.published;
  const [least, most] = typeof value === 'number' ? [value, value] : theirs;
  const apart = Math.max(least - row.value, row.value - most);
  const allowed = row.unit === 'share' ? nearPoints : nearPart * Math.abs(row.value < least ? least : most);
  return apart <= allowed + 1e-9 ? 'near' : 'elsewhere';
};

/** How many rows there are of each verdict. */
export type Tally = Readonly<Record<Verdict, number>>;

/** Counts the published numbers among the rows by how ours stand to them. */
export const tallyOf = (rows: readonly Row[]): Tally => {
  const counts = { agrees: 0, near: 0, elsewhere: 0, words: 0 };
  for (const row of rows) {
    const verdict = verdictOf(row);
    if (verdict) counts[verdict]++;
  }
  return counts;
};

/** Whether a row shows an error of ours: out of its bound, or far from others on the same weights. */
export const isWrong = (row: Row): boolean =>
  !inBound(row) || (kindOf(row) === 'weights' && verdictOf(row) === 'elsewhere');

/** Whether a row is an open question: made by the published recipe, yet elsewhere. */
export const isOpen = (row: Row): boolean => kindOf(row) === 'recipe' && verdictOf(row) === 'elsewhere';
