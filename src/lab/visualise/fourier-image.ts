import { cosines } from '../cosines.ts';
import type { Vec } from '../oracle.ts';
import type { ImageMap } from './image-map.ts';

/**
 * A picture (height, width, channels) by the cosine spectrum of each channel, each coefficient scaled by 1/frequency, so that equal steps
 * in all of them make a picture with the spectrum of natural ones (Olah et al. 2017, there with Fourier's basis).
 */
export const fourierImage = ([height, width, channels]: readonly [number, number, number]): ImageMap => {
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
  const scaled = (x: Float64Array): Float64Array => x.map((value, i) => value * (scale[i] as number));
  const perChannel = (x: Vec, f: (channel: Float64Array) => Float64Array): Vec => {
    const out = new Float32Array(x.length);
    for (let channel = 0; channel < channels; channel++) {
      const plane = Float64Array.from({ length: height * width }, (_, i) => x[i * channels + channel] as number);
      f(plane).forEach((value, i) => (out[i * channels + channel] = value));
    }
    return out;
  };
  return {
    draw: (coefficients) => perChannel(coefficients, (x) => transform(scaled(x), false)),
    adjoint: (gradient) => perChannel(gradient, (x) => scaled(transform(x, true))),
  };
};
