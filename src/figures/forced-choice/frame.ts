import { digitAt } from '../../data/digit.ts';
import { argmax } from '../../lab/vec.ts';
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

export interface Said {
  /** A digit; 10 is 'none of these'. */
  readonly says: number;
  readonly sure: number;
}

const said = (probabilities: Float32Array, question: Question, classes: number): Said => {
  const p = probabilities.subarray((question - 1) * classes, question * classes);
  const says = argmax(p);
  return { says, sure: p[says] ?? 0 };
};

/** What LeNet says of the picture of a question, and the net with the eleventh answer. */
export const lenetOf = ({ lenet }: ChoiceFrame, question: Question): Said => said(lenet, question, 10);
export const elevenOf = ({ eleven }: ChoiceFrame, question: Question): Said => said(eleven, question, 11);

/** The picture of a question, 28×28 grey levels. */
export const pictureOf = ({ pictures }: ChoiceFrame, question: Question): Uint8Array =>
  digitAt(pictures, question - 1);
