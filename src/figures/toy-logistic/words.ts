import { decimal, percent } from '../kit/words/format.ts';
import { sigmoid } from './logistic.ts';

const names = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A small count as a word: 'ten'. */
export const word = (n: number): string => names[n] ?? decimal(n, 0);

/** 'one nudge', 'ten nudges'. */
export const nudgesOf = (n: number): string => `${word(n)} ${n === 1 ? 'nudge' : 'nudges'}`;

/** The class that a sum means; null exactly between the two. */
export const classOf = (sum: number): 0 | 1 | null => (sum > 0 ? 1 : sum < 0 ? 0 : null);

/** How sure the model is of the class it answers with. */
export const certainty = (sum: number): string => percent(sigmoid(Math.abs(sum)));

/** Beyond this tail the large figures stop counting nines. */
const shortest = 1e-4;

/** The certainty in at most three decimals, for large figures: '95.3 %', '> 99.99 %'. */
export const short = (sum: number): string =>
  sigmoid(-Math.abs(sum)) < shortest ? `>\u00a0${percent(1 - shortest)}` : certainty(sum);

/** What the model answers at a sum: '95.3 % class 0', or '50.0 % for either class'. */
export const answer = (sum: number): string => {
  const label = classOf(sum);
  return `${certainty(sum)} ${label === null ? 'for either class' : `class ${label}`}`;
};

/** The smallest step in three decimals, marked where that is not exact: '0.3', 'about 0.364'. */
export const stepText = (step: number): string => {
  const text = decimal(step, 3);
  return Number(text) === step ? text : `about ${text}`;
};

/** How many decimals (at most `most`) a column needs so that nothing in it is rounded. */
export const decimalsOf = (values: readonly number[], most = 3): number => {
  for (let digits = 0; digits < most; digits++)
    if (values.every((value) => Math.abs(Number(value.toFixed(digits)) - value) < 1e-9)) return digits;
  return most;
};
