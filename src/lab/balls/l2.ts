import type { Ball } from '../ball.ts';
import type { Vec } from '../oracle.ts';
import type { Random } from '../random.ts';
import { length, mapped } from '../vec.ts';

/** The vector of that length in v's direction; zeros if v has none. */
const scaledTo = (v: Vec, wanted: number): Vec => {
  const factor = wanted / length(v);
  return mapped(v, (value) => (value === 0 ? 0 : factor * value));
};

const direction = (dimension: number, random: Random): Vec =>
  mapped(new Float32Array(dimension), random.normal);

/** The perturbation as an arrow is no longer than the radius. */
export const l2: Ball = {
  id: 'l2',
  title: 'L2',
  grain: 0,
  size: length,
  project: (perturbation, radius) =>
    length(perturbation) <= radius ? perturbation.slice() : scaledTo(perturbation, radius),
  steepest: scaledTo,
  gain: (gradient, radius) => radius * length(gradient),
  sample: (dimension, radius, random) =>
    scaledTo(direction(dimension, random), radius * random.uniform() ** (1 / dimension)),
  sampleOfSize: (dimension, size, random) => scaledTo(direction(dimension, random), size),
};
