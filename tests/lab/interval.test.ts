import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clopperPearson, wilson } from '../../src/lab/statistics/interval.ts';
import './helpers.ts';

const rates = fc
  .integer({ min: 1, max: 3000 })
  .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)));

test('known intervals come out', () => {
  // Of 8 in 10: Wilson and Clopper-Pearson as every statistics package has them.
  expect(wilson(8, 10).low).toBeCloseTo(0.49016247, 7);
  expect(wilson(8, 10).high).toBeCloseTo(0.94331783, 7);
  expect(clopperPearson(8, 10).low).toBeCloseTo(0.44390454, 7);
  expect(clopperPearson(8, 10).high).toBeCloseTo(0.97478927, 7);
});

test('with no success, or nothing else, the exact interval has a closed form', () => {
  for (const n of [1, 10, 1000, 100_000]) {
    expect(clopperPearson(0, n).low).toBe(0);
    expect(clopperPearson(0, n).high).toBeCloseTo(1 - 0.025 ** (1 / n), 12);
    expect(clopperPearson(n, n).low).toBeCloseTo(0.025 ** (1 / n), 12);
    expect(clopperPearson(n, n).high).toBe(1);
    expect(clopperPearson(n, n, 0.998).low).toBeCloseTo(0.001 ** (1 / n), 12);
    expect([wilson(0, n).low, wilson(n, n).high]).toEqual([0, 1]);
  }
});

test('one success of n leaves (1 − p)ⁿ for none at all', () => {
  const { low, high } = clopperPearson(1, 50);
  expect(1 - (1 - low) ** 50).toBeCloseTo(0.025, 10);
  expect((1 - high) ** 50 + 50 * high * (1 - high) ** 49).toBeCloseTo(0.025, 10);
});

describe.each([
  ['Wilson', wilson],
  ['Clopper-Pearson', clopperPearson],
] as const)('%s', (_, interval) => {
  test('holds the rate, within 0 and 1', () => {
    fc.assert(
      fc.property(rates, ([k, n]) => {
        const { rate, low, high } = interval(k, n);
        expect(rate).toBe(k / n);
        expect([0 <= low, low <= rate, rate <= high, high <= 1, low < high]).toEqual([
          true,
          true,
          true,
          true,
          true,
        ]);
      }),
    );
  });

  test('treats successes and failures alike', () => {
    fc.assert(
      fc.property(rates, ([k, n]) => {
        expect(interval(k, n).low).toBeCloseTo(1 - interval(n - k, n).high, 9);
      }),
    );
  });

  test('narrows with more trials and moves up with more successes', () => {
    fc.assert(
      fc.property(rates, ([k, n]) => {
        const small = interval(k, n);
        const large = interval(4 * k, 4 * n);
        expect(large.high - large.low).toBeLessThan(small.high - small.low);
        if (k < n) expect(interval(k + 1, n).low).toBeGreaterThan(small.low);
      }),
    );
  });

  test('refuses what is not a rate', () => {
    for (const [k, n] of [
      [1, 0],
      [-1, 5],
      [6, 5],
      [1.5, 5],
    ] as const) {
      expect(() => interval(k, n)).toThrow('is not a rate');
    }
  });
});

test('the exact interval holds the truth at least 95 times in 100, Wilson nearly so on average', () => {
  const n = 40;
  const coverage = (interval: typeof wilson, p: number): number => {
    let term = (1 - p) ** n;
    let sum = 0;
    for (let k = 0; k <= n; k++) {
      const { low, high } = interval(k, n);
      if (low <= p && p <= high) sum += term;
      term *= ((n - k) / (k + 1)) * (p / (1 - p));
    }
    return sum;
  };
  const truths = Array.from({ length: 97 }, (_, i) => 0.02 + i / 100);
  expect(Math.min(...truths.map((p) => coverage(clopperPearson, p)))).toBeGreaterThanOrEqual(0.95);
  const mean = truths.reduce((sum, p) => sum + coverage(wilson, p), 0) / truths.length;
  expect(Math.abs(mean - 0.95)).toBeLessThan(0.01);
});

test('more confidence means a wider interval', () => {
  expect(clopperPearson(30, 100, 0.99).low).toBeLessThan(clopperPearson(30, 100).low);
  expect(clopperPearson(30, 100, 0.99).high).toBeGreaterThan(clopperPearson(30, 100).high);
});
