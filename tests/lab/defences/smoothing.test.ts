import { expect, test } from 'vitest';
import { pgd } from '../../../src/lab/attacks/pgd.ts';
import { sequentially } from '../../../src/lab/attacks/sequentially.ts';
import { balls } from '../../../src/lab/balls/index.ts';
import { gaussianNoise } from '../../../src/lab/defences/noise.ts';
import {
  certifiedRadius,
  certify,
  predictSmoothed,
  type Smoothing,
} from '../../../src/lab/defences/smoothing.ts';
import type { Attack } from '../../../src/lab/attack.ts';
import { expectation } from '../../../src/lab/oracles/ensemble.ts';
import { linear } from '../../../src/lab/oracles/linear.ts';
import { meanLogits } from '../../../src/lab/oracles/pooling.ts';
import { randomised } from '../../../src/lab/oracles/preprocessed.ts';
import type { Problem } from '../../../src/lab/problem.ts';
import { random } from '../../../src/lab/random.ts';
import { finish, solve } from '../../../src/lab/solve.ts';
import { clopperPearson } from '../../../src/lab/statistics/interval.ts';
import { normalProbability } from '../../../src/lab/statistics/normal.ts';
import { predictions, row } from '../../../src/lab/vec.ts';
import { normals, randomLinear, twoLayers, uniforms, vec } from '../helpers.ts';

// Class 1 where 3x + 4y > 1: the point (0.8, 0.4) is 0.6 from there.
const half = linear({ weights: vec(0, 3, 0, 4), bias: vec(0, -1) });
const point = vec(0.8, 0.4);
const distance = 0.6;
const usual: Smoothing = { sigma: 0.5, n0: 100, n: 1000, alpha: 0.001 };

test('the radius of a smoothed linear network is its distance from the boundary', () => {
  for (const [sigma, far] of [
    [0.25, 0.01],
    [0.5, 0.6],
    [1, 3],
  ] as const) {
    expect(certifiedRadius(sigma, normalProbability(far / sigma))).toBeCloseTo(far, 9);
  }
  expect([certifiedRadius(1, 0.5), certifiedRadius(1, 0.2)]).toEqual([0, 0]);
});

test('radii are σΦ⁻¹ of the exact lower bound, as SciPy has them', () => {
  const radius = (sigma: number, hits: number): number =>
    certifiedRadius(sigma, clopperPearson(hits, 1000, 0.998).low);
  expect(radius(0.5, 990)).toBeCloseTo(0.9890047910705997, 9);
  expect(radius(0.25, 800)).toBeCloseTo(0.1753316126437329, 9);
  expect(radius(1, 1000)).toBeCloseTo(2.4632626147808114, 9);
});

test('certifies nearly that distance and never more, and says how far it is', async () => {
  let steps = 0;
  const { label, radius, low, counts } = await finish(certify(half, point, usual, random(1)), (draws) => {
    steps++;
    expect([draws.done, draws.of]).toEqual([100 * steps, 1100]);
  });
  expect([label, steps, counts.reduce((a, b) => a + b, 0)]).toEqual([1, 11, 1000]);
  expect(radius).toBe(certifiedRadius(0.5, low));
  expect(radius).toBeLessThan(distance);
  expect(radius).toBeGreaterThan(0.8 * distance);
});

test('claims too large a radius no more often than α', async () => {
  let tooLarge = 0;
  for (let seed = 0; seed < 400; seed++) {
    const smoothing = { ...usual, n0: 10, n: 60, alpha: 0.05, batch: 100 };
    const { radius } = await finish(certify(half, point, smoothing, random(seed)));
    if (radius > distance) tooLarge++;
  }
  // Of 400, 5 % are 20; 33 or more come up once in 500 times.
  expect(tooLarge).toBeLessThan(33);
  expect(tooLarge).toBeGreaterThan(0);
});

