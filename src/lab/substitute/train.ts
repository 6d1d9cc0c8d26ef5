import type { Vec } from '../oracle.ts';
import { shuffled, type Random } from '../random.ts';
import { crossEntropyGradient } from '../softmax.ts';
import { row } from '../vec.ts';
import { passed, returned, type Dense, type Layer } from './dense.ts';

/** How a small net learns by gradient descent with momentum. */
export interface TrainingOptions {
  /** How often every example is seen. */
  readonly epochs: number;
  /** Examples in one step. */
  readonly batch: number;
  /** Length of a step, times the mean gradient. */
  readonly rate: number;
  /** How much of the last step is kept. */
  readonly momentum: number;
}

/** Examples and their classes. */
export interface Examples {
  /** n·dimension numbers. */
  readonly x: Vec;
  readonly labels: Int32Array;
}

const zeros = (net: Dense): Dense =>
  net.map((layer) => ({
    ...layer,
    weights: new Float32Array(layer.weights.length),
    bias: new Float32Array(layer.outputs),
  }));

/** Adds one example's gradient, scaled. */
const accumulate = (sum: Layer, into: Vec, signal: Vec, scale: number): void => {
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

/**
 * The net after some epochs of gradient descent with momentum on the examples' cross-entropy; the one given
 * stays as it is.
 */
export const trained = (
  net: Dense,
  { x, labels }: Examples,
  options: TrainingOptions,
  random: Random,
): Dense => {
  const { epochs, batch, rate, momentum } = options;
  const after: Dense = net.map((layer) => ({
    ...layer,
    weights: layer.weights.slice(),
    bias: layer.bias.slice(),
  }));
  const velocity = zeros(net);
  const classes = net.at(-1)?.outputs ?? 0;
  const move = (parameters: Vec, speed: Vec): void => {
    for (let i = 0; i < parameters.length; i++) parameters[i] += speed[i];
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = shuffled(labels.length, random);
    for (let from = 0; from < order.length; from += batch) {
      const chosen = order.subarray(from, from + batch);
      for (const { weights, bias } of velocity) {
        for (const speed of [weights, bias]) for (let i = 0; i < speed.length; i++) speed[i] *= momentum;
      }
      for (const i of chosen) {
        const { into, logits } = passed(after, row(x, i, x.length / labels.length));
        const signal = crossEntropyGradient(logits, labels.subarray(i, i + 1), classes);
        returned(after, into, signal, false).at.forEach((at, k) => {
          accumulate(velocity[k], into[k], at, -rate / chosen.length);
        });
      }
      after.forEach((layer, k) => {
        move(layer.weights, velocity[k].weights);
        move(layer.bias, velocity[k].bias);
      });
    }
  }
  return after;
};
