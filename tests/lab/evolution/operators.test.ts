import fc from 'fast-check';
import { expect, test } from 'vitest';
import { polynomialShift, spreadFactor, visitor } from '../../../src/lab/evolution/operators.ts';
import { random } from '../../../src/lab/random.ts';

const n = 100_000;
const draws = (draw: () => number): number[] => Array.from({ length: n }, draw);
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
/** The largest distance between the sample's distribution and that one. */
const kolmogorov = (values: readonly number[], cdf: (value: number) => number): number =>
  values
    .toSorted((a, b) => a - b)
    .reduce((most, v, i) => Math.max(most, Math.abs(cdf(v) - (i + 0.5) / n)), 0);
// Exceeded by chance once in ten thousand.
const surprising = 2.23 / Math.sqrt(n);

test.each([1, 10, 15, 40])(
  'polynomial mutation of index %i has its closed-form distribution, mean 0 and variance 2/((η+2)(η+3))',
  (eta) => {
    const r = random(eta);
    const shift = polynomialShift(eta);
    const shifts = draws(() => shift(r));
    expect(shifts.every((d) => d > -1 && d < 1)).toBe(true);
    const cdf = (d: number): number => (d < 0 ? (1 + d) ** (eta + 1) / 2 : 1 - (1 - d) ** (eta + 1) / 2);
    expect(kolmogorov(shifts, cdf)).toBeLessThan(surprising);
    const variance = 2 / ((eta + 2) * (eta + 3));
    const fourth = 24 / ((eta + 2) * (eta + 3) * (eta + 4) * (eta + 5));
    expect(Math.abs(mean(shifts))).toBeLessThan(5 * Math.sqrt(variance / n));
    expect(Math.abs(mean(shifts.map((d) => d * d)) - variance)).toBeLessThan(
      5 * Math.sqrt((fourth - variance ** 2) / n),
    );
  },
);

test.each([2, 10, 20])(
  'the spread factor of index %i has its closed-form distribution, half of it below 1, on either side alike',
  (eta) => {
    const r = random(eta);
    const spread = spreadFactor(eta);
    const factors = draws(() => spread(r));
    expect(Math.abs(factors.filter((factor) => factor < 0).length / n - 0.5)).toBeLessThan(
      2.5 / Math.sqrt(n),
    );
    expect(
      kolmogorov(factors.map(Math.abs), (b) => (b < 1 ? b ** (eta + 1) / 2 : 1 - b ** -(eta + 1) / 2)),
    ).toBeLessThan(surprising);
  },
);

test('visits come in order, each place once, and each place with the rate asked for', () => {
  fc.assert(
    fc.property(fc.integer(), fc.double({ min: 0.01, max: 0.9, noNaN: true }), (seed, rate) => {
      const r = random(seed);
      const visit = visitor(rate);
      const counts = new Uint32Array(20);
      const rounds = 500;
      for (let k = 0; k < rounds; k++) {
        let before = -1;
        visit(20, r, (i) => {
          expect(i > before && i < 20).toBe(true);
          before = i;
          counts[i] = (counts[i] as number) + 1;
        });
      }
      const error = Math.sqrt((rate * (1 - rate)) / rounds);
      // Six standard errors, and one visit for the small rates: thousands of places are looked at.
      for (const count of counts)
        expect(Math.abs(count / rounds - rate)).toBeLessThan(6 * error + 1 / rounds);
    }),
    { seed: 20, numRuns: 50 },
  );
});

test('neighbours are visited independently of each other', () => {
  const r = random('pairs');
  const rate = 0.3;
  const visit = visitor(rate);
  let both = 0;
  for (let k = 0; k < n; k++) {
    let visits = 0;
    visit(2, r, () => (visits += 1));
    if (visits === 2) both++;
  }
  expect(Math.abs(both / n - rate ** 2)).toBeLessThan(5 * Math.sqrt((rate ** 2 * (1 - rate ** 2)) / n));
});

test('nothing is visited at rate 0, everything at rate 1', () => {
  const visited = (rate: number): number[] => {
    const places: number[] = [];
    visitor(rate)(5, random(1), (i) => places.push(i));
    return places;
  };
  expect([visited(0), visited(1)]).toEqual([[], [0, 1, 2, 3, 4]]);
});