test('abstains on the boundary, and answers away from it', async () => {
  const edge = vec(0.2, 0.1);
  expect((await finish(predictSmoothed(half, edge, usual, random(1)))).label).toBe(undefined);
  expect((await finish(predictSmoothed(half, point, usual, random(1)))).label).toBe(1);
  const { label, radius } = await finish(certify(half, edge, usual, random(1)));
  expect([label, radius]).toEqual([undefined, 0]);
});

test('draws by number: the same seed gives the same counts in batches of any size', async () => {
  const counts = async (batch: number) =>
    (await finish(predictSmoothed(half, point, { ...usual, batch }, random(3)))).counts;
  expect(await counts(7)).toEqual(await counts(1000));
  await expect(finish(predictSmoothed(half, vec(1, 2, 3, 4), usual, random(1)))).rejects.toThrow(
    'one picture at a time',
  );
});

test('the mean gradient over noise is a linear network’s own, and the mean of no noise the network', async () => {
  const oracle = randomLinear(20, 3, random('w'));
  const x = uniforms(2 * 20, random('x'));
  const weigh = (): Float32Array<ArrayBuffer> => vec(1, 0, -1, 0, 2, 0);
  const own = await oracle.pullback(x, weigh);
  const averaged = await expectation(oracle, gaussianNoise(0.3), 8, random(1), meanLogits).pullback(x, weigh);
  averaged.gradient.forEach((g, i) => expect(g).toBeCloseTo(own.gradient[i] ?? NaN, 5));
  const still = await expectation(oracle, gaussianNoise(0), 3, random(1)).loss(x, Int32Array.of(0, 2));
  const plain = await oracle.loss(x, Int32Array.of(0, 2));
  still.gradient.forEach((g, i) => expect(g).toBeCloseTo(plain.gradient[i] ?? NaN, 5));
});

test('the noise is that of the seed and the input alone: rows do not matter to each other, points do', async () => {
  const oracle = randomised(randomLinear(20, 3, random('w')), gaussianNoise(0.3), random(1));
  const x = uniforms(2 * 20, random('x'));
  const both = await oracle.logits(x);
  expect(await oracle.logits(x)).toEqual(both);
  expect(await oracle.logits(row(x, 1, 20).slice())).toEqual(row(both, 1, 3));
  const zeros = randomised(linear({ weights: vec(1, 0), bias: vec(0, 0) }), gaussianNoise(1), random(1));
  expect((await zeros.logits(vec(0)))[0]).not.toBeCloseTo((await zeros.logits(vec(1e-6)))[0] ?? NaN, 3);
});

test('who averages over the noise fools the smoothed network at least as often as who does not know of it', async () => {
  const [dimension, classes, count] = [30, 4, 40];
  const net = twoLayers(dimension, 12, classes, random('layers'));
  const smoothed = expectation(net, gaussianNoise(0.3), 64, random('judge'));
  const x0 = uniforms(count * dimension, random('pictures'));
  const labels = predictions(await smoothed.logits(x0), classes);
  const fooled = async (attack: Attack<object>): Promise<number> => {
    const problem: Problem = {
      oracle: smoothed,
      x0,
      goal: { kind: 'leave', labels },
      ball: balls.l2,
      radius: 0.5,
      box: [0, 1],
    };
    const { outcomes } = await finish(
      solve(attack, problem, { options: { steps: 10 }, random: random('a') }),
    );
    return outcomes.filter((outcome) => outcome === 'reached').length;
  };
  const knowing = expectation(net, gaussianNoise(0.3), 16, random('attacker'));
  const adaptive = await fooled(sequentially(pgd, [knowing]));
  const naive = await fooled(sequentially(pgd, [net]));
  expect(adaptive).toBeGreaterThanOrEqual(naive);
  expect(adaptive).toBeGreaterThan(0);
});

test('noise has the spread it is asked for', () => {
  const { apply } = gaussianNoise(0.5)(random(1));
  const noise = apply(new Float32Array(10_000));
  expect(Math.sqrt(noise.reduce((s, v) => s + v * v, 0) / noise.length)).toBeCloseTo(0.5, 1);
  expect(normals(1, random(1))).toEqual(gaussianNoise(1)(random(1)).apply(vec(0)));
});
