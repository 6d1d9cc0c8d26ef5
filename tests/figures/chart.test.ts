import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field } from '../../src/figures/kit/drawing/chart/field.ts';
import { spread } from '../../src/figures/kit/drawing/chart/lines.tsx';
import { apart, chart } from '../../src/figures/kit/drawing/layout/chart.tsx';
import { complaints } from '../../src/figures/kit/drawing/layout/piece.tsx';
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
    const quantity = linear('steps', [0, 10]);
    let asked: Field | undefined;
    const over = (own: Field): null => {
      asked = own;
      return null;
    };
    chart({ across: quantity, up: quantity, height: 100, over })({ width: 200, size: 13, short: 0 });
    const field = asked as Field;
    expect(field.px(-5)).toBeCloseTo(field.left, 9);
    expect(field.px(15)).toBeCloseTo(field.right, 9);
    expect(field.py(-5)).toBeCloseTo(field.bottom, 9);
    expect(field.py(15)).toBeCloseTo(field.top, 9);
  });

  it('writes only ticks that have room beside one another', () => {
    const ticks = [0, 1, 2, 3, 4, 5, 6].map((value) => ({ value, text: String(value) }));
    const kept = (pitch: number): readonly number[] =>
      apart(
        ticks,
        ({ value }) => pitch * value,
        () => 5,
      ).map(({ value }) => value);
    expect(kept(10)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(kept(9)).toEqual([0, 2, 4, 6]);
    expect(kept(4)).toEqual([0, 3, 6]);
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

  it('has its ticks and the names of its lines as parts, each with room, however low and narrow it is', () => {
    const names = ['one', 'two', 'three', 'four', 'five', 'six by backpropagation'];
    const lines = names.map((name) => ({ label: name, tone: 'var(--ink)', points: [{ x: 10, y: 0.5 }] }));
    const one = chart({ across: linear('steps', [0, 10]), up: linear('share', [0, 1]), height: 120, lines });
    for (const width of [280, 720])
      for (const short of [0, 6]) {
        const laid = one({ width, size: 14, short });
        expect(complaints(laid)).toEqual([]);
        const said = (laid.parts ?? []).map(({ laid: { text } }) => text);
        expect(said).toEqual(expect.arrayContaining(['0', '10', 'one', 'two', 'three', 'four', 'five']));
        expect(said.join(' ')).toContain('six by backpropagation');
      }
  });
});
