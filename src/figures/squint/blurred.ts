import { digitShape } from '../../data/digit.ts';
import { gaussianBlur } from '../../lab/defences/blur.ts';

/**
 * A picture blurred, its darkest and lightest made black and white again: a blur of noise is grey all over,
 * and eyes adapt.
 */
export const blurred = (picture: Uint8Array, blur: number): Uint8Array => {
  if (blur === 0) return picture;
  const soft = gaussianBlur(digitShape, blur).apply(Float32Array.from(picture));
  const [low, high] = [Math.min(...soft), Math.max(...soft)];
  return Uint8Array.from(soft, (value) => Math.round((255 * (value - low)) / Math.max(1e-6, high - low)));
};
