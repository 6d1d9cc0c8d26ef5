import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balls } from '../../../src/lab/balls/index.ts';
import type { Vec } from '../../../src/lab/oracle.ts';
import { toHyperplane } from '../../../src/lab/optimise/hyperplane.ts';
import { inner, rows, vec } from '../helpers.ts';

const box = [0, 1] as const;
const ids = ['linf', 'l2', 'l1'] as const;

/** A point of the box, a slope for each of its numbers, and an offset; a few numbers, for slow solvers. */
const planes = rows(1, 5).chain((w) =>
  fc.record({
    w: fc.constant(w),
    x: fc
      .array(fc.oneof(fc.constantFrom(0, 1), fc.float({ min: 0, max: 1, noNaN: true })), {
        minLength: w.length,
        maxLength: w.length,
      })
      .map((numbers) => Float32Array.from(numbers)),
    offset: fc.float({ min: -6, max: 6, noNaN: true }).map((value) => value + 0),
  }),
);

/** All corners of a box with these lowest and highest numbers. */
const corners = (low: readonly number[], high: readonly number[]): number[][] =>
  low.reduce<number[][]>(
    (all, from, i) => all.flatMap((corner) => [from, high[i] ?? NaN].map((value) => [...corner, value])),
    [[]],
  );

const gainOf = (w: Vec, step: readonly number[]): number =>
  step.reduce((sum, value, i) => sum + value * (w[i] ?? NaN), 0);

/** What a step can gain at most, one way or the other. */
const reachOf = (w: Vec, x: Vec): { least: number; most: number } => {
  const gains = corners(
    [...x].map((value) => -value),
    [...x].map((value) => 1 - value),
  ).map((step) => gainOf(w, step));
  return { least: Math.min(...gains), most: Math.max(...gains) };
};

/** L∞: the least radius, by halving, in whose cube some corner goes as far as wanted. */
const slowLinf = (w: Vec, x: Vec, offset: number): number => {
  let [below, above] = [0, 1];
  for (let k = 0; k < 50; k++) {
    const radius = (below + above) / 2;
    const gains = corners(
      [...x].map((value) => Math.max(-radius, -value)),
      [...x].map((value) => Math.min(radius, 1 - value)),
    ).map((step) => gainOf(w, step));
    const enough = offset > 0 ? Math.max(...gains) >= offset : Math.min(...gains) <= offset;
    if (enough) above = radius;
    else below = radius;
  }
  return above;
};

/** L2: Dykstra's alternating projections onto the hyperplane and the box. */
const slowL2 = (w: Vec, x: Vec, offset: number): number => {
  const norm = gainOf(w, [...w]);
  let step = [...x].map(() => 0);
  let [p, q] = [step, step];
  for (let k = 0; k < 20_000; k++) {
    const from = step.map((value, i) => value + (p[i] ?? NaN));
    const short = (offset - gainOf(w, from)) / norm;
    const there = from.map((value, i) => value + short * (w[i] ?? NaN));
    p = from.map((value, i) => value - (there[i] ?? NaN));
    const back = there.map((value, i) => value + (q[i] ?? NaN));
    step = back.map((value, i) => Math.min(1 - (x[i] ?? NaN), Math.max(-(x[i] ?? NaN), value)));
    q = back.map((value, i) => value - (step[i] ?? NaN));
  }
  return Math.hypot(...step);
};

/**
 * L1: at a corner of what is allowed all numbers but one are at an edge or have not moved; all such steps.
 */
const slowL1 = (w: Vec, x: Vec, offset: number): number => {
  let least = Infinity;
  for (let code = 0; code < 3 ** x.length; code++) {
    const full = [...x].map((value, i) => [0, -value, 1 - value][Math.floor(code / 3 ** i) % 3] ?? NaN);
    for (let one = 0; one < x.length; one++) {
      const rest = full.map((value, i) => (i === one ? 0 : value));
      const value = (offset - gainOf(w, rest)) / (w[one] ?? NaN);
      if (!(value >= -(x[one] ?? NaN) - 1e-7 && value <= 1 - (x[one] ?? NaN) + 1e-7)) continue;
      least = Math.min(
        least,
        rest.reduce((sum, each) => sum + Math.abs(each), Math.abs(value)),
      );
    }
  }
  return least;
};

const slow = { linf: slowLinf, l2: slowL2, l1: slowL1 } as const;

describe.each(ids)('the way to a hyperplane within the box, in %s,', (ball) => {
  test('stays in the box, and ends on the hyperplane wherever the box meets it, else as near as can be', () => {
    fc.assert(
      fc.property(planes, ({ w, x, offset }) => {
        const step = toHyperplane(ball, x, w, offset, box);
        step.forEach((value, i) => {
          expect((x[i] ?? NaN) + value).toBeGreaterThanOrEqual(-1e-6);
          expect((x[i] ?? NaN) + value).toBeLessThanOrEqual(1 + 1e-6);
        });
        const { least, most } = reachOf(w, x);
        expect(inner(w, step)).toBeCloseTo(Math.min(most, Math.max(least, offset)), 4);
      }),
    );
  });

  test('is as short as a slow solver finds it', () => {
    fc.assert(
      fc.property(planes, ({ w, x, offset }) => {
        const { least, most } = reachOf(w, x);
        fc.pre(offset !== 0 && offset > least + 1e-3 && offset < most - 1e-3);
        const size = balls[ball].size(toHyperplane(ball, x, w, offset, box));
        expect(size).toBeCloseTo(slow[ball](w, x, offset), 3);
      }),
      { numRuns: 100 },
    );
  });

  test('is as long as the distance where it meets no edge: |offset| over the dual norm', () => {
    const [x, w] = [vec(0.5, 0.5, 0.5), vec(3, -4, 0)];
    for (const offset of [-0.5, 0.5]) {
      const size = balls[ball].size(toHyperplane(ball, x, w, offset, box));
      expect(size).toBeCloseTo(0.5 / balls[ball].gain(w, 1), 6);
    }
  });

  test('is nothing where there is nothing to go by', () => {
    const x = vec(0, 0.5, 1);
    expect(toHyperplane(ball, x, vec(0, 0, 0), 1, box)).toEqual(vec(0, 0, 0));
    expect(toHyperplane(ball, x, vec(1, 2, 3), 0, box)).toEqual(vec(0, 0, 0));
  });
});
