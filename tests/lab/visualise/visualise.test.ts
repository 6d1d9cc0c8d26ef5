import { expect, test } from 'vitest';
import { linear } from '../../../src/lab/oracles/linear.ts';
import { random } from '../../../src/lab/random.ts';
import { logitUnit, maximise } from '../../../src/lab/visualise/maximise.ts';
import { inverseOrder, patchOrder, inOrder } from '../../../src/lab/visualise/patches.ts';
import { uniforms, vec } from '../helpers.ts';

test('of a linear net the decayed maximum is the class’s weights over the decay', async () => {
  const unit = logitUnit(linear({ weights: vec(1, -2, 3, 4), bias: vec(0, 5) }), 1);
  let x = vec(9, 9);
  for await (const step of maximise(unit, vec(0, 0), { steps: 60, rate: 1, decay: 0.5 })) x = step.x;
  expect([x[0], x[1]]).toEqual([-4, 8]);
  for await (const step of maximise(unit, vec(0, 0), { steps: 3, rate: 1, decay: 0, box: [0, 1] }))
    x = step.x;
  expect([...x]).toEqual([0, 1]);
});

test('shuffled patches come back by the inverse, keep their insides, and depend on the seed alone', () => {
  const picture = uniforms(6 * 4 * 3, random(1));
  const order = patchOrder([6, 4, 3], 2, random(2));
  expect(inOrder(inOrder(picture, order), inverseOrder(order))).toEqual(picture);
  expect([...order].sort((a, b) => a - b)).toEqual([...picture.keys()]);
  for (let i = 0; i < 6; i++) expect((order[i] as number) - (order[0] as number)).toBe(i);
  expect(patchOrder([6, 4, 3], 2, random(2))).toEqual(order);
  expect(() => patchOrder([6, 4, 3], 4, random(2))).toThrow('choose a divisor');
});
