import { expect, it } from 'vitest';
import { cutMargins, marginsOf, pooled, train, untrained } from '../../src/lab/statistics/regression.ts';
import { shiftOf, weightsOf } from '../../src/figures/dimension/sums.ts';

it('moves a sum of n weights of one size by ε n along the signs, and by ε √n typically', () => {
  const { aligned, typical, random } = shiftOf('same', 10_000, 0.5, false, 1);
  expect(aligned).toBeCloseTo(5000, 6);
  expect(typical).toBeCloseTo(50, 6);
  expect(Math.max(...random)).toBeLessThan(5 * typical);
  expect(shiftOf('same', 10_000, 0.5, true, 1).aligned).toBeCloseTo(50, 6);
});

it('draws weights of mean square 1', () => {
  for (const kind of ['same', 'bell', 'few'] as const) {
    const w = weightsOf(kind, 100_000, 3);
    expect(w.reduce((sum, value) => sum + value * value, 0) / w.length).toBeCloseTo(1, 0);
  }
});

it('trains one pixel as the closed form of a gradient step says', () => {
  const unit = untrained(1);
  const pictures = { x: Float32Array.of(0, 1), n: 2, dimension: 1 };
  train(unit, pictures, 1);
  // Residuals ½ and −½: the weight’s gradient is −¼, the bias’s 0.
  expect(unit.w[0]).toBeCloseTo(0.25, 12);
  expect(unit.bias).toBeCloseTo(0, 12);
  expect([...marginsOf(unit, pictures)]).toEqual([-0, 0.25]);
  expect(cutMargins(unit, pictures, 0.5)[1]).toBeCloseTo(0.125, 12);
});

it('pools pictures to means of blocks', () => {
  const x = Float32Array.from({ length: 784 }, (_, i) => Math.floor(i / 28));
  const { x: small, dimension } = pooled({ x, n: 1, dimension: 784 }, 7);
  expect(dimension).toBe(16);
  expect(small[0]).toBeCloseTo(3, 5);
  expect(small[15]).toBeCloseTo(24, 5);
});
