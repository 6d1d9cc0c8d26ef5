import { gaussianBlur } from '../../lab/defences/blur.ts';

const pixels = 784;

/** One of several 28×28 pictures. */
export const part = (pictures: Uint8Array, i: number): Uint8Array =>
  pictures.subarray(i * pixels, (i + 1) * pixels);

/**
 * A picture blurred, its darkest and lightest made black and white again: a blur of noise is grey all over,
 * and eyes adapt.
 */
export const blurred = (picture: Uint8Array, blur: number): Uint8Array => {
  if (blur === 0) return picture;
  const soft = gaussianBlur([28, 28, 1], blur).apply(Float32Array.from(picture));
  const [low, high] = [Math.min(...soft), Math.max(...soft)];
  return Uint8Array.from(soft, (value) => Math.round((255 * (value - low)) / Math.max(1e-6, high - low)));
};
