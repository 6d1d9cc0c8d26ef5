import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultState } from '../../src/figures/kit/contract/figure.ts';
import figure from '../../src/figures/toy-logistic/figure.ts';
import {
  analyse,
  dot,
  flipped,
  l1Norm,
  l2Norm,
  sigmoid,
  signNudges,
  straightNudges,
  towardsOther,
} from '../../src/figures/toy-logistic/logistic.ts';
import { states } from './arbitrary.ts';

const base = defaultState(figure);
const published = analyse(base.x, base.w, base.step);

const anyState = states(figure);
const weighty = anyState.filter(({ w }) => w.some((weight) => weight !== 0));

describe('the ten numbers of the published example', () => {
  it('give 4.74 % before and 88.08 % after a step of 0.5', () => {
    expect(sigmoid(published.before).toFixed(4)).toBe('0.0474');
    expect(sigmoid(published.after).toFixed(4)).toBe('0.8808');
    expect([published.before, published.after]).toEqual([-3, 2]);
  });

  it('become the published y', () => {
    expect(published.y).toEqual([1.5, -1.5, 3.5, -2.5, 2.5, 1.5, 1.5, -3.5, 4.5, 1.5]);
  });

  it('reach the line at a step of 0.3 exactly', () => {
    expect(published.smallest).toBe(0.3);
    expect(analyse(base.x, base.w, 0.3).after).toBe(0);
  });

  it('spread over the sign patterns as the binomial coefficients of 10', () => {
    expect(published.landings.map(({ count }) => count)).toEqual([
      1, 10, 45, 120, 210, 252, 210, 120, 45, 10, 1,
    ]);
    expect(published.landings.map(({ sum }) => sum)).toEqual([-8, -7, -6, -5, -4, -3, -2, -1, 0, 1, 2]);
    expect([published.flips, published.ties, published.patterns]).toEqual([11, 45, 1024]);
  });

  it('make the straight step of the same length the same step, and one of length 0.5 shorter by √10', () => {
    expect(published.sameLength).toBe(published.after);
    expect(published.shortLength - published.before).toBeCloseTo(
      (published.after - published.before) / Math.sqrt(10),
      8,
    );
  });
});

describe('for any numbers, weights and step', () => {
  it('the sign step shifts the sum by step × ‖w‖₁ towards the other class', () => {
    fc.assert(
      fc.property(anyState, ({ x, w, step }) => {
        const { before, after } = analyse(x, w, step);
        expect(after - before).toBeCloseTo(towardsOther(before) * step * l1Norm(w), 7);
      }),
    );
  });

  it('no other nudge of at most that size in any coordinate gets further', () => {
    const within = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(anyState, within, ({ x, w, step }, shares) => {
        const { before, after, landings } = analyse(x, w, step);
        const direction = towardsOther(before);
        const other = dot(
          w,
          x.map((value, i) => value + step * (shares[i] ?? 0)),
        );
        expect(direction * other).toBeLessThanOrEqual(direction * after + 1e-8);
        for (const { sum } of landings) expect(direction * sum).toBeLessThanOrEqual(direction * after + 1e-8);
      }),
    );
  });

  it('the smallest step reaches 50 %, a larger one flips and a smaller one does not', () => {
    fc.assert(
      fc.property(weighty, ({ x, w }) => {
        const { before, smallest } = analyse(x, w, 0);
        if (smallest === null) throw new Error('weights that are not all 0 have a smallest step');
        expect(sigmoid(analyse(x, w, smallest).after)).toBeCloseTo(0.5, 7);
        expect(flipped(before, analyse(x, w, smallest + 0.01).after)).toBe(true);
        if (before !== 0) expect(flipped(before, analyse(x, w, smallest * 0.99).after)).toBe(false);
      }),
    );
  });

  it('the landings are the sums of all 1,024 sign patterns, even about the start', () => {
    fc.assert(
      fc.property(anyState, ({ x, w, step }) => {
        const { before, landings } = analyse(x, w, step);
        expect(landings.reduce((total, { count }) => total + count, 0)).toBe(1024);
        const squares =
          landings.reduce((total, { sum, count }) => total + count * (sum - before) ** 2, 0) / 1024;
        // A random sign pattern typically shifts the sum by the step times the Euclidean norm of the weights.
        expect(Math.sqrt(squares)).toBeCloseTo(step * l2Norm(w), 6);
        for (const [i, { sum, count }] of landings.entries()) {
          const mirrored = landings.at(-1 - i);
          expect(mirrored?.count).toBe(count);
          expect((mirrored?.sum ?? 0) - before).toBeCloseTo(before - sum, 7);
        }
      }),
    );
  });

  it('no direction of the same Euclidean length beats the one along the weights', () => {
    const direction = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(weighty, direction, ({ w, step }, any) => {
        const norm = l2Norm(any);
        fc.pre(norm > 1e-3);
        const best = straightNudges(w, step, 1);
        expect(l2Norm(best)).toBeCloseTo(step, 9);
        expect(dot(w, best)).toBeCloseTo(step * l2Norm(w), 7);
        expect(
          dot(
            w,
            any.map((value) => (value / norm) * step),
          ),
        ).toBeLessThanOrEqual(dot(w, best) + 1e-8);
      }),
    );
  });

  it('along the weights goes at least as far as the sign step of the same length', () => {
    fc.assert(
      fc.property(anyState, ({ x, w, step }) => {
        const { before, after, sameLength, length } = analyse(x, w, step);
        const direction = towardsOther(before);
        expect(length).toBeCloseTo(l2Norm(signNudges(w, step, direction)), 9);
        expect(direction * (sameLength - after)).toBeGreaterThanOrEqual(-1e-8);
      }),
    );
  });
});
