import { digitAt } from '../../data/digit.ts';
import { verdict, type Verdict } from '../../lab/verdict.ts';
import type { Question } from './params.ts';

/**
 * Eight pictures, and what two nets say of them: one that knows ten digits, one that also knows 'none of
 * these'.
 */
export interface ChoiceFrame {
  readonly generation: number;
  /** 28×28 grey levels each. */
  readonly pictures: Uint8Array;
  /** The digit that was evolved for or drawn; of noise, none: −1. */
  readonly meant: Int8Array;
  /** Probabilities, ten and eleven a picture. */
  readonly lenet: Float32Array;
  readonly eleven: Float32Array;
}

const said = (probabilities: Float32Array, question: Question, classes: number): Verdict =>
  verdict(probabilities.subarray((question - 1) * classes, question * classes));

/** What LeNet says of the picture of a question: a digit. */
export const lenetOf = ({ lenet }: ChoiceFrame, question: Question): Verdict => said(lenet, question, 10);

/** What the net with the eleventh answer says of it: a digit, or 10, which is 'none of these'. */
export const elevenOf = ({ eleven }: ChoiceFrame, question: Question): Verdict => said(eleven, question, 11);

/** The picture of a question, 28×28 grey levels. */
export const pictureOf = ({ pictures }: ChoiceFrame, question: Question): Uint8Array =>
  digitAt(pictures, question - 1);
