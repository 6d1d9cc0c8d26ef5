import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pgd } from '../../src/lab/attacks/pgd.ts';
import { balls } from '../../src/lab/balls/index.ts';
import { random } from '../../src/lab/random.ts';
import { finish, solve } from '../../src/lab/solve.ts';
import { predictions, row, subtract } from '../../src/lab/vec.ts';
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

const energy = (values: Float32Array): number => values.reduce((sum, value) => sum + value * value, 0);

describe('sounds-cnn', () => {
  it('tells 500 fresh sounds apart as well as its card says, at least 97 % of 2,000', async () => {
    const { x, labels } = freshSounds(0, 500);
    const guesses = predictions(await net.logits(x), net.classes);
    const rate = guesses.reduce((n, guess, i) => n + (guess === labels[i] ? 1 : 0), 0) / 500;
    expect(net.card.accuracy.n).toBe(2000);
    expect(net.card.accuracy.rate).toBeGreaterThanOrEqual(0.97);
    // The card's interval is that of 2,000; a quarter of them strays twice as far.
    const { rate: said, low, high } = net.card.accuracy;
    expect(rate).toBeGreaterThanOrEqual(said - 2 * (said - low));
    expect(rate).toBeLessThanOrEqual(Math.min(1, said + 2 * (high - said)));
  });

  it('is fooled about 18 of 20 sounds by the attack made for pictures, at a median signal-to-noise ratio of 25 dB or more', async () => {
    const { x: x0, labels } = freshSounds(0, 20);
    const problem = {
      oracle: net,
      x0,
      goal: { kind: 'leave', labels } as const,
      ball: balls.linf,
      radius: 0.005,
      box: [0, 1] as const,
    };
    const { last } = await finish(solve(pgd, problem, { options: { steps: 20 }, random: random('sounds') }));
    const guesses = predictions(last.logits, net.classes);
    expect(guesses.reduce((n, guess, i) => n + (guess === labels[i] ? 0 : 1), 0)).toBeGreaterThanOrEqual(18);
    const decibels = Array.from(labels, (_, i) => {
      const sound = row(x0, i, net.dimension).map((value) => value - 0.5);
      const noise = subtract(row(last.x, i, net.dimension), row(x0, i, net.dimension));
      return 10 * Math.log10(energy(sound) / energy(noise));
    }).toSorted((a, b) => a - b);
    expect(decibels[10]).toBeGreaterThanOrEqual(25);
  });
});
