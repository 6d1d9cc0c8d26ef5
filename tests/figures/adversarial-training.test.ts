import { expect, it } from 'vitest';
import { halved } from '../../src/figures/adversarial-training/small.ts';

it('halves a picture by the mean of each four pixels', () => {
  const picture = new Float32Array(784);
  for (const place of [0, 1, 28, 29]) picture[place] = 1;
  picture[27] = 1;
  const small = halved(picture);
  expect(small).toHaveLength(196);
  expect(small[0]).toBe(1);
  expect(small[13]).toBeCloseTo(64 / 255, 6);
  expect(small.reduce((a, b) => a + b, 0)).toBeCloseTo(1 + 64 / 255, 6);
});
