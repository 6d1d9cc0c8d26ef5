import type { Manifold } from '../geometry/manifold.ts';
import type { Oracle, Vec } from '../oracle.ts';
import { joined, row } from '../vec.ts';
import { differentiable } from './differentiable.ts';

/** The pictures of n latents, in a row. */
export const drawn = ({ low, draw }: Manifold, latents: Vec): Vec =>
  joined(Array.from({ length: latents.length / low.length }, (_, i) => draw(row(latents, i, low.length))));

/**
 * The model after the map that draws its pictures: an oracle whose inputs are latents. By the chain rule a
 * gradient in the picture times the manifold's Jacobian is the gradient in the latent, so every attack works
 * in it unchanged.
 */
export const throughManifold = (oracle: Oracle, manifold: Manifold): Oracle => {
  const dimension = manifold.low.length;
  const back = (gradient: Vec, jacobian: Vec): Float64Array => {
    const sums = new Float64Array(dimension);
    for (let i = 0; i < gradient.length; i++) {
      for (let j = 0; j < dimension; j++) {
        sums[j] += gradient[i] * jacobian[i * dimension + j];
      }
    }
    return sums;
  };
  return differentiable({
    dimension,
    classes: oracle.classes,
    logits: (latents) => oracle.logits(drawn(manifold, latents)),
    pullback: async (latents, weigh) => {
      const { logits, gradient } = await oracle.pullback(drawn(manifold, latents), weigh);
      const inLatents = new Float32Array(latents.length);
      for (let i = 0; i * dimension < latents.length; i++) {
        const jacobian = manifold.jacobian(row(latents, i, dimension));
        inLatents.set(back(row(gradient, i, oracle.dimension), jacobian), i * dimension);
      }
      return { logits, gradient: inLatents };
    },
  });
};
