import fc from 'fast-check';
import { expect, test } from 'vitest';
import { confidences, confidencesAt, smallestAlphas } from '../../../src/lab/geometry/confidence-rays.ts';
import { imageSpace } from '../../../src/lab/geometry/image-space.ts';
import {
  activationPattern,
  affineAt,
  limitProbabilities,
  piecesAlong,
  type ReluNet,
} from '../../../src/lab/geometry/linear-regions.ts';
import { manifoldDistance } from '../../../src/lab/geometry/manifold-distance.ts';
import type { Manifold } from '../../../src/lab/geometry/manifold.ts';
import { coordinatesOf, planeThrough, pointAt, slice } from '../../../src/lab/geometry/slice.ts';
import { tangentNormal } from '../../../src/lab/geometry/tangent-normal.ts';
import type { Vec } from '../../../src/lab/oracle.ts';
import { linear } from '../../../src/lab/oracles/linear.ts';
import { random } from '../../../src/lab/random.ts';
import { add } from '../../../src/lab/vec.ts';
import { distance, inner, normals, randomLinear, uniforms, vec } from '../helpers.ts';

const layer = (from: number, to: number, name: string) => ({
  kernel: normals(from * to, random(name), 1 / Math.sqrt(from)),
  bias: normals(to, random(`${name} bias`), 0.3),
});
const net: ReluNet = [layer(5, 9, 'a'), layer(9, 7, 'b'), layer(7, 3, 'c')];
const answer = (x: ArrayLike<number>): number[] => {
  let values = Array.from(x);
  net.forEach(({ kernel, bias }, depth) => {
    const sums = Array.from(bias, (b, k) =>
      values.reduce((sum, value, i) => sum + value * (kernel[i * bias.length + k] as number), b),
    );
    values = depth < net.length - 1 ? sums.map((value) => Math.max(0, value)) : sums;
  });
  return values;
};
const seeds = fc.integer({ min: 0, max: 1000 });

const last = async <Step>(steps: AsyncGenerator<Step>): Promise<Step> => {
  let kept: Step | undefined;
  for await (const step of steps) kept = step;
  if (kept === undefined) throw new Error('There was no step.');
  return kept;
};

test('tangent and normal parts sum to the perturbation and are orthogonal, also with dependent directions', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const delta = normals(12, random(seed));
      const jacobian = normals(36, random(`j${seed}`));
      for (let i = 0; i < 12; i++) jacobian[3 * i + 2] = 2 * (jacobian[3 * i] as number);
      const { tangent, normal, tangentShare, rank } = tangentNormal(delta, jacobian);
      expect(rank).toBe(2);
      expect(distance(add(tangent, normal), delta)).toBeLessThan(1e-5);
      expect(Math.abs(inner(tangent, normal))).toBeLessThan(1e-5);
      expect(tangentShare).toBeCloseTo(inner(tangent, tangent) / inner(delta, delta), 5);
      for (let j = 0; j < 3; j++) {
        expect(Math.abs(normal.reduce((s, v, i) => s + v * (jacobian[3 * i + j] as number), 0))).toBeLessThan(
          1e-4,
        );
      }
    }),
  );
});

test('a perturbation along a direction is all tangent, and one beside it none', () => {
  expect(tangentNormal(vec(0, 3, 0), vec(0, 2, 0)).tangentShare).toBe(1);
  expect(tangentNormal(vec(5, 0, 1), vec(0, 2, 0)).tangentShare).toBe(0);
});

const circle: Manifold = {
  low: vec(-4),
  high: vec(4),
  draw: (z) => vec(Math.cos(z[0] as number), Math.sin(z[0] as number)),
  jacobian: (z) => vec(-Math.sin(z[0] as number), Math.cos(z[0] as number)),
};

test('the distance to a circle is that of the radii, and to half a circle that of its end', async () => {
  const { distance: far, latent } = await last(manifoldDistance(circle, vec(1.5, 2), [vec(-2), vec(0.1)]));
  expect(far).toBeCloseTo(1.5, 5);
  expect(latent[0]).toBeCloseTo(Math.atan2(2, 1.5), 3);
  const half = { ...circle, low: vec(0), high: vec(3) };
  const end = await last(manifoldDistance(half, vec(1, -1), [vec(0.5)]));
  expect(end.distance).toBeCloseTo(1, 5);
});

test('the distance to a plane is that of least squares, and it never grows', async () => {
  const plane: Manifold = {
    low: vec(-9, -9),
    high: vec(9, 9),
    draw: (z) => vec((z[0] as number) + (z[1] as number), z[1] as number, 1),
    jacobian: () => vec(1, 1, 0, 1, 0, 0),
  };
  let before = Infinity;
  for await (const step of manifoldDistance(plane, vec(2, -1, 4), [vec(5, 5)])) {
    expect(step.distance).toBeLessThanOrEqual(before);
    before = step.distance;
  }
  expect(before).toBeCloseTo(3, 5);
});

