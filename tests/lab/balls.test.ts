import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Ball } from '../../src/lab/ball.ts';
import { balls } from '../../src/lab/balls/index.ts';
import type { Vec } from '../../src/lab/oracle.ts';
import { random } from '../../src/lab/random.ts';
import { distance, inner, rows, vec } from './helpers.ts';

const { linf, l2, l1, l0 } = balls;
const radii = fc.oneof(fc.constantFrom(0, 1, 2, 3), fc.double({ min: 0, max: 8, noNaN: true }));
const seeds = fc.nat();
const close = (actual: Vec, expected: Vec): void => {
  expect(distance(actual, expected)).toBeLessThan(1e-5);
};

describe.each(Object.values(balls))('the $title ball', (ball) => {
  test('has its own id in the record', () => {
    expect(balls[ball.id]).toBe(ball);
  });

  test('projects to something no larger than the radius', () => {
    fc.assert(fc.property(rows(), radii, (v, radius) => ball.size(ball.project(v, radius)) <= radius + 1e-5));
  });

  test('projects what it projected to the same', () => {
    fc.assert(
      fc.property(rows(), radii, (v, radius) => {
        const once = ball.project(v, radius);
        close(ball.project(once, radius), once);
      }),
    );
  });

  test('leaves what is inside as it is, in a new array', () => {
    fc.assert(
      fc.property(rows(), (v) => {
        const projected = ball.project(v, ball.size(v) + 1e-9);
        expect(projected).toEqual(v);
        expect(projected).not.toBe(v);
      }),
    );
  });

  test('projects to the nearest of its points', () => {
    fc.assert(
      fc.property(rows(), radii, seeds, (v, radius, seed) => {
        const r = random(seed);
        const projected = ball.project(v, radius);
        const best = distance(v, projected);
        for (let i = 0; i < 20; i++) {
          const other = ball.sample(v.length, radius, r);
          expect(distance(v, other)).toBeGreaterThanOrEqual(best - 1e-5);
          // Near the projection is where a better point would be, were there one.
          const near = ball.project(
            projected.map((value) => value + 0.1 * r.normal()),
            radius,
          );
          expect(distance(v, near)).toBeGreaterThanOrEqual(best - 1e-5);
        }
      }),
    );
  });

  test('has a steepest point in it that attains the gain', () => {
    fc.assert(
      fc.property(rows(), radii, (gradient, radius) => {
        const step = ball.steepest(gradient, radius);
        expect(ball.size(step)).toBeLessThanOrEqual(radius + 1e-5);
        expect(inner(gradient, step)).toBeCloseTo(ball.gain(gradient, radius), 4);
      }),
    );
  });

  test('has no point that gains more', () => {
    fc.assert(
      fc.property(rows(), radii, seeds, (gradient, radius, seed) => {
        const r = random(seed);
        const gain = ball.gain(gradient, radius);
        for (let i = 0; i < 20; i++) {
          expect(inner(gradient, ball.sample(gradient.length, radius, r))).toBeLessThanOrEqual(gain + 1e-5);
          expect(inner(gradient, ball.sampleOfSize(gradient.length, radius, r))).toBeLessThanOrEqual(
            gain + 1e-5,
          );
        }
      }),
    );
  });

  test('stays put where there is no gradient', () => {
    expect(ball.steepest(vec(0, 0, 0), 2)).toEqual(vec(0, 0, 0));
    expect(ball.gain(vec(0, 0, 0), 2)).toBe(0);
  });

  test('draws from itself, and of the size it is asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), radii, seeds, (dimension, radius, seed) => {
        const r = random(seed);
        expect(ball.size(ball.sample(dimension, radius, r))).toBeLessThanOrEqual(radius + 1e-5);
        const size = ball.grain === 0 ? radius : Math.min(dimension, Math.floor(radius));
        expect(ball.size(ball.sampleOfSize(dimension, size, r))).toBeCloseTo(size, 4);
      }),
    );
  });

  test('draws without a preferred sign or place', () => {
    const r = random(ball.id);
    const n = 20_000;
    for (const draw of [ball.sample, ball.sampleOfSize]) {
      const mean = new Float64Array(4);
      const square = new Float64Array(4);
      for (let i = 0; i < n; i++) {
        draw(4, 2, r).forEach((value, j) => {
          mean[j] = (mean[j] ?? NaN) + value / n;
          square[j] = (square[j] ?? NaN) + (value * value) / n;
        });
      }
      for (const value of mean) expect(Math.abs(value)).toBeLessThan(5 * Math.sqrt(4 / n));
      expect(Math.max(...square) / Math.min(...square)).toBeLessThan(1.1);
    }
  });

  test('never writes to its arguments', () => {
    const v = vec(3, -1, 2, 0.5);
    const copy = v.slice();
    ball.project(v, 1);
    ball.steepest(v, 1);
    expect(v).toEqual(copy);
  });
});

