import type { Vec } from '../oracle.ts';
import type { Random } from '../random.ts';

/** A dense layer: outputs = inputs·weights + bias. */
export interface DenseLayer {
  readonly kind: 'dense';
  readonly inputs: number;
  readonly outputs: number;
  /** inputs × outputs numbers, the outputs of the first input first. */
  readonly weights: Vec;
  readonly bias: Vec;
}

/** A dense layer to begin with: normal weights of variance 2/inputs (He et al. 2015), biases 0. */
export const denseLayer = (inputs: number, outputs: number, random: Random): DenseLayer => {
  const spread = Math.sqrt(2 / inputs);
  return {
    kind: 'dense',
    inputs,
    outputs,
    weights: new Float32Array(inputs * outputs).map(() => spread * random.normal()),
    bias: new Float32Array(outputs),
  };
};

/** A net of nothing but dense layers. */
export type Dense = readonly DenseLayer[];

/** A dense net of these widths, input and classes among them. */
export const denseNet = (widths: readonly number[], random: Random): Dense =>
  widths.slice(1).map((outputs, k) => denseLayer(widths[k], outputs, random));

/** Writes one input's product with the weights into y; most numbers of a digit are 0 and cost nothing. */
export const denseForward = ({ outputs, weights, bias }: DenseLayer, x: Vec, y: Vec): void => {
  y.set(bias);
  for (let i = 0; i < x.length; i++) {
    const value = x[i];
    if (value === 0) continue;
    const from = i * outputs;
    for (let j = 0; j < outputs; j++) y[j] += value * weights[from + j];
  }
};

/** The signal of the outputs carried back to the inputs. */
export const denseBackward = ({ inputs, outputs, weights }: DenseLayer, signal: Vec): Vec => {
  const back = new Float32Array(inputs);
  for (let i = 0; i < inputs; i++) {
    let sum = 0;
    for (let j = 0; j < outputs; j++) sum += weights[i * outputs + j] * signal[j];
    back[i] = sum;
  }
  return back;
};

/** Adds one example's gradient, scaled, to a layer that holds the sum. */
export const denseAccumulate = (sum: DenseLayer, into: Vec, signal: Vec, scale: number): void => {
  const { outputs, weights, bias } = sum;
  for (let i = 0; i < into.length; i++) {
    const value = scale * into[i];
    if (value === 0) continue;
    const from = i * outputs;
    for (let j = 0; j < outputs; j++) {
      weights[from + j] += value * signal[j];
    }
  }
  for (let j = 0; j < outputs; j++) bias[j] += scale * signal[j];
};
