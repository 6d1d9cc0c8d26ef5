import { describe, expect, test } from 'vitest';
import { shareAt } from '../../../src/lab/attacks/square.ts';
import { cosineBasis, pixelBasis } from '../../../src/lab/black-box/basis.ts';
import { recent } from '../../../src/lab/black-box/recent.ts';
import { placesOf, shapeOf } from '../../../src/lab/black-box/shape.ts';
import { blobs, twoBumps } from '../../../src/lab/black-box/square/blobs.ts';
import { stripes } from '../../../src/lab/black-box/square/stripes.ts';
import { random } from '../../../src/lab/random.ts';
import { inner, length } from '../../../src/lab/vec.ts';

const coloured = { height: 4, width: 3, channels: 2 };

describe('a shape', () => {
  test('is guessed from the number of numbers: grey, coloured, or a line', () => {
    expect(shapeOf(784)).toEqual({ height: 28, width: 28, channels: 1 });
    expect(shapeOf(64 * 64 * 3)).toEqual({ height: 64, width: 64, channels: 3 });
    expect(shapeOf(4000)).toEqual({ height: 1, width: 4000, channels: 1 });
  });

  test('has its channels side by side', () => {
    expect([...placesOf(coloured, { top: 1, left: 1, height: 2, width: 2 }, 1)]).toEqual([9, 11, 15, 17]);
  });
});

test.each([
  ['pixels', pixelBasis(coloured), 24],
  ['cosines', cosineBasis(coloured, 1), 24],
  ['half of the cosines', cosineBasis(coloured, 0.5), 8],
])('the basis of %s is orthonormal', (_, basis, count) => {
  expect(basis.count).toBe(count);
  const directions = Array.from({ length: count }, (_, k) => basis.direction(k));
  directions.forEach((a, i) =>
    directions.forEach((b, j) => expect(inner(a, b)).toBeCloseTo(i === j ? 1 : 0, 6)),
  );
});

describe('the squares', () => {
  test('halve their share of the picture on the published schedule', () => {
    const at = (k: number): number => shareAt(k, { share: 0.8, queries: 10_000, fitted: true });
    expect([10, 11, 51, 201, 501, 1001, 2001, 4001, 6001, 8001].map(at)).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((halvings) => 0.8 / 2 ** halvings),
    );
    expect(shareAt(51, { share: 0.8, queries: 1000, fitted: true })).toBe(0.8 / 16);
    expect(shareAt(51, { share: 0.8, queries: 1000, fitted: false })).toBe(0.8 / 4);
  });

  test('begin for L∞ with upright stripes of the whole radius, of both signs', () => {
    const shape = { height: 6, width: 40, channels: 1 };
    const first = stripes.start(shape, 0.25, random('stripes'));
    first.forEach((value, i) => expect(value).toBe(first[i % 40]));
    expect(new Set(first)).toEqual(new Set([0.25, -0.25]));
  });

  test('change for L∞ one square, to ± the radius', () => {
    const shape = { height: 10, width: 10, channels: 1 };
    const before = new Float32Array(100);
    const after = stripes.propose(shape, 0.25, before, 16, random('propose'));
    const changed = Array.from(after.keys()).filter((i) => after[i] !== 0);
    expect(changed).toHaveLength(16);
    expect(new Set(changed.map((i) => after[i])).size).toBe(1);
    expect(Math.max(...changed) - Math.min(...changed)).toBe(33);
  });

  test('stay for L2 at the radius, whatever they move', () => {
    const stream = random('blobs');
    for (const shape of [
      coloured,
      { height: 28, width: 28, channels: 1 },
      { height: 1, width: 50, channels: 1 },
    ]) {
      let perturbation = blobs.start(shape, 2, stream);
      for (let k = 0; k < 20; k++) {
        expect(length(perturbation)).toBeCloseTo(2, 5);
        perturbation = blobs.propose(shape, 2, perturbation, 30 / (k + 1), stream);
      }
    }
  });

  test('are for L2 two bumps of opposite sign and together of length 1', () => {
    const bumps = twoBumps(6, 5, true);
    expect(length(bumps)).toBeCloseTo(1, 6);
    bumps.forEach((value, i) => expect(Math.sign(value)).toBe(i < 15 ? 1 : -1));
    const odd = twoBumps(5, 5, true);
    expect(length(odd.subarray(0, 10))).toBeCloseTo(Math.SQRT1_2, 6);
    expect(length(odd.subarray(10))).toBeCloseTo(Math.SQRT1_2, 6);
    // The same two bumps beside each other.
    const beside = twoBumps(5, 6, false);
    bumps.forEach((value, i) => expect(beside[(i % 5) * 6 + Math.floor(i / 5)]).toBeCloseTo(value, 6));
  });
});

test('the last few outcomes give a share once there are enough, and forget the first', () => {
  const three = recent(3);
  three.add(true);
  three.add(false);
  expect(three.share()).toBeUndefined();
  three.add(false);
  expect(three.share()).toBeCloseTo(1 / 3);
  three.add(false);
  expect(three.share()).toBe(0);
  three.clear();
  expect(three.share()).toBeUndefined();
});
