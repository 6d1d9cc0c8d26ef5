import { expect, test } from 'vitest';
import { attacks } from '../../src/lab/attacks/index.ts';
import { balls } from '../../src/lab/balls/index.ts';
import { linear } from '../../src/lab/oracles/linear.ts';
import type { Problem } from '../../src/lab/problem.ts';
import { sigmoid } from '../../src/lab/softmax.ts';
import { inner, vec } from './helpers.ts';
import { path } from './setting.ts';

const problem = (weights: Float32Array<ArrayBuffer>, kind: Problem['goal']['kind'] = 'reach'): Problem => ({
  oracle: linear({ weights, bias: vec(0, -6) }),
  x0: vec(1, 0, 0.5),
  goal: { kind, labels: Int32Array.of(kind === 'reach' ? 1 : 0) },
  ball: balls.l2,
  radius: 1000,
  box: [-1000, 1000],
});

test.each(['reach', 'leave'] as const)(
  'of two classes of a linear network every step raises the probability by 3 points, then what it lacks falls by a tenth (%s)',
  async (kind) => {
    const steps = await path(attacks.ascent, problem(vec(0, 1, 0, -2, 0, 3), kind), {
      noise: 0,
      decay: 0,
      steps: 60,
    });
    const lacks = steps.map(({ logits }) => sigmoid((logits[0] as number) - (logits[1] as number)));
    lacks.slice(1).forEach((lack, k) => {
      const before = lacks[k] as number;
      expect(lack / Math.max(before - 0.03, 0.9 * before)).toBeCloseTo(1, 3);
    });
    expect(lacks.at(-1)).toBeLessThan(0.03);
  },
);

test('where the network says nothing, noise decays towards x0 by its share each step', async () => {
  const flat = problem(new Float32Array(6));
  const steps = await path(attacks.ascent, flat, { noise: 0.5, decay: 0.1, steps: 5 });
  const sizes = steps.map(({ x }) => {
    const moved = x.map((value, j) => value - (flat.x0[j] as number));
    return Math.sqrt(inner(moved, moved));
  });
  expect(sizes[0]).toBeGreaterThan(0.1);
  sizes.forEach((size, k) => expect(size).toBeCloseTo((sizes[0] as number) * 0.9 ** k, 5));
});
