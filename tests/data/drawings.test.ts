import { describe, expect, it, test } from 'vitest';
import { drawingPicture, drawingPixels, drawings, drawingSides } from '../../src/data/drawings/drawings.ts';
import { filled, flat, silhouette } from '../../src/data/drawings/silhouette.ts';
import { packPixels, unpackPixels } from '../../src/data/drawings/pixels.ts';
import { thingNames } from '../../src/data/emoji/things.ts';
import { drawingSvg, rasterised } from '../../src/data/drawings/read-svg.ts';

describe('Our drawings', () => {
  it('are of things that the nets for emoji know, one of each', () => {
    expect(drawings.map(({ title, label }) => thingNames[label] === title)).not.toContain(false);
    expect(new Set(drawings.map(({ id }) => id)).size).toBe(drawings.length);
  });

  it.each(drawingSides)('are stored as npm run draw rasterises them, at %i pixels', async (side) => {
    for (const { id } of drawings.slice(0, 4)) {
      expect(await drawingPixels(id, side)).toEqual(rasterised(await drawingSvg(id), side));
    }
  });

  it('are square pictures of numbers in 0 … 1 on white paper', async () => {
    for (const { id } of drawings) {
      const picture = await drawingPicture(id, 64);
      expect(picture).toHaveLength(64 * 64 * 3);
      expect([...picture.subarray(0, 3)]).toEqual([1, 1, 1]);
      expect(picture.every((value) => value >= 0 && value <= 1)).toBe(true);
    }
  });

  it('are refused by an unknown name', async () => {
    await expect(drawingPixels('unicorn')).rejects.toThrow(RangeError);
  });

  it('come back from their text as they were', () => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, i) => (i * i) >> 3);
    expect(unpackPixels(packPixels(bytes))).toEqual(bytes);
  });
});

test('a silhouette is all but the white around it, and is filled with what one likes', () => {
  // A ring of black on white paper, 7 × 7: the white inside it belongs to the shape.
  const inRing = (i: number): boolean =>
    Math.max(Math.abs((i % 7) - 3), Math.abs(Math.floor(i / 7) - 3)) === 2;
  const picture = Uint8Array.from({ length: 147 }, (_, i) => (inRing(Math.floor(i / 3)) ? 0 : 255));
  const shape = silhouette(picture, 7);
  expect(shape.reduce((sum, one) => sum + one, 0)).toBe(25);
  expect(filled(shape, new Uint8Array(147).fill(9)).filter((value) => value === 9)).toHaveLength(75);
  // 16 black places and 9 white ones.
  expect(flat(picture, shape)[3 * 24]).toBe(Math.round((9 * 255) / 25));
});
