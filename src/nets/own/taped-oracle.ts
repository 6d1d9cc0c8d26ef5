import * as tf from '@tensorflow/tfjs-core';
import type { Vec } from '../../lab/oracle.ts';
import { differentiable } from '../../lab/oracles/differentiable.ts';
import { inChunks, take } from '../chunks.ts';
import type { ModelOracle } from '../oracle.ts';

/** A function of tensors from n pictures to n rows of logits, and how to free what it holds. */
export interface TapedNet {
  /** Of one picture, e.g. [224, 224, 3]. */
  readonly shape: readonly number[];
  readonly classes: number;
  readonly forward: (x: tf.Tensor) => tf.Tensor;
  readonly dispose: () => void;
}

/** Numbers asked at once at most: a batch of unknown nets must fit a phone's memory. */
const numbers = 2 ** 20;

/** An oracle of whatever TensorFlow.js can run and differentiate: its own tape finds the gradients. */
export const tapedOracle = ({ shape, classes, forward, dispose }: TapedNet): ModelOracle => {
  const dimension = shape.reduce((a, b) => a * b, 1);
  const chunk = Math.max(1, Math.min(64, Math.floor(numbers / dimension)));
  const input = (x: Vec): tf.Tensor => tf.tensor(x, [x.length / dimension, ...shape]);
  const logits = async (rows: Vec): Promise<Vec> => take(tf.tidy(() => forward(input(rows))));

  const pullback = async (rows: Vec, weigh: (logits: Vec) => Vec): Promise<readonly [Vec, Vec]> => {
    const answer = await logits(rows);
    const weights = weigh(answer);
    const weighted = (x: tf.Tensor): tf.Scalar =>
      tf.sum(tf.mul(forward(x), tf.tensor(weights, [weights.length / classes, classes])));
    return [answer, await take(tf.tidy(() => tf.grad(weighted)(input(rows))))];
  };

  return {
    ...differentiable({
      dimension,
      classes,
      logits: async (x) =>
        (await inChunks(x, dimension, chunk, async (rows) => [await logits(rows)]))[0] ?? x,
      pullback: async (x, weigh) => {
        const [answers = x, gradient = x] = await inChunks(x, dimension, chunk, (rows, from) =>
          pullback(rows, (z) => weigh(z, from)),
        );
        return { logits: answers, gradient };
      },
    }),
    dispose,
  };
};