describe.each([linf, l2, l1])('the norm $title', (ball) => {
  test('grows with the perturbation, in either sign', () => {
    fc.assert(
      fc.property(rows(), fc.double({ min: -5, max: 5, noNaN: true }), (v, factor) => {
        const scaled = v.map((value) => factor * value);
        expect(ball.size(scaled)).toBeCloseTo(Math.abs(factor) * ball.size(v), 3);
      }),
    );
  });

  test('obeys the triangle inequality', () => {
    fc.assert(
      fc.property(rows(5, 5), rows(5, 5), (a, b) => {
        const sum = a.map((value, i) => value + (b[i] ?? NaN));
        expect(ball.size(sum)).toBeLessThanOrEqual(ball.size(a) + ball.size(b) + 1e-5);
      }),
    );
  });

  test('is uniform inside: half of its volume lies within radius × 2^(−1/d)', () => {
    const n = 20_000;
    const r = random('inside');
    let inner = 0;
    for (let i = 0; i < n; i++) if (ball.size(ball.sample(5, 3, r)) <= 3 * 2 ** (-1 / 5)) inner++;
    expect(Math.abs(inner / n - 0.5)).toBeLessThan(5 * Math.sqrt(0.25 / n));
  });
});

describe('by hand', () => {
  const v = vec(3, -4, 0);

  test('sizes', () => {
    expect([linf, l2, l1, l0].map((ball) => ball.size(v))).toEqual([4, 5, 7, 2]);
  });

  test('projections on radius 1', () => {
    expect(linf.project(v, 1)).toEqual(vec(1, -1, 0));
    close(l2.project(v, 1), vec(0.6, -0.8, 0));
    expect(l1.project(v, 1)).toEqual(vec(0, -1, 0));
    expect(l1.project(v, 3)).toEqual(vec(1, -2, 0));
    expect(l0.project(v, 1)).toEqual(vec(0, -4, 0));
  });

  test('steepest points of radius 2', () => {
    expect(linf.steepest(v, 2)).toEqual(vec(2, -2, 0));
    close(l2.steepest(v, 2), vec(1.2, -1.6, 0));
    expect(l1.steepest(v, 2)).toEqual(vec(0, -2, 0));
    expect(l0.steepest(v, 2)).toEqual(vec(1, -1, 0));
  });

  test('gains are radius × dual norm', () => {
    expect([linf, l2, l1, l0].map((ball: Ball) => ball.gain(v, 2))).toEqual([14, 10, 8, 7]);
  });

  test('of equals, L1 and L0 take the first', () => {
    expect(l1.steepest(vec(1, -1, 1), 1)).toEqual(vec(1, 0, 0));
    expect(l0.project(vec(1, -1, 1, 2), 2)).toEqual(vec(1, 0, 0, 2));
  });

  test('L0 counts whole numbers: half a change is none', () => {
    expect(l0.project(v, 0.9)).toEqual(vec(0, 0, 0));
    expect(l0.project(v, 1.9)).toEqual(vec(0, -4, 0));
  });
});
