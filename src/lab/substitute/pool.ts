import type { Vec } from '../oracle.ts';

/** A layer that keeps the largest number of each window, and has nothing to learn. */
export interface Pool {
  readonly kind: 'pool';
  readonly inputs: number;
  readonly outputs: number;
  /** None. */
  readonly weights: Vec;
  /** None. */
  readonly bias: Vec;
  /** Which input each number of each window is, window by window. */
  readonly windows: Int32Array;
}

/** The layer that keeps the largest of each of these windows. */
export const pool = (
  inputs: number,
  { windows, size }: { readonly windows: Int32Array; readonly size: number },
): Pool => ({
  kind: 'pool',
  inputs,
  outputs: windows.length / size,
  weights: new Float32Array(0),
  bias: new Float32Array(0),
  windows,
});

/** Which input is the largest of window j, the first of several. */
const largest = ({ outputs, windows }: Pool, x: Vec, j: number): number => {
  const size = windows.length / outputs;
  let best = windows[j * size];
  for (let k = j * size + 1; k < (j + 1) * size; k++) if (x[windows[k]] > x[best]) best = windows[k];
  return best;
};

/** Writes what the layer puts out into y. */
export const poolForward = (layer: Pool, x: Vec, y: Vec): void => {
  for (let j = 0; j < layer.outputs; j++) y[j] = x[largest(layer, x, j)];
};

/** The signal of the outputs carried back to the inputs that were the largest. */
export const poolBackward = (layer: Pool, x: Vec, signal: Vec): Vec => {
  const back = new Float32Array(layer.inputs);
  for (let j = 0; j < layer.outputs; j++) if (signal[j] !== 0) back[largest(layer, x, j)] += signal[j];
  return back;
};
