import { describe, expect, it } from 'vitest';
import { drawingPicture, drawingPixels, drawings, drawingSides } from '../../src/data/drawings/drawings.ts';
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
