import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pgd } from '../../src/lab/attacks/pgd.ts';
import { balls } from '../../src/lab/balls/index.ts';
import type { BallId } from '../../src/lab/ball.ts';
import type { Interval } from '../../src/lab/statistics/interval.ts';
import { random } from '../../src/lab/random.ts';
import { finish, solve } from '../../src/lab/solve.ts';
import { predictions } from '../../src/lab/vec.ts';
import { chooseBackend } from '../../src/nets/backends.ts';
import { loadNet } from '../../src/nets/load-net.ts';
import type { Net } from '../../src/nets/net.ts';
import { fileBytes, shippedModels } from '../../src/nets/sources/file.ts';
import { emojiTrials } from '../../src/training/tasks/emoji.ts';
import type { Rows, Trial } from '../../src/training/tasks/task.ts';

const ids = ['emoji-cnn', 'emoji-cnn-b', 'emoji-robust'] as const;

let nets: Readonly<Record<(typeof ids)[number], Net>>;
let seen: Trial;
let unseen: Trial;

beforeAll(async () => {
  await chooseBackend('wasm');
  const load = (id: (typeof ids)[number]): Promise<Net> => loadNet(id, fileBytes(shippedModels));
  nets = {
    'emoji-cnn': await load('emoji-cnn'),
    'emoji-cnn-b': await load('emoji-cnn-b'),
    'emoji-robust': await load('emoji-robust'),
  };
  [seen, unseen] = await emojiTrials();
});
afterAll(() => Object.values(nets).forEach((net) => net.dispose()));

const right = async (net: Net, { x, labels }: Rows): Promise<number> =>
  predictions(await net.logits(x), net.classes).filter((guess, i) => guess === labels[i]).length;

/**
 * A few hundred of a trial's pictures stray about twice as far as the card's interval, which is that of all;
 * three times is far.
 */
const expectAsSaid = (rate: number, said: Interval): void => {
  expect(rate).toBeGreaterThanOrEqual(said.rate - 3 * (said.rate - said.low));
  expect(rate).toBeLessThanOrEqual(said.rate + 3 * (said.high - said.rate));
};

describe.each(ids)('%s', (id) => {
  it('knows fresh pictures of the sets it learned from, and those of a set it never saw, as its card says', async () => {
    const { accuracy, further } = nets[id].card;
    expect(further?.map(({ name }) => name)).toEqual([unseen.name]);
    expect([accuracy.n, further?.[0]?.n]).toEqual([seen.count, unseen.count]);
    expectAsSaid((await right(nets[id], seen.rows(0, 640))) / 640, accuracy);
    expectAsSaid((await right(nets[id], unseen.rows(0, 640))) / 640, further?.[0] ?? accuracy);
    expect(accuracy.rate).toBeGreaterThanOrEqual(0.97);
    expect(further?.[0]?.rate).toBeGreaterThanOrEqual(0.85);
  });
});

describe('The attack on emoji', () => {
  /** How many of 32 pictures, one of each thing, a net still knows after PGD. */
  const left = async (net: Net, ball: BallId, radius: number): Promise<number> => {
    const { x: x0, labels } = seen.rows(0, 32);
    const problem = {
      oracle: net,
      x0,
      goal: { kind: 'leave', labels } as const,
      ball: balls[ball],
      radius,
      box: [0, 1] as const,
    };
    const { shownLogits } = await finish(
      solve(pgd, problem, { options: { steps: 10 }, random: random('emoji') }),
    );
    return predictions(shownLogits, net.classes).filter((guess, i) => guess === labels[i]).length;
  };

  it('at 8/255 leaves emoji-cnn next to nothing, and emoji-robust much more', async () => {
    const [plain, robust] = [
      await left(nets['emoji-cnn'], 'linf', 8 / 255),
      await left(nets['emoji-robust'], 'linf', 8 / 255),
    ];
    expect(plain).toBeLessThanOrEqual(2);
    expect(robust).toBeGreaterThanOrEqual(plain + 8);
  });

  it('of the kind and strength that emoji-robust was trained against, as its card says, leaves it at least half', async () => {
    const { adversary } = nets['emoji-robust'].card;
    expect(adversary).toEqual({ ball: 'l2', radius: 2, steps: 2 });
    expect(await left(nets['emoji-robust'], 'l2', 2)).toBeGreaterThanOrEqual(16);
    expect(await left(nets['emoji-cnn'], 'l2', 2)).toBeLessThanOrEqual(6);
  });
});

describe('The gradient of emoji-robust', () => {
  it('is smoother than that of emoji-cnn: neighbouring pixels agree more', async () => {
    const { x, labels } = seen.rows(0, 32);
    const agreement = async (net: Net): Promise<number> => {
      const { gradient } = await net.loss(x, labels);
      let [together, all] = [0, 0];
      for (let i = 0; i < gradient.length; i++) {
        // Not across the edge of a picture.
        if (Math.floor(i / 3) % 64 === 63) continue;
        together += (gradient[i] as number) * (gradient[i + 3] as number);
        all += (gradient[i] as number) ** 2;
      }
      return together / all;
    };
    expect(await agreement(nets['emoji-robust'])).toBeGreaterThan(0.1 + (await agreement(nets['emoji-cnn'])));
  });
});
