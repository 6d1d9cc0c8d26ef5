import { elevenOf, lenetOf, type ChoiceFrame } from './frame.ts';
import { answerOf, kinds, pictures, type ChoiceState } from './params.ts';

/** Places of the pictures that evolution found, those of noise and those that a pen drew. */
export const evolved: readonly number[] = kinds.flatMap((kind, i) =>
  kind === 'pattern' || kind === 'grain' ? [i] : [],
);
export const drawn: readonly number[] = kinds.flatMap((kind, i) => (kind === 'pen' ? [i] : []));
export const meaningless: readonly number[] = Array.from({ length: pictures }, (_, i) => i).filter(
  (i) => !drawn.includes(i),
);

/** Whether the reader has answered a question, counted from 1, in one way or the other. */
export const isAnswered = (state: ChoiceState, question: number): boolean =>
  answerOf(state, question, 'forced') !== 'open' || answerOf(state, question, 'free') !== 'open';

/**
 * Whether the nets' answers to a question may be seen: once the reader has given the answer that is asked for
 * now.
 */
export const isUncovered = (state: ChoiceState, question: number): boolean =>
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

export const scoreOf = (state: ChoiceState, frame: ChoiceFrame): Score => {
  const forced = (i: number): string => answerOf(state, i + 1, 'forced');
  const free = (i: number): string => answerOf(state, i + 1, 'free');
  const named = evolved.filter((i) => forced(i) !== 'open');
  const judged = meaningless.filter((i) => free(i) !== 'open');
  return {
    named: named.length,
    agreed: named.filter((i) => forced(i) === String(lenetOf(frame, i).says)).length,
    judged: judged.length,
    refused: judged.filter((i) => free(i) === 'none').length,
    fooled: evolved.filter((i) => lenetOf(frame, i).says === frame.meant[i]).length,
    least: Math.min(...evolved.map((i) => lenetOf(frame, i).sure)),
    elevenRefused: meaningless.filter((i) => elevenOf(frame, i).says === 10).length,
  };
};
