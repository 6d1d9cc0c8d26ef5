import { expect, test } from 'vitest';
import type { Step } from '../../src/lab/attack.ts';
import { attacks } from '../../src/lab/attacks/index.ts';
import { balls } from '../../src/lab/balls/index.ts';
import { linear } from '../../src/lab/oracles/linear.ts';
import { countFooled, withPerturbation } from '../../src/lab/perturbation.ts';
import type { Problem } from '../../src/lab/problem.ts';
import { random } from '../../src/lab/random.ts';
import { largestSize, predictions, row, subtract } from '../../src/lab/vec.ts';
import { inner, normals, uniforms, vec } from './helpers.ts';
import { classes, count, dimension, oracles, path, problemOf } from './setting.ts';

const last = async (problem: Problem, options: object = {}): Promise<Step> => {
  const step = (await path(attacks.universal, problem, { missing: 0, passes: 20, ...options })).at(-1);
  if (!step) throw new Error('There was no step.');
  return step;
};

test.each([balls.l2, balls.linf])(
  'between two classes of a linear network it goes as far along the normal as the furthest picture needs ($title)',
  async (ball) => {
    const r = random('normal');
    const signs = normals(dimension, r).map(Math.sign);
    // A normal of equal sizes, along which L∞ projects nothing away.
    const normal = signs.map((sign) => 0.3 * sign);
    const weights = Float32Array.from({ length: 2 * dimension }, (_, i) =>
      i % 2 === 1 ? (normal[(i - 1) / 2] as number) : 0,
    );
    const x0 = uniforms(count * dimension, r);
    const size = Math.sqrt(inner(normal, normal));
    const heights = Array.from({ length: count }, (_, i) => inner(normal, row(x0, i, dimension)));
    const bias = -Math.max(...heights) - 0.1;
    const problem: Problem = {
      oracle: linear({ weights, bias: vec(0, bias) }),
      x0,
      goal: { kind: 'leave', labels: new Int32Array(count) },
      ball,
      radius: 100,
      box: [-100, 100],
    };
    const { perturbation = vec() } = await last(problem);
    const along = inner(normal, perturbation) / size;
    expect(along ** 2).toBeCloseTo(inner(perturbation, perturbation), 4);
    const furthest = Math.max(...heights.map((height) => -(height + bias) / size));
    expect(along).toBeGreaterThan(furthest);
    expect(along).toBeLessThan(1.021 * furthest + 1e-3);
  },
);

test('every row of every step is x0 with the same perturbation, in the ball, clipped to the box', async () => {
  for (const ball of Object.values(balls)) {
    const problem = problemOf(ball, 'leave', Object.values(oracles)[0] as Problem['oracle']);
    for (const { x, perturbation = vec() } of await path(attacks.universal, problem, { every: 2 })) {
      expect(ball.size(perturbation)).toBeLessThanOrEqual(problem.radius + 1e-6);
      // Projected twice, the last bit may differ.
      expect(largestSize(subtract(x, withPerturbation(problem.x0, perturbation, problem.box)))).toBeLessThan(
        1e-6,
      );
    }
  }
});

test('where it may go far, it brings all pictures to one class, and stops where enough of them are there', async () => {
  const problem = {
    ...problemOf(balls.linf, 'reach', oracles['a linear network'] as Problem['oracle'], count, 1),
    goal: { kind: 'reach', labels: new Int32Array(count).fill(2) },
  } as const;
  const arrived = ({ logits }: Step): number =>
    predictions(logits, classes).filter((guess) => guess === 2).length;
  expect(arrived(await last(problem))).toBe(count);
  const steps = await path(attacks.universal, problem, { missing: 0.4, every: 1 });
  expect(steps.map((step) => arrived(step) >= 3).indexOf(true)).toBe(steps.length - 1);
});

test('a picture counts as fooled when the answer about it changes, right or wrong', async () => {
  const oracle = linear({ weights: vec(0, 1), bias: vec(0, -0.5) });
  expect(await countFooled(oracle, Int32Array.of(0, 1, 0, 1), vec(0.2, 0.8, 0.6, 0.2))).toBe(2);
  expect(withPerturbation(vec(0, 0.5, 1, 0.25), vec(0.5, -0.5), [0, 1])).toEqual(vec(0.5, 0, 1, 0));
});
