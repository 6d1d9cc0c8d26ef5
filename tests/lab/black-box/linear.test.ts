import { describe, expect, test } from 'vitest';
import type { Attack, Step } from '../../../src/lab/attack.ts';
import { boundary } from '../../../src/lab/attacks/boundary.ts';
import { hopSkipJump } from '../../../src/lab/attacks/hop-skip-jump.ts';
import { estimatedGradient } from '../../../src/lab/attacks/nes.ts';
import { onePixel } from '../../../src/lab/attacks/one-pixel.ts';
import { simba } from '../../../src/lab/attacks/simba.ts';
import { square } from '../../../src/lab/attacks/square.ts';
import { substitute } from '../../../src/lab/attacks/substitute.ts';
import type { Ball } from '../../../src/lab/ball.ts';
import { balls } from '../../../src/lab/balls/index.ts';
import type { Vec } from '../../../src/lab/oracle.ts';
import { linear } from '../../../src/lab/oracles/linear.ts';
import type { Problem } from '../../../src/lab/problem.ts';
import { random } from '../../../src/lab/random.ts';
import { finish, solve } from '../../../src/lab/solve.ts';
import { denseNet } from '../../../src/lab/substitute/dense.ts';
import { augmented } from '../../../src/lab/substitute/learning.ts';
import { smallOracle } from '../../../src/lab/substitute/small-net.ts';
import { trained } from '../../../src/lab/substitute/train.ts';
import { argmax, inner, length, predictions, subtract } from '../../../src/lab/vec.ts';
import { normals, uniforms, vec } from '../helpers.ts';

/** Five by five numbers. */
const dimension = 25;
const normal = normals(dimension, random('normal'));
const x0 = uniforms(dimension, random('x0'), 0.3, 0.7);

/** Two classes; the second leads the first by normal·(x − x0) − margin. */
const lead = (margin: number): Problem['oracle'] =>
  linear({
    weights: Float32Array.from({ length: 2 * dimension }, (_, i) =>
      i % 2 ? (normal[(i - 1) / 2] as number) : 0,
    ),
    bias: vec(0, -inner(normal, x0) - margin),
  });

const problemFor = (ball: Ball, margin: number, radius: number, box: Problem['box'] = [0, 1]): Problem => ({
  oracle: lead(margin),
  x0,
  goal: { kind: 'leave', labels: Int32Array.of(0) },
  ball,
  radius,
  box,
});

const walk = async <Options extends object>(
  attack: Attack<Options>,
  problem: Problem,
  options: Partial<Options>,
): Promise<readonly Step[]> => {
  const steps: Step[] = [];
  const run = attack.run(problem, { ...attack.defaults, ...options }, random('walk'));
  for await (const step of run) steps.push(step);
  return steps;
};
const lastOf = (steps: readonly Step[]): Step => steps.at(-1) as Step;
const ahead = ({ logits }: Step): number => (logits[1] as number) - (logits[0] as number);
const perturbationOf = ({ x }: Step): Vec => subtract(x, x0);

describe('on a linear network of two classes', () => {
  test.each([balls.l2, balls.linf])(
    'HopSkipJump comes to the distance to the hyperplane, in $title, within 2 %',
    async (ball) => {
      const problem = problemFor(ball, 0.7, 5);
      const exact = 0.7 / ball.gain(normal, 1);
      const size = ball.size(perturbationOf(lastOf(await walk(hopSkipJump, problem, {}))));
      expect(size).toBeGreaterThanOrEqual(exact * (1 - 1e-5));
      expect(size).toBeLessThan(1.02 * exact);
    },
  );

  test('the boundary attack comes to that distance within 2 % too, with more questions', async () => {
    const exact = 0.7 / length(normal);
    const size = length(perturbationOf(lastOf(await walk(boundary, problemFor(balls.l2, 0.7, 5), {}))));
    expect(size).toBeGreaterThanOrEqual(exact * (1 - 1e-5));
    expect(size).toBeLessThan(1.02 * exact);
  });

  test('the estimated gradient of a linear function points along its weights, and is as long as they are', () => {
    const pairs = 4000;
    const sigma = 0.1;
    const stream = random('estimate');
    const points = new Float32Array((1 + 2 * pairs) * dimension);
    for (let k = 1; k < 1 + 2 * pairs; k += 2) {
      const noise = normals(dimension, stream, sigma);
      points.set(noise, k * dimension);
      points.set(
        noise.map((value) => -value),
        (k + 1) * dimension,
      );
    }
    const values = Array.from({ length: 1 + 2 * pairs }, (_, k) =>
      inner(normal, points.subarray(k * dimension, (k + 1) * dimension)),
    );
    const estimate = estimatedGradient(points, values, sigma);
    expect(inner(estimate, normal) / length(estimate) / length(normal)).toBeGreaterThan(0.99);
    expect(length(estimate) / length(normal)).toBeCloseTo(1, 1);
  });

  test.each(['pixels', 'cosines'] as const)(
    'the first step that SimBA takes along %s raises the log-odds by ε times the weight in that direction',
    async (basis) => {
      const steps = await walk(simba, problemFor(balls.l2, 1e3, 100, [-10, 10]), {
        basis,
        step: 0.2,
        queries: 10,
      });
      const [start] = steps;
      const moved = steps.find(({ x }) => length(subtract(x, x0)) > 0) as Step;
      const perturbation = perturbationOf(moved);
      expect(length(perturbation)).toBeCloseTo(0.2, 5);
      if (basis === 'pixels') expect(balls.l0.size(perturbation)).toBe(1);
      const gain = inner(normal, perturbation);
      expect(gain).toBeGreaterThan(0);
      expect(ahead(moved) - ahead(start as Step)).toBeCloseTo(gain, 3);
    },
  );

  test('SimBA with all directions ends where no step along any of them helps: ε × the L1 norm of the weights', async () => {
    // In a box that holds exactly one step of ε, either way.
    const problem: Problem = { ...problemFor(balls.linf, 1e3, 0.2, [-10, 10]) };
    const steps = await walk(simba, problem, { step: 0.2, queries: 200 });
    expect(inner(normal, perturbationOf(lastOf(steps)))).toBeCloseTo(balls.linf.gain(normal, 0.2), 3);
  });

  test('the Square attack comes near radius × dual norm of the weights', async () => {
    for (const [ball, share] of [
      [balls.linf, 0.95],
      [balls.l2, 0.8],
    ] as const) {
      const steps = await walk(square, problemFor(ball, 1e3, 0.5, [-10, 10]), { queries: 3000 });
      const gained = inner(normal, perturbationOf(lastOf(steps)));
      expect(gained).toBeGreaterThan(share * ball.gain(normal, 0.5));
      expect(gained).toBeLessThanOrEqual(ball.gain(normal, 0.5) * (1 + 1e-5));
    }
  });

  test('one pixel finds the pixel whose weight, times the way that the box leaves it, is the largest', async () => {
    const ways = normal.map(
      (weight, j) => Math.abs(weight) * (weight > 0 ? 1 - (x0[j] as number) : (x0[j] as number)),
    );
    const best = argmax(ways);
    const steps = await walk(onePixel, problemFor(balls.l0, 1e3, 1), { population: 60, generations: 60 });
    const perturbation = perturbationOf(lastOf(steps));
    expect(balls.l0.size(perturbation)).toBe(1);
    expect(argmax(perturbation.map(Math.abs))).toBe(best);
    expect(inner(normal, perturbation)).toBeCloseTo(ways[best] as number, 5);
  });
});

