import { expect, test } from 'vitest';
import { linear } from '../../../src/lab/oracles/linear.ts';
import { random } from '../../../src/lab/random.ts';
import { generate } from '../../../src/lab/visualise/generate.ts';
import { vec } from '../helpers.ts';

test('a network that says nothing leaves the prior: a normal of variance 1 / (precision·(1 − step·precision/4))', async () => {
  const n = 4000;
  const flat = linear({ weights: vec(0, 0), bias: vec(0, 0) });
  const options = { steps: 60, step: 0.2, precision: 2 };
  let x = new Float32Array(n);
  for await (const at of generate(flat, x, new Int32Array(n), options, random(1))) x = at.x;
  const variance = x.reduce((sum, value) => sum + value * value, 0) / n;
  expect(Math.abs(variance - 1 / (2 * 0.9))).toBeLessThan(0.05);
});
