import { describe, expect, test } from 'vitest';
import { pgd } from '../../../src/lab/attacks/pgd.ts';
import { sequentially } from '../../../src/lab/attacks/sequentially.ts';
import { balls } from '../../../src/lab/balls/index.ts';
import { bitDepth, smoothBitDepth } from '../../../src/lab/defences/bit-depth.ts';
import { gaussianBlur } from '../../../src/lab/defences/blur.ts';
import { medianFilter } from '../../../src/lab/defences/median.ts';
import { bpda, type Preprocessing } from '../../../src/lab/defences/preprocessing.ts';
import type { Attack } from '../../../src/lab/attack.ts';
import type { Oracle, Vec } from '../../../src/lab/oracle.ts';
import { linear } from '../../../src/lab/oracles/linear.ts';
import { preprocessed } from '../../../src/lab/oracles/preprocessed.ts';
import type { Problem } from '../../../src/lab/problem.ts';
import { random } from '../../../src/lab/random.ts';
import { finish, solve } from '../../../src/lab/solve.ts';
import { row, subtract } from '../../../src/lab/vec.ts';
import { finiteDifferences, inner, normals, twoLayers, uniforms, vec } from '../helpers.ts';

const shape = [5, 6, 2] as const;
const dimension = 60;
const classes = 4;
const labels = Int32Array.of(0, 2, 3);
const net = twoLayers(dimension, 12, classes, random('layers'));
const smooth: readonly Preprocessing[] = [
  gaussianBlur(shape, 0.7),
  medianFilter(shape, 2),
  medianFilter(shape, 3),
  smoothBitDepth(2, 4),
];
const named = smooth.map((defence) => [defence.title, defence] as const);

describe.each(named)('%s', (_, defence) => {
  const x = uniforms(3 * dimension, random('x'));
  const oracle = preprocessed(net, defence);

  test('has the gradient that finite differences of the defended loss have', async () => {
    const { gradient } = await oracle.loss(x, labels);
    // A step so small that no two pixels of a window change places.
    const slopes = await finiteDifferences(oracle, x, labels, 1 / 4096);
    slopes.forEach((slope, j) => expect(Math.abs(slope - (gradient[j] ?? NaN))).toBeLessThan(0.01));
  });

  test('answers about each row as the network does about what the defence makes of it', async () => {
    const second = row(x, 1, dimension);
    expect(row(await oracle.logits(x), 1, classes)).toEqual(await net.logits(defence.apply(second)));
  });

  test('has a Jacobian and a pullback that agree with its loss', async () => {
    const { jacobian, logits } = await oracle.jacobian(x);
    const weights = normals(3 * classes, random('weights'));
    const { gradient } = await oracle.pullback(x, (z, from) =>
      weights.slice(from * classes, from * classes + z.length),
    );
    expect(logits).toEqual(await oracle.logits(x));
    for (let d = 0; d < dimension; d++) {
      const sum = weights
        .slice(0, classes)
        .reduce((s, w, k) => s + w * (jacobian[k * dimension + d] ?? NaN), 0);
      expect(sum).toBeCloseTo(gradient[d] ?? NaN, 4);
    }
  });
});

test('a blurred linear network is the linear network with blurred weights', async () => {
  const blur = gaussianBlur(shape, 1.2);
  const weights = normals(dimension * 2, random('w'));
  const column = (k: number): Vec => weights.filter((_, i) => i % 2 === k);
  const blurred = [blur.back(vec(), column(0)), blur.back(vec(), column(1))];
  const other = linear({
    weights: Float32Array.from(
      { length: weights.length },
      (_, i) => blurred[i % 2]?.[Math.floor(i / 2)] ?? NaN,
    ),
    bias: vec(1, -1),
  });
  const oracle = preprocessed(linear({ weights, bias: vec(1, -1) }), blur);
  const x = uniforms(2 * dimension, random('x'));
  const same = await other.logits(x);
  (await oracle.logits(x)).forEach((z, i) => expect(z).toBeCloseTo(same[i] ?? NaN, 4));
  const [a, b] = [await oracle.loss(x, Int32Array.of(0, 1)), await other.loss(x, Int32Array.of(0, 1))];
  a.gradient.forEach((g, i) => expect(g).toBeCloseTo(b.gradient[i] ?? NaN, 4));
});

test('a blur is its own transpose turned round: ⟨blur x, y⟩ = ⟨x, back y⟩, and it keeps a grey picture', () => {
  const blur = gaussianBlur(shape, 2);
  const [x, y] = [normals(dimension, random('a')), normals(dimension, random('b'))];
  expect(inner(blur.apply(x), y)).toBeCloseTo(inner(x, blur.back(x, y)), 4);
  blur.apply(new Float32Array(dimension).fill(0.3)).forEach((value) => expect(value).toBeCloseTo(0.3, 6));
  expect(gaussianBlur(shape, 0).apply(x)).toEqual(x);
});

