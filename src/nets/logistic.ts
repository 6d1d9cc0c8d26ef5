import * as tf from '@tensorflow/tfjs-core';
import type { Vec } from '../lab/oracle.ts';
import { chooseBackend } from './backends.ts';
import type { LogisticNet } from './net.ts';

/** A one-unit net on the given weights, no bias. */
export const logisticNet = async (weights: Vec): Promise<LogisticNet> => {
  await chooseBackend();
  const column = tf.tensor2d(weights, [weights.length, 1]);
  return {
    probability: async (x) => {
      if (x.length !== weights.length)
        throw new RangeError(`The net takes ${weights.length} numbers, not ${x.length}.`);
      const p = tf.tidy(() => tf.sigmoid(tf.matMul(tf.tensor2d(x, [1, x.length]), column)));
      const [probability = NaN] = await p.data();
      p.dispose();
      return probability;
    },
    dispose: () => column.dispose(),
  };
};
