import type { Vec } from '../../lab/oracle.ts';
import { random } from '../../lab/random.ts';
import { correlation } from '../../lab/statistics/correlation.ts';
import { argmax } from '../../lab/vec.ts';
import { digitSize } from '../digit.ts';
import { sampledDigits } from './sampled.ts';

const samples = 400;

/** How each of the ten digits looks in the mean of many hands: ten pictures of 28×28 numbers in 0 … 1. */
export const meanShapes = (): readonly Vec[] => {
  const { x, labels } = sampledDigits(samples, random('shapes'));
  const sums = Array.from({ length: 10 }, () => new Float32Array(digitSize));
  const counts = new Float32Array(10);
  labels.forEach((label, i) => {
    counts[label]++;
    const sum = sums[label];
    for (let j = 0; j < digitSize; j++) sum[j] += x[i * digitSize + j];
  });
  return sums.map((sum, label) => sum.map((value) => value / counts[label]));
};

/**
 * The digit whose shape a picture is likest to: the one with which it correlates most, each shape without the
 * mean of all, so that being a digit at all counts for nothing.
 */
export const likestShape = (picture: Vec, shapes: readonly Vec[]): number => {
  const all = Array.from({ length: digitSize }, (_, j) =>
    shapes.reduce((sum, shape) => sum + shape[j] / shapes.length, 0),
  );
  return argmax(
    shapes.map((shape) =>
      correlation(
        picture,
        shape.map((value, j) => value - all[j]),
      ),
    ),
  );
};
