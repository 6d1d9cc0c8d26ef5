import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { defaultLatent, drawDigit } from '../../src/data/strokes/draw.ts';
import type { Attack } from '../../src/lab/attack.ts';
import { attacks } from '../../src/lab/attacks/index.ts';
import { balls } from '../../src/lab/balls/index.ts';
import { random } from '../../src/lab/random.ts';
import { finish, solve } from '../../src/lab/solve.ts';
import { chooseBackend } from '../../src/nets/backends.ts';
import { loadNet } from '../../src/nets/load-net.ts';
import type { Net } from '../../src/nets/net.ts';
import { fileBytes, shippedModels } from '../../src/nets/sources/file.ts';
import { brief, fitting } from '../lab/setting.ts';

const tensors = (): number => tf.memory().numTensors;
const digit = drawDigit(5, 0, defaultLatent());
let net: Net;

beforeAll(async () => {
  await chooseBackend('wasm');
  net = await loadNet('digits-softmax', fileBytes(shippedModels));
  // What a net makes for itself on its first gradient stays until it is disposed.
  await net.loss(digit, Int32Array.of(5));
});

/** Settings that are short on a digit too; nothing of the tests' small networks. */
const short = (attack: Attack<object>): object =>
  fitting(attack, { steps: 3, ...brief[attack.id as keyof typeof brief], pictures: undefined });

describe.each(Object.values<Attack<object>>(attacks))('after $id', (attack) => {
  it('there are as many tensors as before', async () => {
    const before = tensors();
    const ball = balls[attack.balls[0] ?? 'linf'];
    const goal = { kind: 'leave', labels: Int32Array.of(5) } as const;
    const problem = {
      oracle: net,
      x0: digit,
      goal,
      ball,
      radius: ball.grain === 0 ? 0.1 : 5,
      box: [0, 1],
    } as const;
    await finish(solve(attack, problem, { options: short(attack), random: random(1) }));
    expect(tensors()).toBe(before);
  });
});

it('a net that is loaded, asked and disposed of leaves none', async () => {
  const before = tensors();
  const fresh = await loadNet('digits-lenet', fileBytes(shippedModels));
  await fresh.loss(digit, Int32Array.of(5));
  await fresh.jacobian(digit);
  fresh.dispose();
  expect(tensors()).toBe(before);
});
