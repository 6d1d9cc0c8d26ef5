import { describe, expect, test } from 'vitest';
import type { Vec } from '../../src/lab/oracle.ts';
import { affine, ranged } from '../../src/lab/oracles/affine.ts';
import { blackBox } from '../../src/lab/oracles/black-box.ts';
import { counted } from '../../src/lab/oracles/counted.ts';
import { linear } from '../../src/lab/oracles/linear.ts';
import { rounded } from '../../src/lab/oracles/rounded.ts';
import { random } from '../../src/lab/random.ts';
import { finiteDifferences, normals, vec } from './helpers.ts';
import { oracles } from './setting.ts';

describe.each(Object.entries(oracles))('%s', (_, oracle) => {
  const { dimension, classes } = oracle;
  const x = normals(3 * dimension, random('x'), 0.5);
  const labels = Int32Array.of(0, 2, 3);

  test('has the gradient that finite differences of its loss have', async () => {
    const { gradient } = await oracle.loss(x, labels);
    (await finiteDifferences(oracle, x, labels)).forEach((slope, j) => {
      expect(slope).toBeCloseTo(gradient[j] ?? NaN, 3);
    });
  });

  test('has a Jacobian whose weighted rows are its pullback', async () => {
    const weights = normals(3 * classes, random('weights'));
    const { jacobian, logits } = await oracle.jacobian(x);
    expect(logits).toEqual(await oracle.logits(x));
    const { gradient } = await oracle.pullback(x, (_, from) => weights.slice(from * classes));
    for (let i = 0; i < 3; i++) {
      for (let d = 0; d < dimension; d++) {
        const sum = Array.from({ length: classes }, (_, k) => k).reduce(
          (total, k) =>
            total + (weights[i * classes + k] ?? NaN) * (jacobian[(i * classes + k) * dimension + d] ?? NaN),
          0,
        );
        expect(sum).toBeCloseTo(gradient[i * dimension + d] ?? NaN, 4);
      }
    }
  });

  test('gives the same logits with the loss as without, and one row at a time', async () => {
    const { logits } = await oracle.loss(x, labels);
    expect(await oracle.logits(x)).toEqual(logits);
    expect(await oracle.logits(x.slice(dimension, 2 * dimension))).toEqual(
      logits.slice(classes, 2 * classes),
    );
  });
});

describe('the linear oracle', () => {
  // The ten numbers of the first article, as two classes of which the first always scores 0.
  const w = [-1, -1, 1, -1, 1, -1, 1, 1, -1, 1];
  const x = vec(2, -1, 3, -2, 2, 2, 1, -4, 5, 1);
  const oracle = linear({ weights: Float32Array.from(w.flatMap((weight) => [0, weight])), bias: vec(0, 0) });

  test('scores the ten numbers −3', async () => {
    expect(await oracle.logits(x)).toEqual(vec(0, -3));
  });

  test('has the gradient p·W away from class 0', async () => {
    const p = 1 / (1 + Math.exp(3));
    const { loss, gradient } = await oracle.loss(x, Int32Array.of(0));
    expect(loss[0]).toBeCloseTo(-Math.log(1 - p), 6);
    w.forEach((weight, i) => expect(gradient[i]).toBeCloseTo(p * weight, 7));
  });

  test('keeps a direction where the probability rounds to 1', async () => {
    const { gradient } = await oracle.loss(
      x.map((value) => -20 * value),
      Int32Array.of(1),
    );
    w.forEach((weight, i) => expect(Math.sign(gradient[i] ?? NaN)).toBe(-weight));
  });

  test('refuses weights that fit no number of inputs', () => {
    expect(() => linear({ weights: vec(1, 2, 3), bias: vec(0, 0) })).toThrow(
      '3 weights do not make rows of 2 classes.',
    );
  });
});

describe('watching an oracle', () => {
  const plain = linear({ weights: vec(1, 2, 3, 4), bias: vec(0, 0) });

  test('counts rows, and answers the same', async () => {
    const { oracle, counts } = counted(plain);
    expect(counts()).toEqual({ queries: 0, gradients: 0 });
    const two = vec(1, 2, 3, 4);
    expect(await oracle.logits(two)).toEqual(await plain.logits(two));
    expect(await oracle.loss(two, Int32Array.of(0, 1))).toEqual(await plain.loss(two, Int32Array.of(0, 1)));
    await oracle.logits(vec(1, 2));
    expect(counts()).toEqual({ queries: 3, gradients: 2 });
  });

  test('a black box answers the same and has no gradients, and its questions are counted', async () => {
    const { oracle, counts } = counted(plain);
    const box = blackBox(oracle);
    expect(Object.keys(box).sort()).toEqual(['classes', 'dimension', 'logits']);
    expect(await box.logits(vec(1, 2))).toEqual(await plain.logits(vec(1, 2)));
    expect(counts()).toEqual({ queries: 1, gradients: 0 });
  });
});

describe('gradients rounded to 32 bits', () => {
  // One number; class 1 leads class 0 by 4x.
  const plain = linear({ weights: vec(-2, 2), bias: vec(0, 0) });
  const label = Int32Array.of(1);

  test('are the exact ones where no probability is near 1', async () => {
    const x = vec(0.5);
    const exact = (await plain.loss(x, label)).gradient[0] ?? NaN;
    expect((await rounded(plain).loss(x, label)).gradient[0]).toBeCloseTo(exact, 6);
  });

  test('lose the pull away from the label where its probability rounds to 1', async () => {
    const x = vec(6);
    const p = Math.exp(-24) / (1 + Math.exp(-24));
    expect((await plain.loss(x, label)).gradient[0]).toBeCloseTo(-4 * p, 15);
    // Left is the push towards class 0 alone: half of it.
    expect((await rounded(plain).loss(x, label)).gradient[0]).toBeCloseTo(-2 * p, 15);
  });
});

describe('an oracle asked about scale·x + shift', () => {
  const r = random('affine');
  const [weights, bias] = [normals(6 * 3, r), normals(3, r)];
  const shift = normals(6, r);
  // W·(2x + s) + b = (2W)·x + (W·s + b): another linear model.
  const moved = affine(linear({ weights, bias }), { scale: 2, shift });
  const same = linear({
    weights: weights.map((value) => 2 * value),
    bias: bias.map((value, k) =>
      shift.reduce((sum, s, d) => sum + s * (weights[3 * d + k] as number), value),
    ),
  });
  const x = normals(12, r);
  const labels = Int32Array.of(0, 2);
  const close = (a: Vec, b: Vec): void => b.forEach((value, i) => expect(a[i]).toBeCloseTo(value, 4));

  test('answers as the linear model with the scale in its weights and the shift in its bias', async () =>
    close(await moved.logits(x), await same.logits(x)));

  test('has the gradients of that model', async () => {
    const [a, b] = [await moved.loss(x, labels), await same.loss(x, labels)];
    close(a.loss, b.loss);
    close(a.gradient, b.gradient);
    close((await moved.jacobian(x)).jacobian, (await same.jacobian(x)).jacobian);
    const weigh = (z: Vec): Vec => z.map((_, i) => i);
    close((await moved.pullback(x, weigh)).gradient, (await same.pullback(x, weigh)).gradient);
  });

  test('of a range puts black at its low end and white at its high end', async () => {
    const net = ranged(linear({ weights: Float32Array.of(1), bias: Float32Array.of(0) }), [-1, 1]);
    expect([...(await net.logits(Float32Array.of(0, 0.5, 1)))]).toEqual([-1, 0, 1]);
  });
});
