import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spread } from '../../src/figures/kit/drawing/chart/lines.tsx';
import { linear, logOdds, powers } from '../../src/figures/kit/drawing/chart/quantity.ts';

describe('a chart', () => {
  it('gives each further nine of certainty the same room, and keeps 0 and 1 at the ends', () => {
    const { place } = logOdds('belief, %', [1e-6, 1 - 1e-6]);
    const nines = [0.9999, 0.99999, 0.999999].map(place);
    expect((nines[1] as number) - (nines[0] as number)).toBeCloseTo(
      (nines[2] as number) - (nines[1] as number),
      3,
    );
    expect(place(0)).toBeCloseTo(0, 9);
    expect(place(0.5)).toBeCloseTo(0.5, 9);
    expect(place(1)).toBeCloseTo(1, 9);
  });

  it('marks powers of ten that lie inside, ends included', () => {
    expect(powers('queries', [1, 1000]).ticks.map(({ value }) => value)).toEqual([1, 10, 100, 1000]);
    expect(powers('queries', [3, 250]).ticks.map(({ value }) => value)).toEqual([10, 100]);
  });

  it('draws values beyond its sides at its sides', () => {
    const { place } = linear('steps', [0, 10]);
    expect([-5, 0, 10, 15].map(place)).toEqual([0, 0, 1, 1]);
  });

  it('moves labels apart by at least their pitch, in their order, and inside where there is room', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 12 }), (wanted) => {
        const places = spread(wanted, 15, [0, 200]);
        const sorted = places.toSorted((a, b) => a - b);
        sorted
          .slice(1)
          .forEach((place, i) => expect(place - (sorted[i] as number)).toBeGreaterThanOrEqual(15 - 1e-9));
        for (const place of places) expect(place >= -1e-9 && place <= 200 + 1e-9).toBe(true);
        wanted.forEach((a, i) =>
          wanted.forEach((b, j) => {
            if (a < b) expect(places[i] as number).toBeLessThan(places[j] as number);
          }),
        );
      }),
    );
  });

  it('keeps labels of several lines apart by all of them, the last line inside', () => {
    const labels = fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 3 })), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(labels, (all) => {
        const lines = all.map(([, count]) => count);
        const places = spread(
          all.map(([wanted]) => wanted),
          15,
          [0, 200],
          lines,
        );
        const boxes = places
          .map((top, i) => ({ top, bottom: top + 15 * ((lines[i] as number) - 1) }))
          .toSorted((a, b) => a.top - b.top);
        boxes
          .slice(1)
          .forEach(({ top }, i) => expect(top - (boxes[i]?.bottom ?? 0)).toBeGreaterThanOrEqual(15 - 1e-9));
        for (const { top, bottom } of boxes) expect(top >= -1e-9 && bottom <= 200 + 1e-9).toBe(true);
      }),
    );
  });
});
