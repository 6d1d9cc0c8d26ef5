import { expect, it } from 'vitest';
import { beliefOf } from '../../../src/lab/reading/belief.ts';
import { longestAnswer } from '../../../src/lab/reading/reader.ts';

it('is the same for all spans where all logits are equal', () => {
  const n = 10;
  const spans = Array.from({ length: n }, (_, i) => Math.min(longestAnswer, n - i)).reduce((a, b) => a + b);
  const belief = beliefOf({ start: new Float32Array(n).fill(3), end: new Float32Array(n).fill(-3) });
  expect(belief.of({ start: 2, end: 4 })).toBeCloseTo(1 / spans, 6);
  // Only the spans that begin at the first word hold it.
  expect(belief.words[0]).toBeCloseTo(longestAnswer / spans, 6);
});

it('weighs spans by the exponential of their two logits', () => {
  const belief = beliefOf({ start: Float32Array.of(0, Math.log(3)), end: Float32Array.of(0, 0) });
  // (0, 0): 1, (0, 1): 1, (1, 1): 3.
  expect(belief.of({ start: 1, end: 1 })).toBeCloseTo(0.6, 6);
  expect(belief.words[1]).toBeCloseTo(0.8, 6);
});
