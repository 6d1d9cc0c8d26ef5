import { blurs } from './params.ts';

/** Ten evolved pictures, one for each digit, and what becomes of them under each blur. */
export interface SquintFrame {
  readonly generation: number;
  /** 28×28 grey levels each. */
  readonly pictures: Uint8Array;
  /**
   * By blur, then by picture: the probability of its digit, what the net says, and the digit whose mean shape
   * it is likest.
   */
  readonly sure: Float32Array;
  readonly says: Uint8Array;
  readonly likest: Uint8Array;
  /** How each of ten digits looks in the mean, 28×28 grey levels each. */
  readonly shapes: Uint8Array;
}

/** Place of a blur among those that are tried. */
export const blurAt = (blur: number): number => Math.max(0, blurs.indexOf(blur));

/** Of the ten pictures, how many the net still reads as evolved under a blur. */
export const readAt = ({ says }: SquintFrame, b: number): number =>
  Array.from({ length: 10 }, (_, digit) => says[10 * b + digit] === digit).filter(Boolean).length;

/** Of the ten pictures, how many are likest to the shape of their digit under a blur. */
export const likeAt = ({ likest }: SquintFrame, b: number): number =>
  Array.from({ length: 10 }, (_, digit) => likest[10 * b + digit] === digit).filter(Boolean).length;
