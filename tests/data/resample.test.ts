import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inkOnBlack, resampled } from '../../src/data/resample.ts';

const shape = fc.record({
  height: fc.integer({ min: 1, max: 12 }),
  width: fc.integer({ min: 1, max: 12 }),
  channels: fc.constantFrom(1, 3),
});
const picture = shape.chain((from) =>
  fc.record({
    from: fc.constant(from),
    x: fc
      .array(fc.double({ min: 0, max: 1, noNaN: true }), {
        minLength: from.height * from.width * from.channels,
        maxLength: from.height * from.width * from.channels,
      })
      .map((values) => Float32Array.from(values)),
    to: shape,
  }),
);
const mean = (x: Float32Array): number => x.reduce((sum, value) => sum + value, 0) / x.length;

describe('a picture in another size', () => {
  it('keeps its mean light, and stays between its darkest and lightest number', () => {
    fc.assert(
      fc.property(picture, ({ x, from, to }) => {
        const out = resampled(x, from, { ...to, channels: from.channels });
        expect(out).toHaveLength(to.height * to.width * from.channels);
        expect(mean(out)).toBeCloseTo(mean(x), 4);
        for (const value of out)
          expect(value >= Math.min(...x) - 1e-6 && value <= Math.max(...x) + 1e-6).toBe(true);
      }),
    );
  });

  it('is the same in the same size, and halves by the mean of four', () => {
    const grey = { height: 2, width: 2, channels: 1 };
    const x = Float32Array.of(0, 1, 0.5, 0.5);
    expect([...resampled(x, grey, grey)]).toEqual([...x]);
    expect([...resampled(x, grey, { height: 1, width: 1, channels: 1 })]).toEqual([0.5]);
    expect([...resampled(Float32Array.of(1), { height: 1, width: 1, channels: 1 }, grey)]).toEqual([
      1, 1, 1, 1,
    ]);
  });

  it('is grey by the light of its colours, and coloured grey stays grey', () => {
    const pixel = { height: 1, width: 1, channels: 3 };
    expect(resampled(Float32Array.of(1, 0, 0), pixel, { ...pixel, channels: 1 })[0]).toBeCloseTo(0.299);
    expect([...resampled(Float32Array.of(0.5), { ...pixel, channels: 1 }, pixel)]).toEqual([0.5, 0.5, 0.5]);
  });
});

it('ink on paper becomes white on black, in any light', () => {
  for (const [paper, ink] of [
    [0.95, 0.05],
    [0.6, 0.2],
  ] as const) {
    const photo = Float32Array.from({ length: 100 }, (_, i) => (i % 10 === 0 ? ink : paper));
    const out = inkOnBlack(photo);
    expect(out[0]).toBeCloseTo(1, 4);
    expect(out[1]).toBe(0);
  }
});
