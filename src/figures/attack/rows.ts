import { argmax } from '../../lab/vec.ts';
import { topClasses } from '../kit/words/top-classes.ts';
import { fewClasses } from './frame.ts';

/** How many have a row where there are many. */
const few = 8;

/**
 * The classes that have a row before the attack: all of a few; of many those that are spoken of and the
 * likeliest.
 */
export const firstRows = (before: Float32Array, spoken: readonly number[]): readonly number[] =>
  before.length <= fewClasses
    ? Array.from(before.keys())
    : topClasses([before], [argmax(before), ...spoken], few);

/** The rows once the net has given this answer: it takes the place of the last one that nobody speaks of. */
export const rowsWith = (
  rows: readonly number[],
  answer: number,
  spoken: readonly number[],
): readonly number[] => {
  if (rows.includes(answer)) return rows;
  const place = rows.findLastIndex((row) => !spoken.includes(row));
  return rows.map((row, i) => (i === place ? answer : row));
};
