import type { Random } from '../../lab/random.ts';
import { listed, type Part } from './split.ts';

/** The months, in capitals as they are written. */
export const months = listed(
  'January, February, March, April, May, June, July, August, September, October, November, December',
);

/** A time as it is written after its preposition, 'in' or 'on'. */
export interface When {
  readonly preposition: 'in' | 'on';
  readonly words: readonly string[];
}

const pick = (items: readonly string[], random: Random): string => items[random.integer(items.length)];

/** A year from 1850 to 1999: those that end in 3 or 8 are held out. */
const yearOf = (part: Part, random: Random): number => {
  const decade = 1850 + 10 * random.integer(15);
  const digits = part === 'seen' ? [0, 1, 2, 4, 5, 6, 7, 9] : [3, 8];
  return decade + digits[random.integer(digits.length)];
};

/** A year, a month or a day. */
export const drawWhen = (part: Part, random: Random): When => {
  const year = String(yearOf(part, random));
  const kind = random.integer(4);
  if (kind < 2) return { preposition: 'in', words: [year] };
  const month = pick(months, random);
  return kind === 2
    ? { preposition: 'in', words: [month, year] }
    : { preposition: 'on', words: [String(1 + random.integer(28)), month, year] };
};