describe('a substitute of a linear network', () => {
  const examples = uniforms(400 * dimension, random('examples'));
  const labels = Int32Array.from({ length: 400 }, (_, i) =>
    inner(normal, subtract(examples.slice(i * dimension, (i + 1) * dimension), x0)) > 0 ? 1 : 0,
  );
  const options = { epochs: 60, batch: 20, rate: 0.1, momentum: 0.9 };

  test.each([[[]], [[16]]])('with hidden layers of %j points along it and agrees with it', async (hidden) => {
    const net = trained(
      denseNet([dimension, ...hidden, 2], random('net')),
      { x: examples, labels },
      options,
      random(1),
    );
    const { gradient, logits } = await smallOracle(net).pullback(examples, (z) =>
      z.map((_, k) => (k % 2 ? 1 : -1)),
    );
    const guesses = predictions(logits, 2);
    expect(guesses.filter((guess, i) => guess === labels[i]).length).toBeGreaterThan(380);
    const mean = new Float32Array(dimension).map((_, j) =>
      labels.reduce((sum, _label, i) => sum + (gradient[i * dimension + j] as number), 0),
    );
    expect(inner(mean, normal) / length(mean) / length(normal)).toBeGreaterThan(0.97);
  });

  test.each([
    { hidden: [] },
    { hidden: [], by: 'fgsm' },
    { hidden: [], by: 'mi-fgsm' },
    { net: 'convolutional', filters: [8], by: 'mi-fgsm' },
  ] as const)('leads over the hyperplane as %j, though nothing but labels were asked', async (own) => {
    const problem = problemFor(balls.linf, 0.7, (1.3 * 0.7) / balls.linf.gain(normal, 1));
    const steps = await walk(substitute, problem, { noise: 200, rounds: 3, ...own });
    expect(ahead(lastOf(steps))).toBeGreaterThan(0);
  });

  test('grows its examples by λ in every number, along the gradient of the label at hand', async () => {
    const net = denseNet([dimension, 2], random('net'));
    const one = { x: x0, labels: Int32Array.of(1) };
    const fresh = await augmented(net, one, { change: 0.1, most: 10, box: [0, 1] }, random(1));
    const { gradient } = await smallOracle(net).pullback(x0, () => vec(0, 1));
    subtract(fresh, x0).forEach((value, j) =>
      expect(value).toBeCloseTo(0.1 * Math.sign(gradient[j] as number), 6),
    );
  });
});

describe('a picture to start from', () => {
  const always: Problem['oracle'] = linear({ weights: new Float32Array(2 * dimension), bias: vec(1, 0) });
  test.each([hopSkipJump, boundary])(
    'that is not found ends $id with a sentence of its own',
    async (attack) => {
      const problem: Problem = { ...problemFor(balls.l2, 1, 5), oracle: always };
      const { outcomes, last } = await finish(
        solve(attack as Attack<object>, problem, { options: { tries: 7 }, random: random(1) }),
      );
      expect(outcomes).toEqual(['no-start']);
      expect(last.queries).toEqual(Int32Array.of(8));
      expect(last.x).toEqual(x0);
    },
  );

  test.each([hopSkipJump, boundary])(
    'is the nearest of those given to $id that has the goal',
    async (attack) => {
      const problem = problemFor(balls.l2, 0.7, 100, [-10, 10]);
      const shifted = (share: number): Vec =>
        x0.map((value, j) => value + (share * (normal[j] as number)) / length(normal));
      const pictures = Float32Array.from([...shifted(9), ...shifted(-0.5), ...shifted(3)]);
      const steps = await walk(attack as Attack<object>, problem, { pictures, steps: 0 });
      // First about x0, then about the nearest, which has not the goal, then about the next, which has.
      expect(steps[2]?.x).toEqual(shifted(3));
    },
  );
});
