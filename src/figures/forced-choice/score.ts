import { elevenOf, lenetOf, type ChoiceFrame } from './frame.ts';
import { answerOf, questionsAbout, type ChoiceState, type Question } from './params.ts';

/** The questions whose pictures evolution found. */
export const evolved = questionsAbout('pattern', 'grain');

/** The questions whose pictures show nothing: evolved ones and noise. */
export const meaningless = questionsAbout('pattern', 'grain', 'noise');

/** Whether the reader has answered a question in one way or the other. */
export const isAnswered = (state: ChoiceState, question: Question): boolean =>
  answerOf(state, question, 'forced') !== 'open' || answerOf(state, question, 'free') !== 'open';

/**
 * Whether the nets' answers to a question may be seen: once the reader has given the answer that is asked for
 * now.
 */
export const isUncovered = (state: ChoiceState, question: Question): boolean =>
  answerOf(state, question, 'free') !== 'open' ||
  (state.offer === 'forced' && answerOf(state, question, 'forced') !== 'open');

/** How the reader's answers compare with the nets', so far. */
export interface Score {
  /** Evolved pictures the reader has named, and how many of them as LeNet does. */
  readonly named: number;
  readonly agreed: number;
  /**
   * Pictures of nothing that the reader has judged with 'none of these' on offer, and how many of them by
   * taking it.
   */
  readonly judged: number;
  readonly refused: number;
  /**
   * Evolved pictures in which LeNet sees the digit it was shown to evolve, and its least confidence in them.
   */
  readonly fooled: number;
  readonly least: number;
  /** Pictures of nothing that the net with the eleventh answer refuses. */
  readonly elevenRefused: number;
}

/** The reader's answers counted against the nets' on the same pictures. */
export const scoreOf = (state: ChoiceState, frame: ChoiceFrame): Score => {
  const forced = (question: Question): string => answerOf(state, question, 'forced');
  const free = (question: Question): string => answerOf(state, question, 'free');
  const named = evolved.filter((question) => forced(question) !== 'open');
  const judged = meaningless.filter((question) => free(question) !== 'open');
  return {
    named: named.length,
    agreed: named.filter((question) => forced(question) === String(lenetOf(frame, question).says)).length,
    judged: judged.length,
    refused: judged.filter((question) => free(question) === 'none').length,
    fooled: evolved.filter((question) => lenetOf(frame, question).says === frame.meant[question - 1]).length,
    least: Math.min(...evolved.map((question) => lenetOf(frame, question).sure)),
    elevenRefused: meaningless.filter((question) => elevenOf(frame, question).says === 10).length,
  };
};
