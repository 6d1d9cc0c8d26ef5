import { expect, it } from 'vitest';
import { linear } from '../../src/lab/oracles/linear.ts';
import { inTurn } from '../../src/lab/oracles/in-turn.ts';

const net = (weight: number) =>
  linear({ weights: Float32Array.of(weight, 0, 0, weight), bias: Float32Array.of(0, 0) });

it('asks another model for each gradient, and the first for answers', async () => {
  const oracle = inTurn([net(1), net(3)]);
  const x = Float32Array.of(0, 0);
  const gradients = [];
  for (let k = 0; k < 3; k++) gradients.push((await oracle.loss(x, Int32Array.of(0))).gradient[0]);
  expect(gradients).toEqual([-0.5, -1.5, -0.5]);
  expect([...(await oracle.logits(Float32Array.of(2, 0)))]).toEqual([2, 0]);
});

it('needs a model', () => {
  expect(() => inTurn([])).toThrow('choose at least one');
});
