import { describe, expect, test } from 'vitest';
import { digitManifold, sampleLatent } from '../../src/data/strokes.ts';
import { attacks } from '../../src/lab/attacks/index.ts';
import { inTangent, onManifold } from '../../src/lab/attacks/on-manifold.ts';
import type { Ball } from '../../src/lab/ball.ts';
import { balls } from '../../src/lab/balls/index.ts';
import { inUnits, toUnits, type Manifold } from '../../src/lab/geometry/manifold.ts';
import { tangentNormal } from '../../src/lab/geometry/tangent-normal.ts';
import type { Vec } from '../../src/lab/oracle.ts';
import { linear } from '../../src/lab/oracles/linear.ts';
import { throughManifold } from '../../src/lab/oracles/through-manifold.ts';
import { random } from '../../src/lab/random.ts';
import { length, subtract } from '../../src/lab/vec.ts';
import { distance, inner, normals, randomLinear, uniforms, vec } from './helpers.ts';
import { path } from './setting.ts';

const [pixels, latents] = [20, 4];
const slopes = normals(pixels * latents, random('slopes'));
const column = (j: number): Vec =>
  Float32Array.from({ length: pixels }, (_, i) => slopes[i * latents + j] as number);
const flat: Manifold = {
  low: new Float32Array(latents).fill(-1),
  high: new Float32Array(latents).fill(3),
  draw: (z) =>
    Float32Array.from({ length: pixels }, (_, i) =>
      inner(slopes.subarray(i * latents, (i + 1) * latents), z),
    ),
  jacobian: () => slopes,
};
const curved: Manifold = {
  ...flat,
  draw: (z) => flat.draw(z).map(Math.sin),
  jacobian: (z) => {
    const inside = flat.draw(z);
    return slopes.map((value, at) => value * Math.cos(inside[Math.floor(at / latents)] as number));
  },
};
/** Logits 0 and normal·x: the margin's gradient in the picture is the normal. */
const normal = normals(pixels, random('normal'));
const two = linear({
  weights: Float32Array.from({ length: 2 * pixels }, (_, i) =>
    i % 2 === 0 ? 0 : (normal[(i - 1) / 2] as number),
  ),
  bias: vec(0, 0.2),
});
/** That gradient in each latent: how much the margin changes along each column. */
const pulled = Float32Array.from({ length: latents }, (_, j) => inner(column(j), normal));

test('a linear network behind a linear manifold is the linear network of the product', async () => {
  const weights = normals(pixels * 3, random('weights'));
  const product = Float32Array.from({ length: latents * 3 }, (_, at) => {
    const [j, k] = [Math.floor(at / 3), at % 3];
    return inner(
      column(j),
      Float32Array.from({ length: pixels }, (_, i) => weights[3 * i + k] as number),
    );
  });
  const bias = vec(1, 2, 3);
  const [behind, direct] = [
    throughManifold(linear({ weights, bias }), flat),
    linear({ weights: product, bias }),
  ];
  const z = uniforms(5 * latents, random('z'), -1, 3);
  const labels = Int32Array.of(0, 1, 2, 0, 1);
  const [a, b] = [await behind.loss(z, labels), await direct.loss(z, labels)];
  expect(distance(a.logits, b.logits)).toBeLessThan(1e-4);
  expect(distance(a.gradient, b.gradient)).toBeLessThan(1e-4);
  const [c, d] = [await behind.jacobian(z), await direct.jacobian(z)];
  expect(distance(c.jacobian, d.jacobian)).toBeLessThan(1e-4);
});

test('behind a curved manifold the gradient is the slope of the loss', async () => {
  const behind = throughManifold(randomLinear(pixels, 3, random('net')), inUnits(curved));
  const z = uniforms(latents, random('u'), 0.2, 0.8);
  const labels = Int32Array.of(1);
  const { gradient } = await behind.loss(z, labels);
  for (let j = 0; j < latents; j++) {
    const at = async (by: number): Promise<number> =>
      (
        await behind.loss(
          z.map((value, i) => value + (i === j ? by : 0)),
          labels,
        )
      ).loss[0] as number;
    expect(((await at(1e-3)) - (await at(-1e-3))) / 2e-3).toBeCloseTo(gradient[j] as number, 1);
  }
});

const margin = (logits: Vec | undefined): number => (logits?.[1] ?? NaN) - (logits?.[0] ?? NaN);
const one = (ball: Ball, radius: number) =>
  ({ oracle: two, goal: { kind: 'reach', labels: Int32Array.of(1) }, ball, radius }) as const;

describe.each(Object.values(balls))('with $title in the latent', (ball) => {
  const radius = ball.id === 'l0' ? 2 : 0.1;
  const start = uniforms(latents, random('start'), 0.6, 1.4);

  test('one step on a linear manifold shifts the margin by radius × dual norm of what each range does to it', async () => {
    const { problem, pictures } = onManifold(one(ball, radius), flat, start);
    const wide = { ...problem, box: [-10, 10] } as const;
    const [before, after] = await path(attacks.fgsm, wide);
    const gain = ball.gain(
      pulled.map((value) => 4 * value),
      radius,
    );
    expect(margin(after?.logits) - margin(before?.logits)).toBeCloseTo(gain, 3);
    expect(inner(normal, subtract(pictures(after?.x ?? vec()), flat.draw(start)))).toBeCloseTo(gain, 3);
  });

  test('every iterate is the picture of a latent within its bounds and the ball', async () => {
    const { problem, pictures } = onManifold(one(ball, radius), curved, start);
    for (const { x, logits } of await path(attacks.pgd, problem)) {
      expect(x.every((value) => value >= 0 && value <= 1)).toBe(true);
      expect(ball.size(subtract(x, toUnits(curved, start)))).toBeLessThanOrEqual(radius + 1e-6);
      const latent = x.map((value) => -1 + 4 * value);
      expect(distance(pictures(x), curved.draw(latent))).toBeLessThan(1e-5);
      expect(await two.logits(pictures(x))).toEqual(logits);
    }
  });
});

test('confined to the tangent, a step shifts the margin by radius × length of the normal’s tangent part, and moves along it', async () => {
  const z = vec(0.3, -0.2, 0.5, 0.1);
  const [x0, jacobian] = [curved.draw(z), curved.jacobian(z)];
  const { problem, pictures } = inTangent({ ...one(balls.l2, 0.7), x0 }, jacobian);
  const [before, after] = await path(attacks.fgsm, problem);
  const part = tangentNormal(normal, jacobian).tangent;
  expect(margin(after?.logits) - margin(before?.logits)).toBeCloseTo(0.7 * length(part), 4);
  const perturbation = subtract(pictures(after?.x ?? vec()), x0);
  expect(length(perturbation)).toBeCloseTo(0.7, 5);
  expect(tangentNormal(perturbation, jacobian).tangentShare).toBeCloseTo(1, 5);
});

test('a digit in units of its latents is the same digit, and the attack on it draws digits', () => {
  const { variant, latent } = sampleLatent(3, random(1));
  const manifold = digitManifold(3, variant);
  expect(distance(inUnits(manifold).draw(toUnits(manifold, latent)), manifold.draw(latent))).toBeLessThan(
    1e-3,
  );
  const oracle = randomLinear(784, 10, random('digits'));
  const { pictures, problem } = onManifold({ ...one(balls.linf, 0.1), oracle }, manifold, latent);
  expect(distance(pictures(problem.x0), manifold.draw(latent))).toBeLessThan(1e-3);
});
