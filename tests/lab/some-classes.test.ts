import { expect, it } from 'vitest';
import { linear } from '../../src/lab/oracles/linear.ts';
import { someClasses } from '../../src/lab/oracles/some-classes.ts';

it('a model as if it told only some classes apart has their logits and their gradients, in that order', async () => {
  const weights = Float32Array.from({ length: 12 }, (_, i) => i);
  const whole = linear({ weights, bias: Float32Array.of(1, 2, 3, 4) });
  const some = someClasses(whole, [3, 1]);
  const x = Float32Array.of(0.5, 0, 1, 1, 1, 0);
  const logits = await whole.logits(x);
  expect([...(await some.logits(x))]).toEqual([logits[3], logits[1], logits[7], logits[5]]);
  const every = await whole.jacobian(x.subarray(0, 3));
  const { jacobian } = await some.jacobian(x.subarray(0, 3));
  expect([...jacobian]).toEqual([...every.jacobian.subarray(9, 12), ...every.jacobian.subarray(3, 6)]);
});
