import type { Vec } from '../oracle.ts';
import { shuffled, type Random } from '../random.ts';
import { crossEntropyGradient } from '../softmax.ts';
import { row } from '../vec.ts';
import { accumulate, passed, returned, type Layer, type SmallNet } from './small-net.ts';

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

/** The net with other weights and biases, each made from its own. */
const withEach = <L extends Layer>(net: readonly L[], made: (own: Vec) => Vec): readonly L[] =>
  net.map((layer) => ({ ...layer, weights: made(layer.weights), bias: made(layer.bias) }));

/** What a net learns: its weights and biases. */
const learned = (net: SmallNet): readonly Vec[] => net.flatMap(({ weights, bias }) => [weights, bias]);

/**
 * The net after some epochs of gradient descent with momentum on the examples' cross-entropy; the one given
 * stays as it is.
 */
export const trained = <L extends Layer>(
  net: readonly L[],
  { x, labels }: Examples,
  options: TrainingOptions,
  random: Random,
): readonly L[] => {
  const { epochs, batch, rate, momentum } = options;
  const after = withEach(net, (own) => own.slice());
  const velocity = withEach(net, (own) => new Float32Array(own.length));
  const [parameters, speeds] = [learned(after), learned(velocity)];
  const classes = net.at(-1)?.outputs ?? 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = shuffled(labels.length, random);
    for (let from = 0; from < order.length; from += batch) {
      const chosen = order.subarray(from, from + batch);
      for (const speed of speeds) for (let i = 0; i < speed.length; i++) speed[i] *= momentum;
      for (const i of chosen) {
        const { into, logits } = passed(after, row(x, i, x.length / labels.length));
        const signal = crossEntropyGradient(logits, labels.subarray(i, i + 1), classes);
        returned(after, into, signal, false).at.forEach((at, k) => {
          accumulate(velocity[k], into[k], at, -rate / chosen.length);
        });
      }
      parameters.forEach((own, k) => {
        const speed = speeds[k];
        for (let i = 0; i < own.length; i++) own[i] += speed[i];
      });
    }
  }
  return after;
};
