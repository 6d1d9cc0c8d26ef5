import type { Ball } from '../ball.ts';
import type { Vec } from '../oracle.ts';
import type { Random } from '../random.ts';

const norm = (v: Vec): number => Math.sqrt(v.reduce((sum, value) => sum + value * value, 0));

/** The vector of that length in v's direction; zeros if v has none. */
const scaledTo = (v: Vec, length: number): Vec => {
  const own = norm(v);
  return v.map((value) => (own > 0 ? (value / own) * length : 0));
};

const direction = (dimension: number, random: Random): Vec => new Float32Array(dimension).map(() => random.normal());

/** The perturbation as an arrow is no longer than the radius. */
export const l2: Ball = {
  id: 'l2',
  title: 'L2',
  grain: 0,
  size: norm,
  project: (perturbation, radius) =>
    norm(perturbation) <= radius ? perturbation.slice() : scaledTo(perturbation, radius),
  steepest: scaledTo,
  gain: (gradient, radius) => radius * norm(gradient),
  sample: (dimension, radius, random) =>
    scaledTo(direction(dimension, random), radius * random.uniform() ** (1 / dimension)),
  sampleOfSize: (dimension, size, random) => scaledTo(direction(dimension, random), size),
};
