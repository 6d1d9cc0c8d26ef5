import type { Oracle, Vec } from '../oracle.ts';
import { differentiable } from './differentiable.ts';

/** The same model with its classes in another order: class k is what the model itself calls order[k]. */
export const reordered = (oracle: Oracle, order: readonly number[]): Oracle => {
  const { dimension, classes } = oracle;
  /** Every row of numbers per class, those of place `from(k)` at k. */
  const permuted = (z: Vec, from: (k: number) => number): Vec =>
    z.map((_, i) => z[i - (i % classes) + from(i % classes)]);
  const ours = (z: Vec): Vec => permuted(z, (k) => order[k]);
  const theirs = (z: Vec): Vec => permuted(z, (k) => order.indexOf(k));
  return differentiable({
    dimension,
    classes,
    logits: async (x) => ours(await oracle.logits(x)),
    pullback: async (x, weigh) => {
      const { logits, gradient } = await oracle.pullback(x, (z, from) => theirs(weigh(ours(z), from)));
      return { logits: ours(logits), gradient };
    },
  });
};
