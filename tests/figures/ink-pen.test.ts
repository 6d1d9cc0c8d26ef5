import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxInkPoints, type InkPoint } from '../../src/data/ink.ts';
import { strokePath } from '../../src/figures/kit/controls/ink-path.ts';
import {
  finish,
  grow,
  moveBy,
  quantise,
  steady,
  thin,
  widthOfSpeed,
  type Growing,
} from '../../src/figures/kit/controls/ink-pen.ts';

const point = fc.record({
  x: fc.double({ min: -40, max: 300, noNaN: true }),
  y: fc.double({ min: -40, max: 300, noNaN: true }),
  width: fc.double({ min: 0, max: 400, noNaN: true }),
});
const stroke = fc.array(point.map(quantise), { minLength: 1, maxLength: 60 });

const distanceToSegment = (p: InkPoint, a: InkPoint, b: InkPoint): number => {
  const length2 = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
  const along = length2 === 0 ? 0 : ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length2;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(p.x - a.x - t * (b.x - a.x), p.y - a.y - t * (b.y - a.y));
};

describe('the pen', () => {
  it('writes whole numbers that a link can carry, wherever the pointer is', () => {
    fc.assert(
      fc.property(point, (anywhere) => {
        const { x, y, width } = quantise(anywhere);
        for (const value of [x, y, width]) expect(Number.isInteger(value)).toBe(true);
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(Math.max(x, y, width)).toBeLessThanOrEqual(255);
        expect(width).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  it('draws thinner the faster it moves', () => {
    const widths = [0, 0.3, 0.6, 0.9, 1.2].map((speed) => widthOfSpeed(speed, 24));
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
    expect(new Set(widths).size).toBe(5);
  });

  it('moves diagonally when two arrows are held, and never off the pad', () => {
    expect(moveBy({ x: 100, y: 100 }, new Set(['ArrowUp', 'ArrowRight']), 10)).toEqual({ x: 110, y: 90 });
    expect(moveBy({ x: 2, y: 250 }, new Set(['ArrowLeft', 'ArrowDown']), 10)).toEqual({ x: 0, y: 255 });
  });
});

describe('a thinned stroke', () => {
  it('keeps its ends, and strays from no point it gave up by more than the tolerance', () => {
    fc.assert(
      fc.property(stroke, fc.double({ min: 0.5, max: 8, noNaN: true }), (points, tolerance) => {
        const kept = thin(points, tolerance);
        expect(kept[0]).toEqual(points[0]);
        expect(kept.at(-1)).toEqual(points.at(-1));
        for (const p of points) {
          const nearest = Math.min(...kept.map((a, i) => distanceToSegment(p, a, kept[i + 1] ?? a)));
          expect(nearest).toBeLessThanOrEqual(tolerance + 1e-9);
        }
      }),
    );
  });

  it('of a straight line is its two ends', () => {
    const line = Array.from({ length: 50 }, (_, i) => ({ x: 10 + 4 * i, y: 20 + 2 * i, width: 24 }));
    expect(thin(line)).toEqual([line[0], line[49]]);
  });
});

describe('a growing stroke', () => {
  it('never takes more room than there is, and keeps what was drawn when it is full', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 80 }), fc.integer({ min: 0, max: 30 }), (points, room) => {
        let growing: Growing = { stroke: [], full: false };
        for (const next of points) {
          const before = growing;
          growing = grow(growing, next, room);
          expect(growing.stroke.length).toBeLessThanOrEqual(room);
          if (before.full) expect(growing.stroke).toEqual(before.stroke);
        }
      }),
    );
  });

  it('gives up points that say little before it is full: a long scribble of lines still fits', () => {
    let growing: Growing = { stroke: [], full: false };
    for (let i = 0; i < 4 * maxInkPoints; i++) {
      growing = grow(growing, { x: (5 * i) % 250, y: 3 * Math.floor(i / 50), width: 24 }, maxInkPoints);
    }
    expect(growing.full).toBe(false);
  });
});

describe('a finished stroke', () => {
  it('begins and ends where the pen did, in whole numbers and within its room', () => {
    fc.assert(
      fc.property(stroke, fc.integer({ min: 2, max: 40 }), (points, room) => {
        const kept = finish(points, 0.7, room);
        const [first, last] = [points[0], points.at(-1)];
        expect(kept.length).toBeLessThanOrEqual(room);
        expect(kept.length).toBeGreaterThan(0);
        expect(kept[0]).toEqual(first);
        expect(kept.at(-1)).toMatchObject({ x: last?.x, y: last?.y });
        expect(kept).toEqual(kept.map(quantise));
      }),
    );
  });

  it('has lost the tremor of the hand', () => {
    const trembling = Array.from({ length: 60 }, (_, i) => ({ x: 20 + 3 * i, y: 100 + (i % 2), width: 24 }));
    const straying = steady(trembling)
      .slice(4, -4)
      .map(({ y }) => Math.abs(y - 100.5));
    expect(Math.max(...straying)).toBeLessThan(0.1);
  });
});

describe('a stroke as a path', () => {
  it('has round joints: every arc runs over its own diameter', () => {
    fc.assert(
      fc.property(stroke, (points) => {
        for (const [, r, d] of strokePath(points).matchAll(/a([\d.]+) [\d.]+ 0 1 1 -?([\d.]+) 0/g)) {
          expect(Number(d)).toBeCloseTo(2 * Number(r), 9);
        }
      }),
    );
  });

  it('is drawn without NaN, a dot too', () => {
    fc.assert(
      fc.property(stroke, (points) => {
        expect(strokePath(points)).toMatch(/^(M[-\d. aLz]+)+$/);
      }),
    );
    expect(strokePath([{ x: 9, y: 9, width: 20 }])).toContain('a10 10');
    expect(strokePath([])).toBe('');
  });
});