test('a median takes a lone pixel away and leaves a straight edge where it is', () => {
  const lone = vec(0, 0, 0, 0, 1, 0, 0, 0, 0);
  expect(medianFilter([3, 3, 1], 3).apply(lone)).toEqual(new Float32Array(9));
  const edge = vec(0, 1, 1, 0, 1, 1, 0, 1, 1);
  expect(medianFilter([3, 3, 1], 3).apply(edge)).toEqual(edge);
  // Windows of two reach up and left, and of four numbers the third is taken (scipy.ndimage.median_filter
  // says the same).
  expect(medianFilter([2, 3, 1], 2).apply(vec(5, 1, 3, 2, 4, 0))).toEqual(vec(5, 5, 3, 5, 4, 3));
});

test('bits round to even levels, and their gradient is 0 but for the attacker who replaces it', async () => {
  expect(bitDepth(1).apply(vec(0, 0.49, 0.5, 1))).toEqual(vec(0, 0, 1, 1));
  expect(bitDepth(2).apply(vec(0.2, 0.5, 0.8))[1]).toBeCloseTo(2 / 3, 6);
  const x = uniforms(dimension, random('x'));
  const own = await preprocessed(net, bitDepth(3)).loss(x, Int32Array.of(1));
  expect(own.gradient.every((g) => g === 0)).toBe(true);
  const seen = await preprocessed(net, bpda(bitDepth(3))).loss(x, Int32Array.of(1));
  const there = await net.loss(bitDepth(3).apply(x), Int32Array.of(1));
  expect([seen.loss, seen.gradient]).toEqual([own.loss, there.gradient]);
});

test('the smooth stand-in nears the rounding as it grows steeper', () => {
  const x = vec(0.03, 0.2, 0.41, 0.7, 0.93);
  const steps = bitDepth(2).apply(x);
  smoothBitDepth(2, 400)
    .apply(x)
    .forEach((value, i) => expect(value).toBeCloseTo(steps[i] ?? NaN, 3));
});

describe('who knows the defence fools it at least as often as who does not', () => {
  const count = 60;
  const x0 = uniforms(count * dimension, random('pictures'));
  const fooled = async (defended: Oracle, attack: Attack<object>): Promise<number> => {
    const clean = await defended.logits(x0);
    const goal = {
      kind: 'leave',
      labels: Int32Array.from({ length: count }, (_, i) =>
        row(clean, i, classes).indexOf(Math.max(...row(clean, i, classes))),
      ),
    } as const;
    const problem: Problem = { oracle: defended, x0, goal, ball: balls.linf, radius: 0.06, box: [0, 1] };
    const { outcomes } = await finish(
      solve(attack, problem, { options: { steps: 15 }, random: random('attack') }),
    );
    return outcomes.filter((outcome) => outcome === 'reached').length;
  };
  const coarse: readonly Preprocessing[] = [...smooth, bitDepth(1), bitDepth(3)];

  test.each(coarse.map((defence) => [defence.title, defence] as const))('%s', async (_, defence) => {
    const oracle = preprocessed(net, defence);
    const known = preprocessed(
      net,
      defence.id.startsWith('bits') ? bpda(defence, smoothBitDepth(1, 4)) : defence,
    );
    const naive = await fooled(oracle, sequentially(pgd, [net]));
    const adaptive = await fooled(known, pgd);
    expect(adaptive).toBeGreaterThanOrEqual(naive);
    expect(adaptive).toBeGreaterThan(0);
  });
});

test('an attack of stages stays in the ball of the whole radius, and shows what the judged network says', async () => {
  const problem: Problem = {
    oracle: net,
    x0: uniforms(3 * dimension, random('p')),
    goal: { kind: 'leave', labels },
    ball: balls.l2,
    radius: 0.5,
    box: [0, 1],
  };
  const attack = sequentially(pgd, [
    net,
    twoLayers(dimension, 9, classes, random('other')),
    net,
  ]) as Attack<object>;
  const steps = attack.run(problem, { steps: 4, randomStart: true, momentum: 0 }, random(1));
  let index = 0;
  for await (const step of steps) {
    expect(step.index).toBe(index++);
    expect(step.logits).toEqual(await net.logits(step.x));
    for (let i = 0; i < 3; i++) {
      const delta = subtract(row(step.x, i, dimension), row(problem.x0, i, dimension));
      expect(balls.l2.size(delta)).toBeLessThanOrEqual(0.5 + 1e-6);
    }
  }
  expect(index).toBe(13);
});
