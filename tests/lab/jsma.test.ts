import { describe, expect, test } from 'vitest';
import { attacks } from '../../src/lab/attacks/index.ts';
import { balls } from '../../src/lab/balls/index.ts';
import type { Vec } from '../../src/lab/oracle.ts';
import { counted } from '../../src/lab/oracles/counted.ts';
import { linear } from '../../src/lab/oracles/linear.ts';
import type { Problem } from '../../src/lab/problem.ts';
import { vec } from './helpers.ts';
import { path } from './setting.ts';

describe('the saliency map attack on a linear network', () => {
  // What each number does to the three logits. Upwards, the second and the fifth together raise the goal by 3
  // and lower the others by 4; downwards, the first and the fourth by 2 and 8; one each way, the second and
  // the fourth by 5 and 4.
  const slopes = [vec(3, 1, 3), vec(-1, 2, -1), vec(0, 0, 1), vec(1, -3, 1), vec(-2, 1, 0), vec(-1, 0, 0)];
  const picky = linear({
    weights: Float32Array.from(slopes.flatMap((each) => [...each])),
    bias: vec(4, 0, 0),
  });
  const problem: Problem = {
    oracle: picky,
    x0: new Float32Array(6).fill(0.5),
    goal: { kind: 'reach', labels: Int32Array.of(1) },
    ball: balls.l0,
    radius: 6,
    box: [0, 1],
  };
  const first = async (options: object): Promise<Vec | undefined> =>
    (await path(attacks.jsma, problem, options))[1]?.x;

  test('changes the two numbers that the weights say', async () => {
    expect(await first({ direction: 'up' })).toEqual(vec(0.5, 1, 0.5, 0.5, 1, 0.5));
    expect(await first({ direction: 'down' })).toEqual(vec(0, 0.5, 0.5, 0, 0.5, 0.5));
    expect(await first({ direction: 'both' })).toEqual(vec(0.5, 1, 0.5, 0, 0.5, 0.5));
  });

  test('changes one at a time, and by as much, as it is told', async () => {
    expect(await first({ direction: 'up', pairs: false, theta: 0.25 })).toEqual(
      vec(0.5, 0.75, 0.5, 0.5, 0.5, 0.5),
    );
  });

  test('takes the whole Jacobian once a step', async () => {
    const watched = counted(picky);
    const steps = await path(attacks.jsma, { ...problem, oracle: watched.oracle });
    expect(watched.counts().gradients).toBe(3 * steps.length);
  });

  test('stops where nothing is salient any more', async () => {
    const far = {
      ...problem,
      oracle: linear({ weights: Float32Array.from(slopes.flatMap((s) => [...s])), bias: vec(99, 0, 0) }),
    };
    const last = (await path(attacks.jsma, far, { direction: 'up', outputs: 'logits' })).at(-1);
    expect(last?.x).toEqual(vec(0.5, 1, 0.5, 0.5, 1, 0.5));
  });
});
