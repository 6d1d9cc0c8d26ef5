import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Art } from '../../src/data/emoji/art.ts';
import { turned } from '../../src/data/emoji/colour.ts';
import { everyday, still, wild, type Conditions } from '../../src/data/emoji/conditions.ts';
import { emojiPicture, examplePicture, pictureLength, pictureSide } from '../../src/data/emoji/picture.ts';
import { readArt } from '../../src/data/emoji/read-art.ts';
import { heldOut, seenSets, setIds, type SetId } from '../../src/data/emoji/sets.ts';
import { iconOf, thingNames, things } from '../../src/data/emoji/things.ts';
import { random } from '../../src/lab/random.ts';
import type { Vec } from '../../src/lab/oracle.ts';

/** A square filled with one colour, its left half with another. */
const flag = (left: readonly number[], right: readonly number[]): Art => {
  const rgba = new Float32Array(64 * 64 * 4);
  for (let i = 0; i < 64 * 64; i++) rgba.set(i % 64 < 32 ? left : right, 4 * i);
  return { side: 64, rgba };
};

const [red, green, black] = [
  [1, 0, 0, 1],
  [0, 1, 0, 1],
  [0, 0, 0, 1],
] as const;

const pixel = (picture: Vec, x: number, y: number): number[] =>
  Array.from(picture.subarray(3 * (y * pictureSide + x), 3 * (y * pictureSide + x) + 3));

/** Pixels in which a picture is not as another. */
const changed = (a: Vec, b: Vec): number => {
  let count = 0;
  for (let i = 0; i < a.length; i += 3)
    if (a[i] !== b[i] || a[i + 1] !== b[i + 1] || a[i + 2] !== b[i + 2]) count++;
  return count;
};

describe('A picture of a thing', () => {
  const art = flag(red, green);

  it('is 64 × 64 × 3 numbers in 0 … 1 under the wildest conditions', () =>
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const picture = emojiPicture(art, wild, random(seed));
        expect(picture).toHaveLength(pictureLength);
        expect(picture.every((value) => value >= 0 && value <= 1)).toBe(true);
      }),
      { numRuns: 100 },
    ));

  it('is a function of the art, the conditions and the seed alone, and leaves the art as it is', () =>
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(everyday, wild), (seed, conditions) => {
        const picture = emojiPicture(art, conditions, random(seed));
        expect(emojiPicture(art, conditions, random(seed))).toEqual(picture);
        expect(emojiPicture(art, conditions, random(seed + 1))).not.toEqual(picture);
        expect(art).toEqual(flag(red, green));
      }),
      { numRuns: 20 },
    ));

  it('shows the thing as it was drawn, on white paper, where nothing is changed', () => {
    const picture = examplePicture(art);
    expect([pixel(picture, 20, 40), pixel(picture, 44, 10)]).toEqual([
      [1, 0, 0],
      [0, 1, 0],
    ]);
    expect([pixel(picture, 0, 0), pixel(picture, 63, 31)]).toEqual([
      [1, 1, 1],
      [1, 1, 1],
    ]);
  });

  it('shows the art pixel by pixel where it is as large as the picture', () => {
    const rgba = Float32Array.from({ length: 64 * 64 * 4 }, (_, i) =>
      i % 4 === 3 ? 1 : ((i * 7919) % 256) / 255,
    );
    const picture = emojiPicture({ side: 64, rgba }, { ...still, scale: [1, 1] }, random(1));
    const errors = picture.map((value, i) =>
      Math.abs(value - (rgba[4 * Math.floor(i / 3) + (i % 3)] ?? NaN)),
    );
    expect(Math.max(...errors)).toBeLessThan(1e-5);
  });

  it('covers the square of its scale, wherever it lies and however it is turned or sheared', () =>
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: 0.3, max: 0.5, noNaN: true }), (seed, scale) => {
        const posed: Conditions = {
          ...still,
          scale: [scale, scale],
          rotation: 180,
          shear: 0.2,
          shift: 8,
          mirrored: 0.5,
        };
        const picture = emojiPicture(flag(black, black), posed, random(seed));
        const ink = picture.reduce((sum, value) => sum + 1 - value, 0) / 3;
        expect(Math.abs(ink / (scale * pictureSide) ** 2 - 1)).toBeLessThan(0.05);
      }),
      { numRuns: 40 },
    ));

  it('is mirrored where all are mirrored', () => {
    const picture = emojiPicture(art, { ...still, mirrored: 1 }, random(1));
    expect([pixel(picture, 20, 32), pixel(picture, 44, 32)]).toEqual([
      [0, 1, 0],
      [1, 0, 0],
    ]);
  });

  it('is covered by no more than the largest share, and only where something may stand before it', () =>
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: 0, max: 0.3, noNaN: true }), (seed, occlusion) => {
        const free = { ...still, scale: [1, 1], texture: 0 } as const;
        const covered = emojiPicture(art, { ...free, occluded: 1, occlusion }, random(seed));
        const count = changed(covered, emojiPicture(art, free, random(seed)));
        // Pixels count whole or not at all: at the edge that makes some too many.
        expect(count).toBeLessThanOrEqual(occlusion * pictureSide ** 2 + pictureSide);
      }),
      { numRuns: 60 },
    ));

  it('has a background with patterns only where texture is allowed', () => {
    const clear: Art = { side: 64, rgba: new Float32Array(64 * 64 * 4) };
    expect(emojiPicture(clear, still, random(1)).every((value) => value === 1)).toBe(true);
    const colours = new Set(emojiPicture(clear, { ...still, texture: 1 }, random(1)));
    expect(colours.size).toBeGreaterThan(3);
  });
});

