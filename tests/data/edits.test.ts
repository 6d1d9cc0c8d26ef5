import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, mostEdits, readEdits, withEdit, writeEdits, type Edits } from '../../src/data/edits.ts';
import { edits } from '../figures/arbitrary.ts';

const black = new Uint8Array(784);

describe('pixels set by hand', () => {
  it('come back from a link as they were', () =>
    fc.assert(
      fc.property(edits, (value) => {
        expect(readEdits(writeEdits(value))).toEqual({ value });
      }),
    ));

  it('change just the pixels that they name, and setting one back takes its edit away', () =>
    fc.assert(
      fc.property(edits, fc.integer({ min: 0, max: 783 }), (value, at) => {
        const picture = applyEdits(black, value);
        for (const edit of value) expect(picture[edit.at]).toBe(edit.level);
        const places = new Set(value.map((edit) => edit.at));
        picture.forEach((level, i) => expect(places.has(i) || level === 0).toBe(true));
        expect(withEdit(value, { at, level: 0 }, black).some((edit) => edit.at === at)).toBe(false);
      }),
    ));

  it('are never more than a link can carry, and no link names a pixel twice or one that is not there', () => {
    const full: Edits = Array.from({ length: mostEdits }, (_, at) => ({ at, level: 255 }));
    expect(withEdit(full, { at: 783, level: 255 }, black)).toBe(full);
    for (const wrong of [
      [{ at: 784, level: 1 }],
      [
        { at: 3, level: 1 },
        { at: 3, level: 2 },
      ],
    ])
      expect(readEdits(writeEdits(wrong))).toHaveProperty('refused');
  });
});
