import { correlation } from '../../src/lab/statistics/correlation.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { random } from '../../src/lab/random.ts';
import { normalProbability, normalQuantile } from '../../src/lab/statistics/normal.ts';
import { auroc, falsePositiveRate, thresholdFor } from '../../src/lab/statistics/roc.ts';
import { normals, rows } from './helpers.ts';

/** As SciPy 1.17's norm.ppf and norm.cdf have them. */
const quantiles = [
  [1e-300, -37.0470962993612],
  [1e-10, -6.361340902404056],
  [0.0001, -3.7190164854556804],
  [0.1, -1.2815515655446004],
  [0.5, 0],
  [0.51, 0.02506890825871106],
  [0.75, 0.6744897501960817],
  [0.975, 1.959963984540054],
  [0.99, 2.3263478740408408],
  [0.999, 3.090232306167813],
] as const;
const probabilities = [
  [-37, 5.7255712225239266e-300],
  [-10, 7.61985302416047e-24],
  [-5, 2.866515718791933e-7],
  [-2.0001, 0.022744733391410532],
  [-1.9999, 0.02275553158476718],
  [0, 0.5],
  [0.3, 0.6179114221889526],
  [1, 0.8413447460685429],
  [3, 0.9986501019683699],
] as const;

test.each(quantiles)('Φ⁻¹(%d) is %d to the precision of 64 bits', (p, x) => {
  expect(Math.abs(normalQuantile(p) - x)).toBeLessThanOrEqual(4e-16 * Math.max(1, 4 * Math.abs(x)));
});

test.each(probabilities)('Φ(%d) is %d, relative to itself', (x, p) => {
  // An exponent of x²/2 is itself rounded.
  expect(Math.abs(normalProbability(x) / p - 1)).toBeLessThan(1e-15 * (10 + x * x));
});

test('Φ⁻¹ undoes Φ, is odd about one half, and grows', () => {
  fc.assert(
    fc.property(fc.double({ min: -7, max: 7, noNaN: true }), (x) => {
      const p = normalProbability(-Math.abs(x));
      expect(normalQuantile(p)).toBeCloseTo(-Math.abs(x), 11);
      expect(normalProbability(x) + normalProbability(-x)).toBeCloseTo(1, 14);
      expect(normalQuantile(p * 1.01)).toBeGreaterThan(normalQuantile(p));
    }),
  );
  expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
  expect(() => normalQuantile(1.1)).toThrow('1.1 is not a probability.');
});

test('AUROC is the share of pairs in the right order, equals counting half', () => {
  fc.assert(
    fc.property(rows(1, 30), rows(1, 30), (known, unknown) => {
      let wins = 0;
      for (const a of known) for (const b of unknown) wins += a > b ? 1 : a === b ? 0.5 : 0;
      expect(auroc(known, unknown)).toBeCloseTo(wins / (known.length * unknown.length), 12);
      expect(auroc(known, unknown) + auroc(unknown, known)).toBeCloseTo(1, 12);
    }),
  );
  expect([auroc([3, 4], [1, 2]), auroc([1], [1]), auroc([0], [1])]).toEqual([1, 0.5, 0]);
  expect(() => auroc([], [1])).toThrow('nothing to tell apart');
});

test('of two normals a distance d apart, AUROC is Φ(d/√2)', () => {
  const [a, b] = [normals(20_000, random('a')).map((z) => z + 1), normals(20_000, random('b'))];
  expect(Math.abs(auroc(a, b) - normalProbability(Math.SQRT1_2))).toBeLessThan(0.01);
});

test('a threshold is reached by the share it is for, and no higher one is', () => {
  fc.assert(
    fc.property(rows(1, 40), fc.double({ min: 0.01, max: 1, noNaN: true }), (scores, share) => {
      const threshold = thresholdFor(scores, share);
      const reach = (t: number): number => scores.filter((score) => score >= t).length / scores.length;
      expect(reach(threshold)).toBeGreaterThanOrEqual(share - 1e-9);
      const higher = Math.min(...scores.filter((score) => score > threshold));
      if (Number.isFinite(higher)) expect(reach(higher)).toBeLessThan(share);
    }),
  );
  const known = Float64Array.from({ length: 100 }, (_, i) => i);
  expect([thresholdFor(known, 0.95), falsePositiveRate(known, [4, 5, 6, 2])]).toEqual([5, 0.5]);
});

test('correlation is 1 along a rising line, −1 along a falling one, and 0 against a constant', () => {
  const x = [1, 2, 5, 7];
  expect(correlation(x, [3, 5, 11, 15])).toBeCloseTo(1, 12);
  expect(correlation(x, [-1, -2, -5, -7])).toBeCloseTo(-1, 12);
  expect(correlation(x, [4, 4, 4, 4])).toBe(0);
});
