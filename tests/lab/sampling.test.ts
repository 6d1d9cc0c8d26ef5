import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alias, cellMeans, enlarge, everyNth, hidden } from '../../src/lab/sampling.ts';

describe('sampling', () => {
  it('cannot tell a frequency from its alias: both are at the same phase at every sample', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 1, max: 60 }), (tenths, rate) => {
        const frequency = tenths / 10;
        const seen = alias(frequency, rate);
        expect(Math.abs(seen)).toBeLessThanOrEqual(rate / 2 + 1e-9);
        for (let k = 0; k < 5; k++)
          expect(Math.cos((2 * Math.PI * k * seen) / rate)).toBeCloseTo(
            Math.cos((2 * Math.PI * k * frequency) / rate),
            6,
          );
      }),
    );
  });

  it('leaves what is slower than half the rate as it is, and stands still at the rate itself', () => {
    expect(alias(5, 24)).toBe(5);
    expect(alias(24, 24)).toBe(0);
    expect(alias(22, 24)).toBe(-2);
  });

  const side = 4;
  const factor = 3;
  const large = Float32Array.from({ length: (side * factor) ** 2 }, (_, i) => (i % 7) / 7);
  const small = Float32Array.from({ length: side * side }, (_, i) => i / 16);

  it('keeps of a picture that hides another just that other one, while the means hardly change', () => {
    const both = hidden(large, small, side, factor, 1);
    expect(everyNth(both, side, factor)).toEqual(small);
    const [before, after] = [cellMeans(large, side, factor), cellMeans(both, side, factor)];
    after.forEach((value, i) =>
      expect(Math.abs(value - (before[i] as number))).toBeLessThanOrEqual(1 / factor ** 2 + 1e-6),
    );
  });

  it('brings an even picture through enlarging and both ways of making it small again', () => {
    const even = new Float32Array(side * side).fill(0.25);
    const grown = enlarge(even, side, factor);
    for (const back of [everyNth(grown, side, factor), cellMeans(grown, side, factor)])
      back.forEach((value) => expect(value).toBeCloseTo(0.25, 6));
  });
});
