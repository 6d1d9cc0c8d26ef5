import { argmax } from '../../lab/vec.ts';

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

const said = (probabilities: Float32Array, i: number, classes: number): Said => {
  const p = probabilities.subarray(i * classes, (i + 1) * classes);
  const says = argmax(p);
  return { says, sure: p[says] as number };
};

/** What LeNet says of a picture, and the net with the eleventh answer. */
export const lenetOf = ({ lenet }: ChoiceFrame, i: number): Said => said(lenet, i, 10);
export const elevenOf = ({ eleven }: ChoiceFrame, i: number): Said => said(eleven, i, 11);
