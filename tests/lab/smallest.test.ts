import { describe, expect, test } from 'vitest';
import { attacks } from '../../src/lab/attacks/index.ts';
import { balls } from '../../src/lab/balls/index.ts';
import type { Ball } from '../../src/lab/ball.ts';
import type { Oracle, Vec } from '../../src/lab/oracle.ts';
import { counted } from '../../src/lab/oracles/counted.ts';
import { linear } from '../../src/lab/oracles/linear.ts';
import type { Problem } from '../../src/lab/problem.ts';
import { random } from '../../src/lab/random.ts';
import { toEightBits } from '../../src/lab/eight-bits.ts';
import { argmax, predictions, row, subtract } from '../../src/lab/vec.ts';
import { distance, normals, uniforms, vec } from './helpers.ts';
import { path, type AnyAttack } from './setting.ts';

const dimension = 30;
const classes = 4;
const count = 6;
const oracle = linear({ weights: normals(classes * dimension, random('many')), bias: vec(3, 0, 0, 0) });

/**
 * Inputs that a network gets right, so far from the edges of the box that no attack meets them, and another
 * class for each.
 */
const problemFor = async (net: Oracle, ball: Ball, kind: 'leave' | 'reach'): Promise<Problem> => {
  const x0 = uniforms(count * dimension, random('inputs'), -0.2, 0.2);
  const guesses = predictions(await net.logits(x0), net.classes);
  const labels = kind === 'leave' ? guesses : guesses.map((guess) => (guess + 1) % net.classes);
  return { oracle: net, x0, goal: { kind, labels }, ball, radius: 100, box: [-8, 8] };
};

/** How far row i is from the nearest boundary between its class and another: |f| / dual norm of w. */
const nearest = async ({ oracle: net, x0, ball }: Problem, i: number): Promise<number> => {
  const x = row(x0, i, dimension);
  const { logits, jacobian } = await net.jacobian(x);
  const own = argmax(logits);
  const ways = Array.from(logits, (z, k) => {
    const normal = subtract(row(jacobian, k, dimension), row(jacobian, own, dimension));
    return k === own ? Infinity : ((logits[own] as number) - z) / ball.gain(normal, 1);
  });
  return Math.min(...ways);
};

/** How large the perturbations are in the end; all of them reach their goals. */
const sizes = async (
  attack: AnyAttack,
  problem: Problem,
  options: object = {},
): Promise<readonly number[]> => {
  const last = (await path(attack, problem, options)).at(-1);
  const guesses = predictions(last?.logits ?? vec(), problem.oracle.classes);
  return Array.from(problem.goal.labels, (label, i) => {
    expect(guesses[i] === label).toBe(problem.goal.kind === 'reach');
    return problem.ball.size(subtract(row(last?.x ?? vec(), i, dimension), row(problem.x0, i, dimension)));
  });
};

describe.each(['leave', 'reach'] as const)(
  'on a linear network of two classes, to %s a label, the smallest perturbation is as large as the way to the boundary',
  (kind) => {
    const two = linear({ weights: normals(2 * dimension, random('two')), bias: vec(2, -2) });
    test.each([
      ['carlini-wagner', balls.l2, { searches: 7, steps: 300, rate: 0.002 }, 0.01],
      ['ddn', balls.l2, { steps: 200, gamma: 0.02 }, 0.02],
      ['deepfool', balls.l2, { overshoot: 0 }, 0.001],
      ['deepfool', balls.linf, { overshoot: 0 }, 0.005],
      ['szegedy', balls.l2, { searches: 12, steps: 20 }, 0.01],
    ] as const)('for %s', async (id, ball, options, tolerance) => {
      const problem = await problemFor(two, ball, kind);
      for (const [i, size] of (await sizes(attacks[id], problem, options)).entries()) {
        const least = await nearest(problem, i);
        expect(size / least).toBeGreaterThan(0.9999);
        expect(size / least).toBeLessThan(1 + tolerance);
      }
    });
  },
);

