import type { Oracle, Vec } from '../oracle.ts';
import { crossEntropy } from '../softmax.ts';
import { row } from '../vec.ts';

const { fround } = Math;

/** The sum as vector units of eight 32-bit lanes form it: lane by lane, then the lanes in halves. */
const sum32 = (numbers: Vec): number => {
  const lanes = new Float32Array(8);
  numbers.forEach((value, i) => (lanes[i % 8] += value));
  for (let half = 4; half >= 1; half /= 2) {
    for (let i = 0; i < half; i++) lanes[i] += lanes[i + half];
  }
  return lanes[0];
};

/** One row of exp(log-softmax(z)), every intermediate result rounded to 32 bits. */
const softmax32 = (z: Vec): Vec => {
  const largest = z.reduce((a, b) => Math.max(a, b), -Infinity);
  const logSum = fround(Math.log(sum32(z.map((value) => Math.exp(fround(value - largest))))));
  return z.map((value) => Math.exp(fround(fround(value - largest) - logSum)));
};

/**
 * The same model with the cross-entropy's gradient as libraries in 32 bits compute it, softmax − one-hot:
 * where the label's probability rounds to 1, the pull away from the label is lost, and one-step attacks lose
 * their way. Published numbers of the fast gradient sign method contain this; without it they are higher.
 */
export const rounded = (oracle: Oracle): Oracle => ({
  ...oracle,
  loss: async (x, labels) => {
    const { classes } = oracle;
    const { logits, gradient } = await oracle.pullback(x, (z, from) => {
      const signal = new Float32Array(z.length);
      for (let i = 0; i * classes < z.length; i++) {
        const p = softmax32(row(z, i, classes));
        const label = labels[from + i];
        p[label] -= 1;
        signal.set(p, i * classes);
      }
      return signal;
    });
    return { logits, gradient, loss: crossEntropy(logits, labels, classes) };
  },
});
