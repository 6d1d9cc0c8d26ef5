import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitSide } from '../../src/data/digit.ts';
import { smoothStroke } from '../../src/data/ink-curve.ts';
import { rasteriseInk } from '../../src/data/ink-raster.ts';
import type { Ink, InkPoint } from '../../src/data/ink.ts';

const pointWithin = (low: number, high: number): fc.Arbitrary<InkPoint> =>
  fc.record({
    x: fc.integer({ min: low, max: high }),
    y: fc.integer({ min: low, max: high }),
    width: fc.integer({ min: 10, max: 40 }),
  });

const inkWithin = (low: number, high: number): fc.Arbitrary<Ink> =>
  fc.array(fc.array(pointWithin(low, high), { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 });

const at = (picture: Uint8Array, column: number, row: number): number =>
  picture[row * digitSide + column] ?? 0;

const mass = (picture: Uint8Array): { readonly ink: number; readonly x: number; readonly y: number } => {
  let [ink, x, y] = [0, 0, 0];
  for (let row = 0; row < digitSide; row++) {
    for (let column = 0; column < digitSide; column++) {
      const level = at(picture, column, row);
      ink += level / 255;
      x += (level / 255) * column;
      y += (level / 255) * row;
    }
  }
  return { ink, x: x / ink, y: y / ink };
};

/** First and last row and column with any ink. */
const extent = (
  picture: Uint8Array,
): { readonly width: number; readonly height: number; readonly edge: boolean } => {
  const columns = new Set<number>();
  const rows = new Set<number>();
  picture.forEach((level, i) => {
    if (level === 0) return;
    columns.add(i % digitSide);
    rows.add(Math.floor(i / digitSide));
  });
  const span = (places: Set<number>): number => Math.max(...places) - Math.min(...places) + 1;
  const edge = [...columns, ...rows].some((place) => place === 0 || place === digitSide - 1);
  return { width: span(columns), height: span(rows), edge };
};

const shifted = (ink: Ink, dx: number, dy: number): Ink =>
  ink.map((stroke) => stroke.map(({ x, y, width }) => ({ x: x + dx, y: y + dy, width })));

const dot: Ink = [[{ x: 40, y: 200, width: 24 }]];
const upright: Ink = [
  [
    { x: 120, y: 40, width: 24 },
    { x: 120, y: 215, width: 24 },
  ],
];

describe('a drawing as the net sees it', () => {
  it('is black where nothing is drawn', () => {
    expect(rasteriseInk([]).every((level) => level === 0)).toBe(true);
    expect(rasteriseInk([])).toHaveLength(784);
  });

  it('does not depend on where on the pad it was drawn', () => {
    const shift = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(inkWithin(50, 200), shift, shift, (ink, dx, dy) => {
        const here = rasteriseInk(ink);
        rasteriseInk(shifted(ink, dx, dy)).forEach((level, i) => {
          expect(Math.abs(level - (here[i] ?? 0))).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  it('fits a box of 20 × 20 and its softened edge, and something of it spans the box unless it is tiny', () => {
    fc.assert(
      fc.property(inkWithin(0, 255), (ink) => {
        const { width, height } = extent(rasteriseInk(ink));
        expect(Math.max(width, height)).toBeLessThanOrEqual(22);
      }),
    );
    expect(extent(rasteriseInk(upright)).height).toBeGreaterThanOrEqual(20);
  });

  it('has its centre of mass at pixel 14, 14, as MNIST has, unless something would be cut off', () => {
    fc.assert(
      fc.property(inkWithin(0, 255), (ink) => {
        const picture = rasteriseInk(ink);
        const { x, y } = mass(picture);
        if (extent(picture).edge) return;
        // MNIST's digits are centred to whole pixels, and two dots at the edges of a drawing are no better.
        expect(Math.abs(x - 14)).toBeLessThan(0.5);
        expect(Math.abs(y - 14)).toBeLessThan(0.5);
      }),
    );
  });

  it('loses nothing at the border: a mast on a heavy hull keeps its top', () => {
    const mast = [10, 240].map((y) => ({ x: 60, y, width: 10 }));
    const hull = Array.from({ length: 24 }, (_, i) => ({
      x: i % 2 === 0 ? 40 : 220,
      y: 180 + 3 * i,
      width: 20,
    }));
    const picture = rasteriseInk([mast, hull]);
    expect(mass(picture).y).toBeGreaterThan(14.3);
    expect(extent(picture).height).toBeGreaterThanOrEqual(20);
  });

  it('does not blow a dot up', () => {
    const { ink } = mass(rasteriseInk(dot));
    expect(ink).toBeGreaterThan(2);
    expect(ink).toBeLessThan(14);
  });

  it('has strokes as wide as those of MNIST, whatever the size of the drawing and the pen', () => {
    for (const height of [70, 120, 175, 240]) {
      for (const width of [8, 16, 24, 36]) {
        const stroke = [
          { x: 120, y: 8, width },
          { x: 120, y: 8 + height, width },
        ];
        const picture = rasteriseInk([stroke]);
        const across = Array.from({ length: digitSide }, (_, i) => at(picture, i, 14) / 255).reduce(
          (a, b) => a + b,
          0,
        );
        expect(across).toBeGreaterThan(1.8);
        expect(across).toBeLessThan(3.6);
      }
    }
  });
});

describe('a smooth stroke', () => {
  it('passes through its points, and never far from the line between them', () => {
    fc.assert(
      fc.property(fc.array(pointWithin(0, 255), { minLength: 2, maxLength: 9 }), (stroke) => {
        const curve = smoothStroke(stroke);
        for (const point of stroke)
          expect(curve.some((c) => Math.hypot(c.x - point.x, c.y - point.y) < 1e-6)).toBe(true);
        for (const c of curve) {
          expect(Math.min(c.x, c.y)).toBeGreaterThan(-128);
          expect(Math.max(c.x, c.y)).toBeLessThan(384);
          expect(c.width).toBeGreaterThanOrEqual(10);
          expect(c.width).toBeLessThanOrEqual(40);
        }
      }),
    );
  });
});