test.each([balls.l2, balls.linf])(
  'DeepFool goes to the nearest of many boundaries, and as far beyond as it is told to ($title)',
  async (ball) => {
    const problem = await problemFor(oracle, ball, 'leave');
    for (const [i, size] of (await sizes(attacks.deepfool, problem, { overshoot: 0.3 })).entries()) {
      expect(size).toBeCloseTo(1.3 * ((await nearest(problem, i)) + 1e-4), 5);
    }
  },
);

test('DeepFool crosses the boundary in one step of a linear network, and asks for one Jacobian more', async () => {
  const watched = counted(oracle);
  const problem = { ...(await problemFor(oracle, balls.l2, 'leave')), oracle: watched.oracle };
  expect(await path(attacks.deepfool, problem)).toHaveLength(2);
  expect(watched.counts()).toEqual({ queries: count, gradients: 2 * count * classes });
});

test('DeepFool measures the way to as many classes as it is told to', async () => {
  // The second class is next in the logits, the third is nearer.
  const problem: Problem = {
    oracle: linear({ weights: vec(0, 1, 0, 0, 0, 10), bias: vec(1.5, 0.5, 0) }),
    x0: vec(0, 0),
    goal: { kind: 'leave', labels: Int32Array.of(0) },
    ball: balls.l2,
    radius: 10,
    box: [-2, 2],
  };
  const end = async (candidates: number): Promise<Vec> =>
    (await path(attacks.deepfool, problem, { candidates, overshoot: 0 })).at(-1)?.x ?? vec();
  expect(distance(await end(3), vec(0, 0.15))).toBeLessThan(2e-4);
  expect(distance(await end(2), vec(1, 0))).toBeLessThan(2e-4);
});

const exact = { searches: 9, steps: 400, rate: 0.01 };

test('Carlini and Wagner move numbers that stand at the very edge of the box', async () => {
  // Only the first two numbers count, and both can move one way only.
  const edges = linear({ weights: vec(-1, 1, 1, -1, 0, 0), bias: vec(0.5, -0.5) });
  const problem: Problem = {
    oracle: edges,
    x0: vec(0, 1, 0.5),
    goal: { kind: 'leave', labels: Int32Array.of(0) },
    ball: balls.l2,
    radius: 10,
    box: [0, 1],
  };
  const [x = NaN, y = NaN, z = NaN] = (await path(attacks['carlini-wagner'], problem, exact)).at(-1)?.x ?? [];
  // The margin is 2(y − x) + 1 = 3 at x0; the nearest point of 2(y − x) + 1 = 0 in the box is (0.75, 0.25).
  expect(x).toBeCloseTo(0.75, 2);
  expect(y).toBeCloseTo(0.25, 2);
  expect(z).toBeCloseTo(0.5, 4);
});

test('Carlini and Wagner pass the goal by as many logits as they are told to', async () => {
  const problem = await problemFor(oracle, balls.l2, 'leave');
  const { logits } = (await path(attacks['carlini-wagner'], problem, { ...exact, confidence: 2 })).at(-1) ?? {
    logits: vec(),
  };
  problem.goal.labels.forEach((label, i) => {
    const z = row(logits, i, classes);
    const margin = Math.max(...z.filter((_, k) => k !== label)) - (z[label] as number);
    expect(margin).toBeGreaterThan(2);
    expect(margin).toBeLessThan(2.1);
  });
});

test.each(['carlini-wagner', 'ddn', 'deepfool', 'szegedy'] as const)(
  'what %s finds in 8 bits is in 8 bits, and reaches the goal so',
  async (id) => {
    const x0 = toEightBits(uniforms(count * dimension, random('inputs')), [0, 1]);
    const guesses = predictions(await oracle.logits(x0), classes);
    const goal = { kind: 'leave', labels: guesses } as const;
    const problem: Problem = { oracle, x0, goal, ball: balls.l2, radius: 100, box: [0, 1] };
    const last = (await path(attacks[id], problem, { eightBits: true })).at(-1)?.x ?? vec();
    expect(toEightBits(last, [0, 1])).toEqual(last);
    predictions(await oracle.logits(last), classes).forEach((guess, i) => expect(guess).not.toBe(guesses[i]));
  },
);
