import type { Ball } from '../ball.ts';
import type { Vec } from '../oracle.ts';
import type { Random } from '../random.ts';

const norm = (v: Vec): number => v.reduce((sum, value) => sum + Math.abs(value), 0);

/** The threshold θ that leaves Σ max(|vᵢ| − θ, 0) = radius, for ‖v‖₁ > radius: Duchi et al. 2008, figure 1. */
const threshold = (v: Vec, radius: number): number => {
  const descending = Float64Array.from(v, Math.abs).sort().reverse();
  let sum = 0;
  let theta = 0;
  for (let j = 0; j < descending.length; j++) {
    const value = descending[j] as number;
    sum += value;
    if (value * (j + 1) < sum - radius) break;
    theta = (sum - radius) / (j + 1);
  }
  return theta;
};

const soften = (v: Vec, theta: number): Vec =>
  v.map((value) => Math.sign(value) * Math.max(0, Math.abs(value) - theta));

/** Numbers with exponential size and random sign: in L1 their direction is uniform. */
const direction = (dimension: number, random: Random): Vec =>
  new Float32Array(dimension).map(() => exponential(random) * (random.uniform() < 0.5 ? -1 : 1));

const exponential = (random: Random): number => -Math.log(1 - random.uniform());

/** The changes of all numbers, added up without sign, are at most the radius. */
export const l1: Ball = {
  id: 'l1',
  title: 'L1',
  grain: 0,
  size: norm,
  project: (perturbation, radius) =>
    norm(perturbation) <= radius ? perturbation.slice() : soften(perturbation, threshold(perturbation, radius)),
  steepest: (gradient, radius) => {
    const largest = gradient.reduce((best, value) => Math.max(best, Math.abs(value)), 0);
    const place = gradient.findIndex((value) => Math.abs(value) === largest);
    return gradient.map((value, i) => (i === place ? radius * Math.sign(value) : 0));
  },
  gain: (gradient, radius) => radius * gradient.reduce((best, value) => Math.max(best, Math.abs(value)), 0),
  sample: (dimension, radius, random) => {
    const arrow = direction(dimension, random);
    // One more exponential than there are numbers makes the ball's inside uniform, not only its surface.
    const length = norm(arrow) + exponential(random);
    return arrow.map((value) => (radius * value) / length);
  },
  sampleOfSize: (dimension, size, random) => {
    const arrow = direction(dimension, random);
    const length = norm(arrow);
    return arrow.map((value) => (size * value) / length);
  },
};
