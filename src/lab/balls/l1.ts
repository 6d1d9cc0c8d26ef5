import type { Ball } from '../ball.ts';
import type { Vec } from '../oracle.ts';
import type { Random } from '../random.ts';
import { largestSize, mapped, sumOfSizes } from '../vec.ts';

/**
 * The threshold θ that leaves Σ max(|vᵢ| − θ, 0) = radius, for ‖v‖₁ > radius: Duchi et al. 2008, figure 1.
 */
const threshold = (v: Vec, radius: number): number => {
  const ascending = mapped(v, Math.abs).sort();
  let sum = 0;
  let theta = 0;
  for (let count = 1; count <= v.length; count++) {
    const value = ascending[v.length - count];
    sum += value;
    if (value * count < sum - radius) break;
    theta = (sum - radius) / count;
  }
  return theta;
};

const soften = (v: Vec, theta: number): Vec =>
  mapped(v, (value) => Math.sign(value) * Math.max(0, Math.abs(value) - theta));

const exponential = (random: Random): number => -Math.log(1 - random.uniform());

/** Numbers with exponential size and random sign: over their L1 norm they are uniform on the L1 sphere. */
const direction = (dimension: number, random: Random): Vec =>
  mapped(new Float32Array(dimension), () => exponential(random) * (random.uniform() < 0.5 ? -1 : 1));

/** The changes of all numbers, added up without sign, are at most the radius. */
export const l1: Ball = {
  id: 'l1',
  title: 'L1',
  grain: 0,
  size: sumOfSizes,
  project: (perturbation, radius) =>
    sumOfSizes(perturbation) <= radius
      ? perturbation.slice()
      : soften(perturbation, threshold(perturbation, radius)),
  steepest: (gradient, radius) => {
    const largest = largestSize(gradient);
    const place = gradient.findIndex((value) => Math.abs(value) === largest);
    const step = new Float32Array(gradient.length);
    step[place] = radius * Math.sign(gradient[place]);
    return step;
  },
  gain: (gradient, radius) => radius * largestSize(gradient),
  sample: (dimension, radius, random) => {
    const arrow = direction(dimension, random);
    // One more exponential than there are numbers makes the ball's inside uniform, not only its surface.
    const scale = radius / (sumOfSizes(arrow) + exponential(random));
    return mapped(arrow, (value) => scale * value);
  },
  sampleOfSize: (dimension, size, random) => {
    const arrow = direction(dimension, random);
    const scale = size / sumOfSizes(arrow);
    return mapped(arrow, (value) => scale * value);
  },
};
