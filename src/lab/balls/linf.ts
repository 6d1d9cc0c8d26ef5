import type { Ball } from '../ball.ts';
import { clip, largestSize, mapped, sumOfSizes } from '../vec.ts';

/** Every number changes by at most the radius. */
export const linf: Ball = {
  id: 'linf',
  title: 'L∞',
  grain: 0,
  size: largestSize,
  project: (perturbation, radius) => clip(perturbation, [-radius, radius]),
  steepest: (gradient, radius) => mapped(gradient, (value) => radius * Math.sign(value)),
  gain: (gradient, radius) => radius * sumOfSizes(gradient),
  sample: (dimension, radius, random) =>
    mapped(new Float32Array(dimension), () => radius * (2 * random.uniform() - 1)),
  sampleOfSize: (dimension, size, random) =>
    mapped(new Float32Array(dimension), () => (random.uniform() < 0.5 ? -size : size)),
};
