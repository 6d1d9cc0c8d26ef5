import type { Answers, Oracle, Pullback, Weigh } from '../oracle.ts';
import { crossEntropy, crossEntropyGradient } from '../softmax.ts';
import { row } from '../vec.ts';

/** What a differentiable model must be able to do; the rest of an oracle follows from it. */
export interface Differentiable extends Answers {
  pullback(x: Float32Array<ArrayBuffer>, weigh: Weigh): Promise<Pullback>;
}

/**
 * An oracle from a model's logits and pullback alone: its Jacobian is asked as one batch of n·classes rows.
 */
export const differentiable = ({ dimension, classes, logits, pullback }: Differentiable): Oracle => ({
  dimension,
  classes,
  logits,
  pullback,
  loss: async (x, labels) => {
    const back = await pullback(x, (z, from) =>
      crossEntropyGradient(z, labels.subarray(from, from + z.length / classes), classes),
    );
    return { ...back, loss: crossEntropy(back.logits, labels, classes) };
  },
  jacobian: async (x) => {
    const n = x.length / dimension;
    const repeated = new Float32Array(n * classes * dimension);
    for (let r = 0; r < n * classes; r++)
      repeated.set(row(x, Math.floor(r / classes), dimension), r * dimension);
    const back = await pullback(repeated, (z, from) => {
      const weights = new Float32Array(z.length);
      for (let r = 0; r * classes < z.length; r++) weights[r * classes + ((from + r) % classes)] = 1;
      return weights;
    });
    const answers = new Float32Array(n * classes);
    for (let i = 0; i < n; i++) answers.set(row(back.logits, i * classes, classes), i * classes);
    return { logits: answers, jacobian: back.gradient };
  },
});
