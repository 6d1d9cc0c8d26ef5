import type { Vec } from '../lab/oracle.ts';
import { addTo, inner } from '../lab/vec.ts';
import type { WeightShape } from '../nets/format/layers.ts';

/** A loss and its gradient in each of the weights. */
export interface Loss {
  readonly loss: number;
  readonly gradients: readonly Vec[];
}

/**
 * The loss with ½λ times the sum of squares of each kernel added, biases left free, and its gradient; one λ
 * for each kernel, in their order. An error where there are more or fewer.
 */
export const penalised = (
  { loss, gradients }: Loss,
  weights: readonly Vec[],
  shapes: readonly WeightShape[],
  penalty: readonly number[],
): Loss => {
  const kernels = [...shapes.keys()].filter((k) => (shapes[k]?.shape.length ?? 0) > 1);
  if (kernels.length !== penalty.length) {
    throw new Error(`There are ${kernels.length} kernels, but penalties for ${penalty.length}.`);
  }
  const lambdaOf = (k: number): number => penalty[kernels.indexOf(k)] ?? 0;
  return {
    loss: weights.reduce((sum, w, k) => sum + (lambdaOf(k) / 2) * inner(w, w), loss),
    gradients: gradients.map((gradient, k) => {
      const sum = gradient.slice();
      const w = weights[k];
      if (w) addTo(sum, w, lambdaOf(k));
      return sum;
    }),
  };
};