test('the affine map of a region is the net, there and wherever the pattern is the same', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const x = normals(5, random(seed));
      const near = add(x, normals(5, random(`n${seed}`), 0.05));
      const { matrix, offset } = affineAt(net, x);
      const same = activationPattern(net, x).join() === activationPattern(net, near).join();
      for (const point of same ? [x, near] : [x]) {
        answer(point).forEach((value, k) => {
          const mapped =
            (offset[k] as number) + point.reduce((s, v, i) => s + v * (matrix[k * 5 + i] as number), 0);
          expect(mapped).toBeCloseTo(value, 9);
        });
      }
    }),
  );
});

test('the pieces of a ray join, and each is the net in its inside', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const [x, d] = [normals(5, random(seed)), normals(5, random(`d${seed}`))];
      let reached = 0;
      for (const { from, to, offset, slope } of piecesAlong(net, x, d)) {
        expect(from).toBeCloseTo(reached, 12);
        const t = to === Infinity ? from + 1 : (from + to) / 2;
        answer(Array.from(x, (v, i) => v + t * (d[i] as number))).forEach((value, k) =>
          expect(Math.abs((offset[k] as number) + t * (slope[k] as number) - value)).toBeLessThan(
            1e-8 * (1 + t),
          ),
        );
        reached = to;
      }
      expect(reached).toBe(Infinity);
    }),
  );
});

test('the limit along a ray is the softmax far out, and a tie of slopes leaves the softmax of the offsets', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const x = normals(5, random(seed));
      const limit = limitProbabilities([...piecesAlong(net, new Float32Array(5), x)].at(-1) as never);
      const far = answer(x.map((v) => 1e6 * v));
      const top = Math.max(...far);
      const total = far.reduce((s, v) => s + Math.exp(v - top), 0);
      far.forEach((v, k) => expect(limit[k]).toBeCloseTo(Math.exp(v - top) / total, 6));
    }),
  );
  const tie = limitProbabilities({
    offset: Float64Array.of(0, Math.log(3), 9),
    slope: Float64Array.of(2, 2, 1),
  });
  expect([...tie].map((p) => p.toFixed(6))).toEqual(['0.250000', '0.750000', '0.000000']);
});

test('of two classes the smallest α is the log-odds wanted over the log-odds at 1', async () => {
  const two = linear({ weights: vec(1, 0), bias: vec(0, 0) });
  const alphas = await smallestAlphas(two, vec(0.5, 9, 0), 0.99);
  expect(alphas[0]).toBeCloseTo(Math.log(99) / 0.5, 3);
  expect([alphas[1], alphas[2]]).toEqual([1, Infinity]);
  expect((await confidencesAt(two, vec(0.5), [2]))[0]).toBeCloseTo(1 / (1 + Math.exp(-1)), 6);
});

test('the share of image space is that of a half-line, whatever the batch, within its bounds', async () => {
  // Sure by 0.75 where |x| ≥ log 3, of x uniform in 0 … 2.
  const two = linear({ weights: vec(1, 0), bias: vec(0, 0) });
  const ask = async (batch: number) => {
    const options = {
      thresholds: [0.75, 0.5],
      pictures: 2000,
      batch,
      box: [0, 2],
      confidence: 0.999,
    } as const;
    return last(imageSpace(two, options, random(1)));
  };
  const [half, all] = await ask(300);
  const truth = 1 - Math.log(3) / 2;
  expect([(half?.share.low ?? NaN) < truth, truth < (half?.share.high ?? NaN)]).toEqual([true, true]);
  expect(all?.sure).toBe(2000);
  expect((await ask(2000))[0]?.sure).toBe(half?.sure);
});

test('a plane holds its three points at their distances, and a slice says what the network says there', async () => {
  const [a, b, c]: readonly Vec[] = [1, 2, 3].map((seed) => uniforms(6, random(seed)));
  const plane = planeThrough(a as Vec, b as Vec, c as Vec);
  for (const point of [a, b, c] as Vec[]) {
    expect(distance(pointAt(plane, ...coordinatesOf(plane, point)), point)).toBeLessThan(1e-6);
  }
  expect(coordinatesOf(plane, b as Vec)[0]).toBeCloseTo(distance(a as Vec, b as Vec), 5);
  expect(() => planeThrough(vec(0, 0), vec(1, 1), vec(2, 2))).toThrow('on one line');
  const oracle = randomLinear(6, 3, random('slice'));
  let rows = 0;
  for await (const { index, v, logits, confidence } of slice(oracle, plane, {
    u: [-1, 1],
    v: [0, 2],
    cells: 5,
  })) {
    rows++;
    expect(v).toBe(index / 2);
    const middle = pointAt(plane, 0, v);
    expect(distance(logits.slice(6, 9), await oracle.logits(middle))).toBeLessThan(1e-6);
    expect(confidence[2]).toBeCloseTo((await confidences(oracle, middle))[0] as number, 6);
  }
  expect(rows).toBe(5);
});
