import { longestAnswer, type Pointers, type Span } from './reader.ts';

/** How surely a net that points means each word, and a certain span. */
export interface PointerBelief {
  /** Of every word of the passage: the probability that it is part of the answer. */
  readonly words: Float32Array;
  /** The probability of exactly this span. */
  of(span: Span): number;
}

/**
 * The softmax over all spans of 1 to `longestAnswer` words, each scored by its first word's start and its
 * last word's end logit.
 */
export const beliefOf = ({ start, end }: Pointers): PointerBelief => {
  const most = Math.max(...start) + Math.max(...end);
  const weight = (i: number, j: number): number => Math.exp(start[i] + end[j] - most);
  const words = new Float32Array(start.length);
  let total = 0;
  for (let i = 0; i < start.length; i++) {
    for (let j = i; j < Math.min(start.length, i + longestAnswer); j++) {
      const one = weight(i, j);
      total += one;
      for (let k = i; k <= j; k++) words[k] += one;
    }
  }
  return { words: words.map((sum) => sum / total), of: (span) => weight(span.start, span.end) / total };
};
