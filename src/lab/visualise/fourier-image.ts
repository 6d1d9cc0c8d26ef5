import { cosines } from '../cosines.ts';
import type { Vec } from '../oracle.ts';
import type { ImageMap } from './image-map.ts';

/** A table of numbers (so many in each row), columns for rows. */
const transposed = (table: Float64Array, width: number): Float64Array => {
  const height = table.length / width;
  const out = new Float64Array(table.length);
  for (let i = 0; i < height; i++) for (let j = 0; j < width; j++) out[j * height + i] = table[i * width + j];
  return out;
};

/** Every row of a table times a square matrix. */
const alongRows = (table: Float64Array, matrix: Float64Array, width: number): Float64Array => {
  const out = new Float64Array(table.length);
  for (let start = 0; start < table.length; start += width) {
    for (let to = 0; to < width; to++) {
      let sum = 0;
      for (let i = 0; i < width; i++) sum += matrix[to * width + i] * table[start + i];
      out[start + to] = sum;
    }
  }
  return out;
};

/**
 * A picture (height, width, channels) by the cosine spectrum of each channel, each coefficient scaled by
 * 1/frequency, so that equal steps in all of them make a picture with the spectrum of natural ones (Olah et
 * al. 2017, there with Fourier's basis).
 */
export const fourierImage = ([height, width, channels]: readonly [number, number, number]): ImageMap => {
  const [rows, columns] = [cosines(height), cosines(width)];
  const scale = Float64Array.from({ length: height * width }, (_, i) => {
    const frequency = Math.hypot(Math.floor(i / width) / (2 * height), (i % width) / (2 * width));
    return 1 / Math.max(frequency, 1 / Math.max(height, width));
  });
  const [rowsBack, columnsBack] = [transposed(rows, height), transposed(columns, width)];
  /** Both axes by the cosines: from spectrum to picture, or back where `back`. */
  const transform = (x: Float64Array, back: boolean): Float64Array =>
    transposed(
      alongRows(
        transposed(alongRows(x, back ? columns : columnsBack, width), width),
        back ? rows : rowsBack,
        height,
      ),
      height,
    );
  const scaled = (x: Float64Array): Float64Array => x.map((value, i) => value * scale[i]);
  const perChannel = (x: Vec, f: (channel: Float64Array) => Float64Array): Vec => {
    const out = new Float32Array(x.length);
    for (let channel = 0; channel < channels; channel++) {
      const plane = Float64Array.from({ length: height * width }, (_, i) => x[i * channels + channel]);
      f(plane).forEach((value, i) => (out[i * channels + channel] = value));
    }
    return out;
  };
  return {
    draw: (coefficients) => perChannel(coefficients, (x) => transform(scaled(x), false)),
    adjoint: (gradient) => perChannel(gradient, (x) => scaled(transform(x, true))),
  };
};
