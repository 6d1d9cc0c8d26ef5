import type { Oracle, Vec } from '../oracle.ts';

/**
 * The same model asked at other points: `seen` makes them of x, and `back` carries gradients there back to x,
 * of which each row may have several.
 */
export const askedAt = (
  oracle: Oracle,
  seen: (x: Vec) => Vec,
  back: (x: Vec, gradients: Vec) => Vec,
): Oracle => ({
  dimension: oracle.dimension,
  classes: oracle.classes,
  logits: (x) => oracle.logits(seen(x)),
  loss: async (x, labels) => {
    const { loss, logits, gradient } = await oracle.loss(seen(x), labels);
    return { loss, logits, gradient: back(x, gradient) };
  },
  pullback: async (x, weigh) => {
    const { logits, gradient } = await oracle.pullback(seen(x), weigh);
    return { logits, gradient: back(x, gradient) };
  },
  jacobian: async (x) => {
    const { logits, jacobian } = await oracle.jacobian(seen(x));
    return { logits, jacobian: back(x, jacobian) };
  },
});
