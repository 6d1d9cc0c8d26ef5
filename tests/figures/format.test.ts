import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bareAmong,
  decimal,
  fixed,
  lengthText,
  percent,
  percentAmong,
  plural,
  signed,
  tiny,
} from '../../src/figures/kit/words/format.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const valueOf = (text: string): number =>
  Number(
    text
      .replace('\u2212', '-')
      .replaceAll(',', '')
      .replace(/[^\d.e-]/g, ''),
  );

describe('numbers are spelled', () => {
  it('with a true minus, grouped thousands and no idle zeros', () => {
    expect([0.1 + 0.2, -2.5, 1024, -0.001, 0, -12345.678].map((x) => decimal(x))).toEqual([
      '0.3',
      '−2.5',
      '1,024',
      '0',
      '0',
      '−12,345.68',
    ]);
    expect([0.5, -3, 0, 1e-9].map((x) => signed(x))).toEqual(['+0.5', '−3', '0', '0']);
    expect([-2.5, -0.001].map((x) => fixed(x, 2))).toEqual(['−2.50', '0.00']);
    expect(tiny(3.2e-8)).toBe('3e−8');
    expect([plural(1, 'nudge'), plural(1024, 'class', 'classes')]).toEqual(['1 nudge', '1,024 classes']);
  });

  it('with as many nines as there are', () => {
    const texts = [0.0474, 0.95257, 0.8808, 0.99995, 0.999953, 0.99999999, 1, 0, 0.00004, 0.5]
      .map(percent)
      .map(plain);
    expect(texts).toEqual([
      '4.7 %',
      '95.3 %',
      '88.1 %',
      '99.995 %',
      '99.995 %',
      '> 99.99999 %',
      '> 99.99999 %',
      '< 0.00001 %',
      '0.004 %',
      '50.0 %',
    ]);
  });

  it('so that a probability short of certainty is never rounded to certainty', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (p) => {
        const shown = valueOf(percent(p)) / 100;
        expect(shown).toBeGreaterThan(0);
        expect(shown).toBeLessThan(1);
        expect(Math.abs(shown - p)).toBeLessThanOrEqual(Math.max(0.51 * Math.min(p, 1 - p), 1.01e-7));
      }),
    );
  });

  it('in a column with as many decimals as the surest needs, and no certainty beside what looks like it', () => {
    const among = (column: readonly number[], most?: number) =>
      column.map(bareAmong(column, most)).map(plain);
    expect(among([0.5, 0.021, 0.979, 0.0004])).toEqual(['50.0', '2.1', '97.9', '< 0.1']);
    expect(among([0.99993, 0.9, 0.00002])).toEqual(['99.993', '90.000', '0.002']);
    expect(among([0.999999, 0.99993, 0.99989, 0.5], 2)).toEqual(['> 99.99', '> 99.99', '99.98', '50.00']);
    expect(among([1, 0.2])).toEqual(['> 99.999', '20.000']);
    expect(among([1, 0.2], 5)).toEqual(['> 99.99999', '20.00000']);
    expect(among([])).toEqual([]);
    expect([0.979, 0.021].map(percentAmong([0.979, 0.021]))).toEqual(['97.9\u00a0%', '2.1\u00a0%']);
  });

  it('in any column alike: the same decimals in all cells, each true to its last one, none 100 or 0', () => {
    const column = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(column, fc.integer({ min: 1, max: 5 }), (all, most) => {
        const texts = all.map(bareAmong(all, most));
        const decimals = texts.map((text) => (text.split('.')[1] ?? '').length);
        expect(new Set(decimals).size).toBe(1);
        expect(decimals[0]).toBeLessThanOrEqual(most);
        const bounds = texts.filter((text) => text.startsWith('>')).map(valueOf);
        for (const [i, text] of texts.entries()) {
          const [shown, p] = [valueOf(text), 100 * (all[i] ?? 0)];
          expect(shown).toBeGreaterThan(0);
          expect(shown).toBeLessThan(100);
          if (text.startsWith('>')) expect(p).toBeGreaterThan(shown);
          else if (text.startsWith('<')) expect(p).toBeLessThan(shown);
          else {
            expect(Math.abs(shown - p)).toBeLessThanOrEqual(
              1.01 * 10 ** -most + 0.51 * 10 ** -(decimals[0] ?? 1),
            );
            for (const bound of bounds) expect(shown).toBeLessThan(bound);
          }
        }
      }),
    );
  });
});

describe('the length of a change', () => {
  it.each([
    [0, '0.00'],
    [0.349, '0.35'],
    [1.7149, '1.71'],
    [9.99, '9.99'],
    [9.996, '10.0'],
    [10.62, '10.6'],
  ])('%d is written %s', (length, text) => expect(lengthText(length)).toBe(text));
});