describe('A turn of colours', () => {
  const apply = (m: readonly number[], [r = 0, g = 0, b = 0]: readonly number[]): number[] =>
    [0, 3, 6].map((k) => (m[k] ?? 0) * r + (m[k + 1] ?? 0) * g + (m[k + 2] ?? 0) * b);
  const close = (a: readonly number[], b: readonly number[]): void =>
    a.forEach((value, i) => expect(value).toBeCloseTo(b[i] ?? NaN, 10));

  it('leaves greys as they are, and at saturation 0 leaves nothing but them', () =>
    fc.assert(
      fc.property(
        fc.double({ min: -4, max: 4, noNaN: true }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        (angle, s) => {
          close(apply(turned(angle, s), [0.3, 0.3, 0.3]), [0.3, 0.3, 0.3]);
          close(apply(turned(angle, 0), [0.9, 0.6, 0.3]), [0.6, 0.6, 0.6]);
        },
      ),
    ));

  it('makes red green, green blue and blue red by a third of the circle', () => {
    const third = turned((2 * Math.PI) / 3, 1);
    close(apply(third, [1, 0, 0]), [0, 1, 0]);
    close(apply(third, [0, 1, 0]), [0, 0, 1]);
    close(apply(third, [0, 0, 1]), [1, 0, 0]);
  });
});

describe('The sets of emoji', () => {
  let arts: ReadonlyMap<SetId, readonly Art[]>;
  beforeAll(async () => {
    arts = new Map(await Promise.all(setIds.map(async (set) => [set, await readArt(set)] as const)));
  });

  it('are eight, one of them held out and the other seven seen', () => {
    expect([...seenSets, heldOut].toSorted()).toEqual([...setIds].toSorted());
    expect(seenSets).toHaveLength(7);
    expect(seenSets).not.toContain(heldOut);
  });

  it('have 32 things of different names', () => {
    expect(thingNames).toHaveLength(32);
    expect(new Set(thingNames).size).toBe(32);
    for (const set of setIds) expect(new Set(things.map((thing) => iconOf(thing, set))).size).toBe(32);
  });

  it.each(setIds)('%s draws each of them, from edge to edge of its square', (set) => {
    for (const { side, rgba } of arts.get(set) ?? []) {
      expect([side, rgba.length]).toEqual([64, 64 * 64 * 4]);
      const alpha = Array.from({ length: 64 * 64 }, (_, i) => rgba[4 * i + 3] ?? 0);
      const inked = alpha.flatMap((value, i) => (value > 0.05 ? [i] : []));
      expect(inked.length / alpha.length).toBeGreaterThan(0.15);
      const [columns, rows] = [inked.map((i) => i % 64), inked.map((i) => Math.floor(i / 64))];
      const span = (places: readonly number[]): number => Math.max(...places) - Math.min(...places) + 1;
      expect(Math.max(span(columns), span(rows))).toBeGreaterThanOrEqual(63);
      // Colours are times alpha.
      expect(rgba.every((value, i) => value <= (rgba[i - (i % 4) + 3] ?? 0) + 1 / 255)).toBe(true);
    }
  });

  it('seen are not copies of the one held out: pixels differ by a tenth and more, on average', () => {
    const distance = (a: Vec, b: Vec): number =>
      a.reduce((sum, v, i) => sum + Math.abs(v - (b[i] ?? 0)), 0) / a.length;
    for (const set of seenSets) {
      const distances = (arts.get(set) ?? []).map((art, label) =>
        distance(examplePicture(art), examplePicture(arts.get(heldOut)?.[label] as Art)),
      );
      expect(distances.reduce((a, b) => a + b, 0) / 32).toBeGreaterThan(0.1);
    }
  });
});
