import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signalToNoise } from '../../src/data/sounds/decibels.ts';
import { pgd } from '../../src/lab/attacks/pgd.ts';
import { balls } from '../../src/lab/balls/index.ts';
import type { Vec } from '../../src/lab/oracle.ts';
import { randomControl } from '../../src/lab/perturbation.ts';
import { random } from '../../src/lab/random.ts';
import { finish, solve } from '../../src/lab/solve.ts';
import { predictions, row } from '../../src/lab/vec.ts';
import { chooseBackend } from '../../src/nets/backends.ts';
import { loadNet } from '../../src/nets/load-net.ts';
import type { Net } from '../../src/nets/net.ts';
import { fileBytes, shippedModels } from '../../src/nets/sources/file.ts';
import { freshSounds } from '../../src/training/tasks/sounds.ts';

let net: Net;

beforeAll(async () => {
  await chooseBackend('wasm');
  net = await loadNet('sounds-cnn', fileBytes(shippedModels));
});
afterAll(() => net.dispose());

const misses = (logits: Vec, labels: Int32Array): number =>
  predictions(logits, net.classes).reduce((n, guess, i) => n + (guess === labels[i] ? 0 : 1), 0);

describe('sounds-cnn', () => {
  it('tells 500 fresh sounds apart as well as its card says, at least 97 % of 2,000', async () => {
    const { x, labels } = freshSounds(0, 500);
    const rate = 1 - misses(await net.logits(x), labels) / 500;
    expect(net.card.accuracy.n).toBe(2000);
    expect(net.card.accuracy.rate).toBeGreaterThanOrEqual(0.97);
    // The card's interval is that of 2,000; a quarter of them strays twice as far.
    const { rate: said, low, high } = net.card.accuracy;
    expect(rate).toBeGreaterThanOrEqual(said - 2 * (said - low));
    expect(rate).toBeLessThanOrEqual(Math.min(1, said + 2 * (high - said)));
  });

  it('is fooled about three of four sounds by the attack made for pictures, with a hiss 17 dB below them that does nothing where it is random', async () => {
    const { x: x0, labels } = freshSounds(0, 40);
    const problem = {
      oracle: net,
      x0,
      goal: { kind: 'leave', labels } as const,
      ball: balls.linf,
      radius: 0.01,
      box: [0, 1] as const,
    };
    const { last } = await finish(solve(pgd, problem, { options: { steps: 20 }, random: random('sounds') }));
    expect(misses(last.logits, labels)).toBeGreaterThanOrEqual(30);
    const decibels = Array.from(labels, (_, i) =>
      signalToNoise(row(x0, i, net.dimension), row(last.x, i, net.dimension)),
    ).toSorted((a, b) => a - b);
    expect(decibels[20]).toBeGreaterThanOrEqual(17);
    const control = randomControl(problem, last.x, random('control'));
    expect(misses(await net.logits(control), labels)).toBeLessThanOrEqual(3);
  });
});
