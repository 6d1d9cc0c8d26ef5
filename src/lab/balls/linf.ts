import type { Ball } from '../ball.ts';
import { clip } from '../vec.ts';

/** Every number changes by at most the radius. */
export const linf: Ball = {
  id: 'linf',
  title: 'L∞',
  grain: 0,
  size: (perturbation) => perturbation.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0),
  project: (perturbation, radius) => clip(perturbation, [-radius, radius]),
  steepest: (gradient, radius) => gradient.map((value) => radius * Math.sign(value)),
  gain: (gradient, radius) => radius * gradient.reduce((sum, value) => sum + Math.abs(value), 0),
  sample: (dimension, radius, random) => new Float32Array(dimension).map(() => radius * (2 * random.uniform() - 1)),
  sampleOfSize: (dimension, size, random) =>
    new Float32Array(dimension).map(() => (random.uniform() < 0.5 ? -size : size)),
};
