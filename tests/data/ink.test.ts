import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countPoints, maxInkPoints, readInk, writeInk, type Ink } from '../../src/data/ink.ts';

const point = fc.record({
  x: fc.integer({ min: 0, max: 255 }),
  y: fc.integer({ min: 0, max: 255 }),
  width: fc.integer({ min: 1, max: 255 }),
});
const drawing = fc.array(fc.array(point, { minLength: 1, maxLength: 90 }), { minLength: 1, maxLength: 5 });

describe('a drawing in a link', () => {
  it('comes back exactly, in letters that need no escape', () => {
    fc.assert(
      fc.property(drawing, (ink: Ink) => {
        const text = writeInk(ink);
        expect(text).toMatch(/^[\w-]+$/);
        expect(readInk(text)).toEqual({ value: ink });
      }),
    );
  });

  it('stays below 2,100 characters even when every point is noise', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: maxInkPoints, maxLength: maxInkPoints }), (stroke) => {
        expect(writeInk([stroke]).length).toBeLessThan(2100);
      }),
      { numRuns: 20 },
    );
  });

  it('of more points than fit is refused with the number that does', () => {
    const stroke = Array.from({ length: maxInkPoints + 1 }, (_, i) => ({ x: i % 256, y: 9, width: 20 }));
    expect(countPoints([stroke])).toBe(maxInkPoints + 1);
    expect(readInk(writeInk([stroke]))).toHaveProperty('refused');
  });

  it('is refused, never thrown at, whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const result = readInk(text);
        if ('refused' in result) expect(result.refused).toMatch(/^is (an|a) /);
        else expect(countPoints(result.value)).toBeGreaterThan(0);
      }),
    );
  });

  it('cannot be made to inflate without bound', () => {
    const bomb = writeInk([Array.from({ length: 20000 }, () => ({ x: 0, y: 0, width: 1 }))]);
    expect(bomb.length).toBeLessThan(400);
    expect(readInk(bomb)).toHaveProperty('refused');
  });
});
