import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { projectedLbfgs } from '../../src/lab/optimise/projected-lbfgs.ts';
import { bestPair, bestSingle, type Move } from '../../src/lab/optimise/saliency-map.ts';
import { random } from '../../src/lab/random.ts';
import { clip, mapped, subtract } from '../../src/lab/vec.ts';
import { vec } from './helpers.ts';

describe('the saliency map', () => {
  const moves: fc.Arbitrary<readonly Move[]> = fc
    .array(fc.tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: -6, max: 6 })), {
      minLength: 1,
      maxLength: 25,
    })
    .map((all) => all.map(([rise, fall], place) => ({ place, sign: 1, rise, fall })));
  const worth = (some: readonly Move[]): number => {
    const rise = some.reduce((sum, move) => sum + move.rise, 0);
    const fall = some.reduce((sum, move) => sum + move.fall, 0);
    return rise > 0 && fall > 0 ? rise * fall : 0;
  };

  test('finds the best pair, as trying all pairs would', () => {
    fc.assert(
      fc.property(moves, (all) => {
        const pairs = all.flatMap((a, i) => all.slice(i + 1).map((b) => worth([a, b])));
        const best = bestPair(all);
        expect(worth(best)).toBe(Math.max(0, ...pairs));
        expect([0, 2]).toContain(best.length);
        expect(new Set(best.map(({ place }) => place)).size).toBe(best.length);
      }),
    );
  });

  test('finds the best number, as trying all would', () => {
    fc.assert(
      fc.property(moves, (all) => {
        expect(worth(bestSingle(all))).toBe(Math.max(0, ...all.map((one) => worth([one]))));
      }),
    );
  });

  test('looks at few of the pairs of a colour picture of 224 × 224', () => {
    const stream = random('wide');
    let read = 0;
    const all = Array.from({ length: 3 * 224 ** 2 }, (_, place): Move => {
      const [rise, fall] = [stream.normal(), stream.normal()];
      return {
        place,
        sign: 1,
        rise,
        get fall() {
          read += 1;
          return fall;
        },
      };
    });
    expect(bestPair(all)).toHaveLength(2);
    expect(read / all.length).toBeLessThan(3);
  });
});

test('L-BFGS finds the least of a stretched bowl in a box, where the box cuts it off too', () => {
  const stretch = vec(1, 10, 100, 1);
  const bottom = vec(0.5, -0.25, 0.75, 3);
  const descent = projectedLbfgs(vec(0, 0, 0, 0), (x) => clip(x, [-1, 1]), {
    steps: 60,
    memory: 5,
    first: 1,
  });
  let x = vec();
  for (let next = descent.next(); next.done !== true;) {
    x = next.value;
    const off = subtract(x, bottom);
    const gradient = mapped(off, (value, j) => value * (stretch[j] as number));
    next = descent.next({
      value: off.reduce((sum, value, j) => sum + (value * (gradient[j] as number)) / 2, 0),
      gradient,
    });
  }
  [0.5, -0.25, 0.75, 1].forEach((value, j) => expect(x[j]).toBeCloseTo(value, 3));
});
