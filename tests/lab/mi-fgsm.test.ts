import { expect, test } from 'vitest';
import { miFgsm } from '../../src/lab/attacks/mi-fgsm.ts';
import { balls } from '../../src/lab/balls/index.ts';
import type { Oracle } from '../../src/lab/oracle.ts';
import { linear } from '../../src/lab/oracles/linear.ts';
import type { Problem } from '../../src/lab/problem.ts';
import { random } from '../../src/lab/random.ts';
import { subtract } from '../../src/lab/vec.ts';
import { normals, randomLinear, uniforms, vec } from './helpers.ts';
import { dimension, path } from './setting.ts';

const twoClasses = (x0: Problem['x0'], oracle: Oracle, ball: Problem['ball'], radius: number): Problem => ({
  oracle,
  x0,
  goal: { kind: 'leave', labels: Int32Array.of(0) },
  ball,
  radius,
  box: [-100, 100],
});

test.each([balls.linf, balls.l2])(
  'on a linear network every one of T steps gains a Tth of radius × dual norm in $title, whatever is kept of the last',
  async (ball) => {
    const r = random('linear');
    const weights = normals(2 * dimension, r);
    const oracle = linear({ weights, bias: normals(2, r) });
    const normal = Float32Array.from(
      { length: dimension },
      (_, d) => (weights[2 * d + 1] ?? NaN) - (weights[2 * d] ?? NaN),
    );
    const problem = twoClasses(uniforms(dimension, r, -1, 1), oracle, ball, 0.5);
    for (const momentum of [0, 1, 2]) {
      const steps = await path(miFgsm, problem, { steps: 5, momentum });
      const margins = steps.map(({ logits }) => (logits[1] ?? NaN) - (logits[0] ?? NaN));
      margins.forEach((margin, k) => {
        expect(margin - (margins[0] ?? NaN)).toBeCloseTo((k / 5) * ball.gain(normal, 0.5), 3);
      });
      steps.forEach(({ x }, k) => expect(ball.size(subtract(x, problem.x0))).toBeCloseTo(0.1 * k, 4));
    }
  },
);

test('by default keeps all of the last direction, each gradient over its L1 norm: the sum of the first two outweighs the third', async () => {
  // Over their L1 norms: (1, 0), (0.5, 0.5), (−0.9, 0.1); the first number of their sum stays positive.
  const gradients = [vec(3, 0), vec(0.2, 0.2), vec(-18, 2), vec(0, 0)];
  const ways = async (momentum?: number): Promise<readonly (number | undefined)[]> => {
    const left = [...gradients];
    const oracle: Oracle = {
      ...randomLinear(2, 2, random('unused')),
      logits: () => Promise.resolve(vec(0, 0)),
      loss: () => Promise.resolve({ loss: vec(0), gradient: left.shift() ?? vec(0, 0), logits: vec(0, 0) }),
    };
    const problem = twoClasses(vec(0, 0), oracle, balls.linf, 0.75);
    const steps = await path(miFgsm, problem, { steps: 3, ...(momentum !== undefined && { momentum }) });
    return steps.map(({ x }) => x[0]);
  };
  expect(miFgsm.defaults).toEqual({ steps: 10, momentum: 1 });
  expect(await ways()).toEqual([0, 0.25, 0.5, 0.75]);
  expect(await ways(0)).toEqual([0, 0.25, 0.5, 0.25]);
});
