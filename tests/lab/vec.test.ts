import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toEightBits } from '../../src/lab/eight-bits.ts';
import { random } from '../../src/lab/random.ts';
import { crossEntropy, crossEntropyGradient, logOdds, sigmoid, softmax } from '../../src/lab/softmax.ts';
import { argmax, clip, predictions, row, zeroShare } from '../../src/lab/vec.ts';
import { balls } from '../../src/lab/balls/index.ts';
import { rows, uniforms, vec } from './helpers.ts';
import { add, subtract } from '../../src/lab/vec.ts';

const label = (k: number): Int32Array => Int32Array.of(k);

describe('rows', () => {
  test('a row is a view into its batch', () => {
    const batch = vec(1, 2, 3, 4, 5, 6);
    row(batch, 1, 2)[0] = 9;
    expect(batch).toEqual(vec(1, 2, 9, 4, 5, 6));
  });

  test('argmax is the first of equals and never NaN', () => {
    expect(argmax(vec(1, 3, 3))).toBe(1);
    expect(argmax(vec(NaN, -2, -1))).toBe(2);
    expect(predictions(vec(0, 1, 5, 2), 2)).toEqual(Int32Array.of(1, 0));
  });

  test('add and subtract leave their inputs alone, and clip bounds', () => {
    const a = vec(1, 2);
    const b = vec(0.5, -1);
    expect(add(a, b)).toEqual(vec(1.5, 1));
    expect(subtract(a, b)).toEqual(vec(0.5, 3));
    expect(clip(vec(-1, 0.5, 2), [0, 1])).toEqual(vec(0, 0.5, 1));
    expect([a, b]).toEqual([vec(1, 2), vec(0.5, -1)]);
  });

  test('the share of zeros counts what carries no direction', () => {
    expect(zeroShare(vec(0, 1, NaN, 2, 3, 4, 5, 6), 4)).toEqual(vec(0.5, 0));
  });
});

describe('softmax', () => {
  test('of logits the log of weights, the probabilities are the weights', () => {
    const p = softmax(vec(Math.log(0.2), Math.log(0.3), Math.log(0.5)), 3);
    [0.2, 0.3, 0.5].forEach((expected, j) => expect(p[j]).toBeCloseTo(expected, 6));
  });

  test('it sums to one and does not change when every logit moves alike', () => {
    fc.assert(
      fc.property(rows(2), fc.constantFrom(-1024, 0, 1024), (z, shift) => {
        const moved = z.map((value) => Math.round(value * 8) / 8 + shift);
        const p = softmax(moved, z.length);
        expect(p.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
        expect(p).toEqual(
          softmax(
            moved.map((value) => value - shift),
            z.length,
          ),
        );
      }),
    );
  });

  test('cross-entropy, log-odds and probability say the same', () => {
    fc.assert(
      fc.property(rows(2), fc.nat(), (z, n) => {
        const y = n % z.length;
        const p = softmax(z, z.length)[y] ?? NaN;
        expect(crossEntropy(z, label(y), z.length)[0]).toBeCloseTo(-Math.log(p), 4);
        expect(sigmoid(logOdds(z, label(y), z.length)[0] ?? NaN)).toBeCloseTo(p, 5);
      }),
    );
  });

  test('they stay exact where the probability rounds to 0 or 1', () => {
    const z = vec(60, 0);
    expect(crossEntropy(z, label(0), 2)[0]).toBe(Math.fround(Math.exp(-60)));
    expect(crossEntropy(z, label(1), 2)[0]).toBe(60);
    expect(logOdds(z, label(0), 2)[0]).toBe(60);
    expect(crossEntropyGradient(z, label(0), 2)[0]).toBe(-Math.fround(Math.exp(-60)));
    expect(crossEntropy(vec(1e6, -1e6), label(1), 2)[0]).toBe(2e6);
    expect(sigmoid(-800)).toBe(0);
    expect(sigmoid(800)).toBe(1);
  });

  test('the gradient of cross-entropy agrees with finite differences and sums to zero', () => {
    fc.assert(
      fc.property(rows(2, 6), fc.nat(), (z, n) => {
        const y = label(n % z.length);
        const gradient = crossEntropyGradient(z, y, z.length);
        expect(gradient.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 6);
        gradient.forEach((slope, j) => {
          const at = (h: number): number =>
            crossEntropy(
              z.map((value, k) => (k === j ? value + h : value)),
              y,
              z.length,
            )[0] ?? NaN;
          expect((at(0.01) - at(-0.01)) / 0.02).toBeCloseTo(slope, 3);
        });
      }),
    );
  });
});

describe('eight bits', () => {
  const boxes = [
    [0, 1],
    [-1, 1],
    [0, 255],
  ] as const;

  test.each(boxes)('every level of the box from %d to %d stays itself', (low, high) => {
    const levels = new Float32Array(256).map((_, i) => low + ((high - low) / 255) * i);
    expect(toEightBits(levels, [low, high])).toEqual(levels);
  });

  test.each(boxes)(
    'a number in the box from %d to %d moves by half a level at most, one outside to the edge',
    (low, high) => {
      const x = uniforms(1000, random('eight'), low, high);
      const shown = toEightBits(x, [low, high]);
      const worst = balls.linf.size(subtract(shown, x)) / (high - low);
      expect(worst).toBeLessThan(0.5001 / 255);
      expect(worst).toBeGreaterThan(0.49 / 255);
      expect(toEightBits(shown, [low, high])).toEqual(shown);
      expect(toEightBits(vec(low - 5, high + 5), [low, high])).toEqual(vec(low, high));
    },
  );

  test.each(Object.values(balls))(
    'what is in a $title ball around an 8-bit picture is in it still',
    (ball) => {
      const r = random('towards');
      for (const [low, high] of boxes) {
        for (let trial = 0; trial < 50; trial++) {
          const x0 = toEightBits(uniforms(64, r, low, high), [low, high]);
          const x = clip(
            add(
              x0,
              ball.sample(64, (high - low) * 3, r).map((value) => value * r.uniform()),
            ),
            [low, high],
          );
          const shown = toEightBits(x, [low, high], x0);
          expect(ball.size(subtract(shown, x0))).toBeLessThanOrEqual(
            ball.size(subtract(x, x0)) + 1e-4 * (high - low),
          );
          expect(balls.linf.size(subtract(shown, x))).toBeLessThan((high - low) / 255);
        }
      }
    },
  );

  test('a picture that is not in 8 bits is rounded to the nearest levels where it is unchanged', () => {
    const x0 = uniforms(100, random('odd'));
    expect(toEightBits(x0, [0, 1], x0)).toEqual(toEightBits(x0, [0, 1]));
  });
});
