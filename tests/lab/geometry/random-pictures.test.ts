import { expect, test } from 'vitest';
import { draws } from '../../../src/lab/geometry/random-pictures.ts';
import { random } from '../../../src/lab/random.ts';

const side = 24;
const n = 200;

/** Mean and standard deviation of all levels of many pictures, as shares of the range. */
const moments = (draw: (typeof draws)[keyof typeof draws]) => {
  const levels = Array.from({ length: n }, (_, i) => [...draw(random(1).fork(i), side)]).flat();
  const mean = levels.reduce((a, b) => a + b, 0) / levels.length;
  const variance = levels.reduce((sum, level) => sum + (level - mean) ** 2, 0) / levels.length;
  return { mean: mean / 255, deviation: Math.sqrt(variance) / 255 };
};

/**
 * How alike neighbours are: the mean squared step to the next pixel, as a share of the variance twice over.
 */
const roughness = (picture: Uint8Array): number => {
  let steps = 0;
  for (let i = 1; i < picture.length; i++)
    steps += ((picture[i] as number) - (picture[i - 1] as number)) ** 2;
  return steps / picture.length / 255 ** 2;
};

test('uniform levels have the mean and spread of the uniform distribution', () => {
  const { mean, deviation } = moments(draws.uniform);
  expect(mean).toBeCloseTo(0.5, 2);
  expect(deviation).toBeCloseTo(1 / Math.sqrt(12), 2);
});

test('Gaussian and smooth noise lie around mid-grey with about a quarter of the range', () => {
  for (const draw of [draws.gaussian, draws.smooth]) {
    const { mean, deviation } = moments(draw);
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.03);
    expect(Math.abs(deviation - 0.25)).toBeLessThan(0.04);
  }
});

test('smooth noise is smooth, and every kind comes again from its stream', () => {
  expect(roughness(draws.smooth(random(3), side))).toBeLessThan(
    roughness(draws.uniform(random(3), side)) / 5,
  );
  for (const draw of Object.values(draws)) expect(draw(random(4), side)).toEqual(draw(random(4), side));
});
