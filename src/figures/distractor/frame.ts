import type { Span } from '../../lab/reading/reader.ts';

/** A sentence that was added, and what came of it. */
export interface Tried {
  readonly sentence: string;
  readonly answer: string;
  readonly f1: number;
  /** By how much the right answer leads, in units of the logits; negative where the net errs. */
  readonly margin: number;
}

/** What the net says about one passage. */
export interface Said {
  readonly answer: Span;
  /** The probability of exactly this answer, and of the right one. */
  readonly sure: number;
  readonly right: number;
  /** Of every word: the probability that it is part of the answer, in 255ths. */
  readonly heat: Uint8Array;
}

/**
 * A passage with a sentence after it, a question, and what the net answered without and with the sentence.
 */
export interface DistractorFrame {
  /** The passage, then the added sentence, as words. */
  readonly words: readonly string[];
  /** How many of them are the passage. */
  readonly length: number;
  readonly question: readonly string[];
  /** Where the right answer stands. */
  readonly truth: Span;
  /** Whether a person's answer is known, or the net's first is taken for it. */
  readonly known: boolean;
  /**
   * Places of the words that the net never met in training, of the passage and the sentence; and those of the
   * question.
   */
  readonly strange: readonly number[];
  readonly strangeAsked: readonly string[];
  readonly before: Said;
  readonly now: Said;
  /** All sentences tried so far, in their order; and the place of the one that is shown. */
  readonly tried: readonly Tried[];
  readonly worst: number | null;
  /** Why the reader's own words could not be used. */
  readonly instead: 'passage' | 'sentence' | null;
}
