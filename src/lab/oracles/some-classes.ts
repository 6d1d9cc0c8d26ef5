import type { Oracle, Vec } from '../oracle.ts';
import { differentiable } from './differentiable.ts';

/**
 * The same model as if it told only these classes apart, in this order: for attacks that ask for every
 * class's gradient.
 */
export const someClasses = (oracle: Oracle, kept: readonly number[]): Oracle => {
  const { dimension, classes } = oracle;
  const picked = (z: Vec): Vec =>
    Float32Array.from(
      { length: (z.length / classes) * kept.length },
      (_, i) => z[Math.floor(i / kept.length) * classes + kept[i % kept.length]],
    );
  const spread = (weights: Vec): Vec => {
    const out = new Float32Array((weights.length / kept.length) * classes);
    weights.forEach((weight, i) => {
      out[Math.floor(i / kept.length) * classes + kept[i % kept.length]] = weight;
    });
    return out;
  };
  return differentiable({
    dimension,
    classes: kept.length,
    logits: async (x) => picked(await oracle.logits(x)),
    pullback: async (x, weigh) => {
      const { logits, gradient } = await oracle.pullback(x, (z, from) => spread(weigh(picked(z), from)));
      return { logits: picked(logits), gradient };
    },
  });
};
