import { expect, test } from 'vitest';
import { attacks } from '../../src/lab/attacks/index.ts';
import { pgd } from '../../src/lab/attacks/pgd.ts';
import { balls } from '../../src/lab/balls/index.ts';
import type { Oracle } from '../../src/lab/oracle.ts';
import { linear } from '../../src/lab/oracles/linear.ts';
import type { Problem } from '../../src/lab/problem.ts';
import { random } from '../../src/lab/random.ts';
import { predictions, row, subtract } from '../../src/lab/vec.ts';
import { randomLinear, twoLayers, uniforms, vec } from './helpers.ts';
import { classes, count, dimension, oracles, path, problemOf } from './setting.ts';

test('takes the published schedule: 40 steps of 0.01 in a ball of 0.3', async () => {
  const problem = {
    ...problemOf(balls.linf, 'leave', randomLinear(dimension, classes, random('linear')), count, 0.3),
  };
  const wide: Problem = { ...problem, box: [-1, 2] };
  const options = { steps: 40, stride: 1 / 30, randomStart: false };
  const steps = await path(pgd, wide, options);
  expect(steps).toHaveLength(41);
  steps.slice(0, 5).forEach(({ x }, i) => {
    expect(balls.linf.size(subtract(x, problem.x0))).toBeCloseTo(0.01 * i, 6);
  });
});

test('FGSM is its first step of the whole radius from x0', async () => {
  for (const ball of Object.values(balls)) {
    const problem = problemOf(ball, 'leave', twoLayers(dimension, 12, classes, random('layers')));
    expect(await path(attacks.fgsm, problem)).toEqual(
      await path(pgd, problem, { steps: 1, stride: 1, randomStart: false, momentum: 0 }),
    );
  }
});

test('many small steps reach a higher loss than one large step, in most rows', async () => {
  const oracle = twoLayers(dimension, 12, classes, random('layers'));
  const problem = problemOf(balls.linf, 'leave', oracle, 40, 0.3);
  const once = (await path(attacks.fgsm, problem)).at(-1)?.loss ?? vec();
  const often = (await path(pgd, problem, { randomStart: false })).at(-1)?.loss ?? vec();
  const better = often.filter((loss, i) => loss >= (once[i] ?? NaN) - 1e-5).length;
  expect(better / 40).toBeGreaterThan(0.9);
});

test('momentum 0 follows the last gradient, momentum 1 the sum of all, each over its L1 norm', async () => {
  // In the first number the second gradient points back: twice as far as the first went, yet a small share of
  // itself.
  const gradients = [vec(1, 0), vec(-2, 18), vec(0, 0)];
  const firstNumber = async (momentum: number): Promise<(number | undefined)[]> => {
    const left = [...gradients];
    const oracle: Oracle = {
      ...randomLinear(2, 2, random('unused')),
      dimension: 2,
      classes: 2,
      logits: () => Promise.resolve(vec(0, 0)),
      loss: () => Promise.resolve({ loss: vec(0), gradient: left.shift() ?? vec(0, 0), logits: vec(0, 0) }),
    };
    const goal = { kind: 'leave', labels: Int32Array.of(0) } as const;
    const problem: Problem = { oracle, x0: vec(0, 0), goal, ball: balls.linf, radius: 1, box: [-1, 1] };
    const steps = await path(pgd, problem, { steps: 2, stride: 0.25, randomStart: false, momentum });
    return steps.map((step) => step.x[0]);
  };
  expect(await firstNumber(0)).toEqual([0, 0.25, 0]);
  expect(await firstNumber(1)).toEqual([0, 0.25, 0.5]);
});

test('random starts differ from row to row and fill the ball', async () => {
  const problem: Problem = {
    ...problemOf(balls.linf, 'leave', randomLinear(dimension, classes, random(1))),
    box: [-1, 2],
  };
  const [start] = await path(pgd, problem);
  const noise = subtract(start?.x ?? vec(), problem.x0);
  expect(balls.linf.size(noise)).toBeGreaterThan(0.09);
  expect(row(noise, 0, dimension)).not.toEqual(row(noise, 1, dimension));
});

