import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, fixed, percent, plural, signed, tiny } from '../../src/figures/kit/words/format.ts';

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
    const texts = [0.0474, 0.95257, 0.8808, 0.99995, 0.999953, 0.99999999, 1, 0, 0.00004, 0.5].map(percent).map(plain);
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
});
