import { expect, test } from 'vitest';
import { random } from '../../src/lab/random.ts';
import { rankCorrelation } from '../../src/lab/statistics/rank-correlation.ts';

test('the rank correlation knows only order: 1 for any rising function, −1 for any falling, near 0 for chance', () => {
  const { normal } = random(1);
  const x = Array.from({ length: 2000 }, normal);
  expect(rankCorrelation(x, x.map(Math.exp))).toBeCloseTo(1, 12);
  expect(
    rankCorrelation(
      x,
      x.map((value) => -(value ** 3)),
    ),
  ).toBeCloseTo(-1, 12);
  expect(Math.abs(rankCorrelation(x, x.map(normal)))).toBeLessThan(0.08);
});

test('ties share their ranks, and a constant goes with nothing', () => {
  // Ranks 0.5, 0.5, 2, 3 against 0, 1, 2.5, 2.5: 4 / √(4.5 · 4.5) by hand.
  expect(rankCorrelation([1, 1, 2, 3], [5, 6, 7, 7])).toBeCloseTo(4 / 4.5, 12);
  expect(rankCorrelation([1, 2, 3], [4, 4, 4])).toBe(0);
});
