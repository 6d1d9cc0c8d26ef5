import type { Vec } from '../oracle.ts';

/** A passage and a question about it, as words and marks in a row. */
export interface Reading {
  readonly passage: readonly string[];
  readonly question: readonly string[];
}

/** How much each word of the passage speaks for being the answer's first and last: logits, one per word. */
export interface Pointers {
  readonly start: Vec;
  readonly end: Vec;
}

/**
 * All that an attack may know of a net that reads: where it points, of as many readings as are asked about.
 */
export interface ReaderOracle {
  read(readings: readonly Reading[]): Promise<readonly Pointers[]>;
}

/** Where an answer stands among the words of its passage, first and last included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The longest answer in words. */
export const longestAnswer = 6;

/** The words of a span as a text. */
export const wordsAt = (passage: readonly string[], { start, end }: Span): string =>
  passage.slice(start, end + 1).join(' ');

/**
 * The answer a net points at: the span of 1 to `longestAnswer` words with the largest sum of its first word's
 * start logit and its last word's end logit, the first of equals; `except`, if given, is left out.
 */
export const answerOf = ({ start, end }: Pointers, except?: Span): Span => {
  let best: Span = { start: 0, end: 0 };
  let largest = -Infinity;
  for (let i = 0; i < start.length; i++) {
    for (let j = i; j < Math.min(start.length, i + longestAnswer); j++) {
      const sum = start[i] + end[j];
      if (sum > largest && !(i === except?.start && j === except.end)) {
        largest = sum;
        best = { start: i, end: j };
      }
    }
  }
  return best;
};

/** The two logits of a span together. */
const support = ({ start, end }: Pointers, span: Span): number =>
  (start[span.start] ?? -Infinity) + (end[span.end] ?? -Infinity);

/**
 * By how much the right answer's two logits together exceed those of any other span; negative where the net
 * errs.
 */
export const marginOver = (pointers: Pointers, right: Span): number =>
  support(pointers, right) - support(pointers, answerOf(pointers, right));
