import { cosines } from '../cosines.ts';
import type { Vec } from '../oracle.ts';

/** A picture as a linear function of as many coefficients, and that function's adjoint, which takes gradients back. */
export interface ImageBasis {
  readonly draw: (coefficients: Vec) => Vec;
  readonly adjoint: (gradient: Vec) => Vec;
}

/**
 * A picture (height × width numbers) by its cosine spectrum, each coefficient scaled by 1/frequency, so that equal steps
 * in all of them make a picture with the spectrum of natural ones (Olah et al. 2017, there with Fourier's basis).
 */
export const fourierImage = (height: number, width: number): ImageBasis => {
  const [rows, columns] = [cosines(height), cosines(width)];
  const scale = Float64Array.from({ length: height * width }, (_, i) => {
    const frequency = Math.hypot(Math.floor(i / width) / (2 * height), (i % width) / (2 * width));
    return 1 / Math.max(frequency, 1 / Math.max(height, width));
  });
  /** Both axes by the cosines: from spectrum to picture, or back where `back`. */
  const transform = (x: Float64Array, back: boolean): Float64Array => {
    const half = new Float64Array(x.length);
    const out = new Float64Array(x.length);
    const value = (table: Float64Array, n: number, to: number, from: number): number =>
      table[back ? to * n + from : from * n + to] as number;
    for (let y = 0; y < height; y++)
      for (let to = 0; to < width; to++) {
        let sum = 0;
        for (let i = 0; i < width; i++) sum += value(columns, width, to, i) * (x[y * width + i] as number);
        half[y * width + to] = sum;
      }
    for (let to = 0; to < height; to++)
      for (let i = 0; i < width; i++) {
        let sum = 0;
        for (let y = 0; y < height; y++) sum += value(rows, height, to, y) * (half[y * width + i] as number);
        out[to * width + i] = sum;
      }
    return out;
  };
  const scaled = (x: ArrayLike<number>): Float64Array => Float64Array.from(x, (v, i) => v * (scale[i] as number));
  return {
    draw: (coefficients) => Float32Array.from(transform(scaled(coefficients), false)),
    adjoint: (gradient) => Float32Array.from(scaled(transform(Float64Array.from(gradient), true))),
  };
};
