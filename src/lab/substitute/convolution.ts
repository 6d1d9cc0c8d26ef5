import type { Vec } from '../oracle.ts';
import type { Random } from '../random.ts';

/** A convolutional layer: every window's products with the weights of every filter. */
export interface Convolution {
  readonly kind: 'convolution';
  readonly inputs: number;
  /** Windows × filters, the filters of the first window first. */
  readonly outputs: number;
  /** Filters × numbers of a window, those of the first filter first. */
  readonly weights: Vec;
  /** One for each filter. */
  readonly bias: Vec;
  /** Which input each number of each window is, window by window. */
  readonly windows: Int32Array;
}

/** A convolutional layer to begin with: weights of variance 2/(numbers of a window), biases 0. */
export const convolution = (
  inputs: number,
  { windows, size }: { readonly windows: Int32Array; readonly size: number },
  filters: number,
  random: Random,
): Convolution => {
  const spread = Math.sqrt(2 / size);
  return {
    kind: 'convolution',
    inputs,
    outputs: (windows.length / size) * filters,
    weights: new Float32Array(filters * size).map(() => spread * random.normal()),
    bias: new Float32Array(filters),
    windows,
  };
};

/** Writes what the layer puts out into y; four sums at a time, for each waits for its last. */
export const convolutionForward = ({ weights, bias, windows }: Convolution, x: Vec, y: Vec): void => {
  const size = weights.length / bias.length;
  const even = size - (size % 4);
  const window = new Float64Array(size);
  for (let from = 0, at = 0; from < windows.length; from += size) {
    for (let i = 0; i < size; i++) window[i] = x[windows[from + i]];
    for (let j = 0; j < bias.length; j++, at++) {
      const first = j * size;
      let [a, b, c, d] = [bias[j], 0, 0, 0];
      for (let i = 0, k = first; i < even; i += 4, k += 4) {
        a += window[i] * weights[k];
        b += window[i + 1] * weights[k + 1];
        c += window[i + 2] * weights[k + 2];
        d += window[i + 3] * weights[k + 3];
      }
      for (let i = even; i < size; i++) a += window[i] * weights[first + i];
      y[at] = a + b + (c + d);
    }
  }
};

/** The signal of the outputs carried back to the inputs; most of it is 0 where a pool follows. */
export const convolutionBackward = ({ inputs, weights, bias, windows }: Convolution, signal: Vec): Vec => {
  const size = weights.length / bias.length;
  const back = new Float32Array(inputs);
  for (let from = 0, at = 0; from < windows.length; from += size) {
    for (let j = 0; j < bias.length; j++, at++) {
      const value = signal[at];
      if (value === 0) continue;
      for (let i = 0, k = j * size; i < size; i++, k++) back[windows[from + i]] += value * weights[k];
    }
  }
  return back;
};

/** Adds one example's gradient, scaled, to a layer that holds the sum. */
export const convolutionAccumulate = (
  { weights, bias, windows }: Convolution,
  into: Vec,
  signal: Vec,
  scale: number,
): void => {
  const size = weights.length / bias.length;
  for (let from = 0, at = 0; from < windows.length; from += size) {
    for (let j = 0; j < bias.length; j++, at++) {
      const value = scale * signal[at];
      if (value === 0) continue;
      for (let i = 0, k = j * size; i < size; i++, k++) weights[k] += value * into[windows[from + i]];
      bias[j] += value;
    }
  }
};
