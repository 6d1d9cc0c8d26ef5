import type { Passage } from './passages.ts';

/** A group of digits in a passage. */
export interface Group {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What it says: 1,024 is 1024, ½ is 0.5; NaN for a percentage in words. */
  readonly value: number;
  /** Digits after its point. */
  readonly decimals: number;
  /** Whether it counts in hundredths. */
  readonly percent: boolean;
  /** Whether the text says that there is more of it. */
  readonly moreThan: boolean;
}

/** Digits that are no part of a name (F1, L2), a fraction in one letter, or a percentage in words. */
const pattern = /(?<![\p{L}\d])\d+(?:,\d{3})*(?:\.\d+)?|\p{No}|\bper ?cent\b/gu;

const valueOf = (text: string, minus: boolean): number => {
  const [whole = '', below] = text.normalize('NFKD').replaceAll(',', '').split('\u2044');
  const value = below === undefined ? Number(whole) : Number(whole) / Number(below);
  return minus ? -value : value;
};

/** All groups of digits in a text, in order. */
export const groupsIn = (text: string): readonly Group[] =>
  [...text.matchAll(pattern)].map((match) => {
    const [found] = match;
    const [start, end] = [match.index, match.index + found.length];
    const before = text.slice(0, start);
    return {
      text: found,
      start,
      end,
      value: valueOf(found, /(?:^|[^\p{L}\d])[−-]$/u.test(before)),
      decimals: found.split('.')[1]?.length ?? 0,
      percent: /^\s?(?:%|per ?cent)/.test(text.slice(end)),
      moreThan: /\bmore than $/.test(before),
    };
  });

/** Whether a group of a passage has to come from somewhere: in a formula one digit alone need not. */
export const mustBeTraced = ({ formula }: Passage, { start, text }: Group): boolean =>
  formula[start] !== true || text.length > 1;

/** Whether a group writes this number, rounded as it is; where the text says more than, or any above it. */
export const writes = ({ value, decimals, percent, moreThan }: Group, number: number): boolean => {
  const shown = percent && Math.abs(number) <= 1 ? 100 * number : number;
  if (moreThan && shown > value) return true;
  return Math.abs(value - shown) <= 0.5 * 10 ** -decimals * (1 + 1e-9);
};