test('steps are not spent on numbers that the box holds', async () => {
  // The steepest number is at its edge already: L1 and L0 must take the next.
  const oracle = linear({ weights: vec(0, 9, 0, 1), bias: vec(0, 0) });
  for (const ball of [balls.l1, balls.l0]) {
    const problem: Problem = {
      oracle,
      x0: vec(1, 0.5),
      goal: { kind: 'leave', labels: Int32Array.of(0) },
      ball,
      radius: 1,
      box: [0, 1],
    };
    const steps = await path(attacks.fgsm, problem);
    expect(steps.at(-1)?.x).toEqual(vec(1, 1));
  }
});

test('in pictures of 784 numbers every ball still holds to 1e-6', async () => {
  const wide = 784;
  const r = random('wide');
  for (const ball of Object.values(balls)) {
    const radius = { linf: 0.3, l2: 2, l1: 20, l0: 30 }[ball.id];
    const problem: Problem = {
      oracle: randomLinear(wide, 10, r),
      x0: uniforms(2 * wide, r),
      goal: { kind: 'leave', labels: Int32Array.of(1, 2) },
      ball,
      radius,
      box: [0, 1],
    };
    for (const { x } of await path(pgd, problem)) {
      for (let i = 0; i < 2; i++) {
        const size = ball.size(subtract(row(x, i, wide), row(problem.x0, i, wide)));
        expect(size).toBeLessThanOrEqual(radius * (1 + 1e-6));
      }
    }
  }
});

test('a gradient that is not a number leads nowhere and is counted as zero', async () => {
  const broken: Oracle = {
    ...randomLinear(2, 2, random(1)),
    loss: () => Promise.resolve({ loss: vec(1), gradient: vec(NaN, 1), logits: vec(0, 0) }),
  };
  const problem: Problem = {
    oracle: broken,
    x0: vec(0.5, 0.5),
    goal: { kind: 'leave', labels: Int32Array.of(0) },
    ball: balls.linf,
    radius: 0.25,
    box: [0, 1],
  };
  const [start, next] = await path(attacks.fgsm, problem);
  expect(start?.zeroGradient).toEqual(vec(0.5));
  expect(next?.x).toEqual(vec(0.5, 0.75));
});

test('with enough room it fools every network of these tests, either way', async () => {
  for (const oracle of Object.values(oracles)) {
    for (const kind of ['leave', 'reach'] as const) {
      const problem = problemOf(balls.linf, kind, oracle, count, 0.9);
      const last = (await path(pgd, problem)).at(-1);
      const predicted = predictions(last?.logits ?? vec(), classes);
      problem.goal.labels.forEach((label, i) => expect(predicted[i] === label).toBe(kind === 'reach'));
    }
  }
});

test('restarts end at the best of the ends that they would reach alone, in every row', async () => {
  const problem = problemOf(balls.linf, 'leave', twoLayers(dimension, 12, classes, random('layers')));
  const options = { steps: 5, randomStart: false };
  const all = await path(pgd, problem, { ...options, restarts: 3 });
  expect(all).toHaveLength(3 * 6 + 1);
  expect(all.slice(0, 6)).toEqual(await path(pgd, problem, options));
  const ends = [5, 11, 17].map((index) => all[index]);
  const last = all.at(-1);
  for (let i = 0; i < count; i++) {
    const reached = (step: typeof last): boolean =>
      predictions(row(step?.logits ?? vec(), i, classes), classes)[0] !== problem.goal.labels[i];
    const good = ends.filter((step) => reached(step));
    const best = Math.max(...(good.length > 0 ? good : ends).map((step) => step?.loss[i] ?? NaN));
    expect(last?.loss[i]).toBe(best);
    expect(reached(last)).toBe(good.length > 0);
  }
  // Three random starts, not three times the same.
  expect(all[6]?.x).not.toEqual(all[12]?.x);
});
