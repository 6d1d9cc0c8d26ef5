import type { Manifold } from '../../lab/geometry/manifold.ts';
import { drawDigit, jacobian } from './draw.ts';
import { latents } from './latents.ts';

/** All pictures of a digit written in one way, as a manifold with as many dimensions as there are latents. */
export const digitManifold = (digit: number, variant: number): Manifold => ({
  low: Float32Array.from(latents, ({ min }) => min),
  high: Float32Array.from(latents, ({ max }) => max),
  draw: (latent) => drawDigit(digit, variant, latent),
  jacobian: (latent) => jacobian(digit, variant, latent),
});
