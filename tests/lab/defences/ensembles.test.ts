import { describe, expect, test } from 'vitest';
import { fgsm } from '../../../src/lab/attacks/fgsm.ts';
import { pgd } from '../../../src/lab/attacks/pgd.ts';
import { sequentially } from '../../../src/lab/attacks/sequentially.ts';
import { balls } from '../../../src/lab/balls/index.ts';
import type { Attack, Step } from '../../../src/lab/attack.ts';
import type { Oracle } from '../../../src/lab/oracle.ts';
import { ensemble, vote } from '../../../src/lab/oracles/ensemble.ts';
import { linear } from '../../../src/lab/oracles/linear.ts';
import { meanLogits, meanProbabilities } from '../../../src/lab/oracles/pooling.ts';
import { withGradientOf } from '../../../src/lab/oracles/with-gradient-of.ts';
import type { Problem } from '../../../src/lab/problem.ts';
import { random } from '../../../src/lab/random.ts';
import { softmax } from '../../../src/lab/softmax.ts';
import { finish, solve } from '../../../src/lab/solve.ts';
import { predictions, row, subtract } from '../../../src/lab/vec.ts';
import { finiteDifferences, randomLinear, twoLayers, uniforms, vec } from '../helpers.ts';

const [dimension, classes] = [30, 4];
const members = [1, 2, 3].map((seed) => twoLayers(dimension, 12, classes, random(`member ${seed}`)));
const [first] = members as [Oracle];
const x = uniforms(3 * dimension, random('x'));
const labels = Int32Array.of(0, 2, 3);

describe.each([
  ['mean probability', meanProbabilities],
  ['mean logits', meanLogits],
] as const)('an ensemble by %s', (_, pooling) => {
  const all = ensemble(members, pooling);

  test('has the gradient that finite differences of its loss have', async () => {
    const { gradient } = await all.loss(x, labels);
    (await finiteDifferences(all, x, labels)).forEach((slope, j) =>
      expect(slope).toBeCloseTo(gradient[j] ?? NaN, 3),
    );
  });

  test('of one network is that network', async () => {
    const one = ensemble([first], pooling);
    const [a, b] = [await one.loss(x, labels), await first.loss(x, labels)];
    for (const part of ['loss', 'gradient'] as const) {
      a[part].forEach((value, i) => expect(value).toBeCloseTo(b[part][i] ?? NaN, 5));
    }
    softmax(a.logits, classes).forEach((p, i) =>
      expect(p).toBeCloseTo(softmax(b.logits, classes)[i] ?? NaN, 6),
    );
  });
});

test('its logits are the logarithm of the mean probability, of linear networks the mean of their logits', async () => {
  const each = await Promise.all(members.map(async (net) => softmax(await net.logits(x), classes)));
  (await ensemble(members).logits(x)).forEach((z, i) => {
    expect(Math.exp(z)).toBeCloseTo(
      each.reduce((sum, p) => sum + (p[i] ?? NaN) / members.length, 0),
      6,
    );
  });
  const [a, b] = [randomLinear(5, 3, random('a')), randomLinear(5, 3, random('b'))];
  const here = vec(0.1, 0.2, 0.3, 0.4, 0.5);
  const [za, zb] = [await a.logits(here), await b.logits(here)];
  (await ensemble([a, b], meanLogits).logits(here)).forEach((z, k) => {
    expect(z).toBeCloseTo(((za[k] ?? NaN) + (zb[k] ?? NaN)) / 2, 6);
  });
});

test('keeps a gradient where every member is so sure that its probability rounds to 1', async () => {
  const sure = linear({ weights: vec(-60, 60), bias: vec(0, 0) });
  const { gradient } = await ensemble([sure, sure]).loss(vec(0.5), Int32Array.of(1));
  expect((gradient[0] ?? NaN) / (-120 * Math.exp(-60))).toBeCloseTo(1, 4);
});

test('votes count heads, and equal votes fall to the mean probability', async () => {
  const says = (...bias: readonly number[]): Oracle => linear({ weights: vec(0, 0, 0), bias: vec(...bias) });
  const guess = async (nets: readonly Oracle[]): Promise<number> => {
    const z = await vote(nets).logits(vec(1));
    return predictions(z, 3)[0] ?? NaN;
  };
  // Two are barely for the second class, one is certain of the first.
  const nets = [says(9, 0, 0), says(0, 0.1, 0), says(0, 0.1, 0)];
  expect(await guess(nets)).toBe(1);
  expect(predictions(await ensemble(nets).logits(vec(1)), 3)[0]).toBe(0);
  expect(await guess([says(0, 0.1, 0), says(9, 0, 0)])).toBe(0);
});

test('nets that do not read the same pictures are refused, and so is none', () => {
  expect(() => ensemble([])).toThrow('choose at least one');
  expect(() => vote([first, randomLinear(3, 4, random(1))])).toThrow('read the same pictures');
});

test('a vote attacked with the mean’s gradient answers for itself', async () => {
  const votes = withGradientOf(vote(members), ensemble(members));
  const { logits, gradient } = await votes.loss(x, labels);
  expect(logits).toEqual(await vote(members).logits(x));
  expect(gradient).toEqual((await ensemble(members).loss(x, labels)).gradient);
});

describe('who attacks all members fools them at least as often as who attacks one', () => {
  const count = 60;
  const x0 = uniforms(count * dimension, random('pictures'));
  const judged = async (judge: Oracle, attack: Attack<object>): Promise<number> => {
    const goal = { kind: 'leave', labels: predictions(await judge.logits(x0), classes) } as const;
    const problem: Problem = { oracle: judge, x0, goal, ball: balls.linf, radius: 0.08, box: [0, 1] };
    const { outcomes } = await finish(
      solve(attack, problem, { options: { steps: 15 }, random: random('a') }),
    );
    return outcomes.filter((outcome) => outcome === 'reached').length;
  };
  const mean = ensemble(members);
  test.each([
    ['mean', mean],
    ['vote', withGradientOf(vote(members), mean)],
  ] as const)('%s', async (_, judge) => {
    const naive = await judged(judge, sequentially(pgd, [first]));
    const inTurn = await judged(judge, sequentially(pgd, members));
    const jointly = await judged(judge, pgd);
    expect(jointly).toBeGreaterThanOrEqual(naive);
    expect(inTurn).toBeGreaterThan(naive);
  });
});

test('one known network under its own attack is that attack; several share the radius', async () => {
  const problem: Problem = {
    oracle: first,
    x0: x.map((value) => 0.3 + 0.4 * value),
    goal: { kind: 'leave', labels },
    ball: balls.linf,
    radius: 0.06,
    box: [0, 1],
  };
  const path = async (attack: Attack<object>): Promise<Step[]> => {
    const steps: Step[] = [];
    for await (const step of attack.run(problem, {}, random(1))) steps.push(step);
    return steps;
  };
  const [own, same] = [await path(fgsm), await path(sequentially(fgsm, [first]))];
  expect(same.map((step) => step.x)).toEqual(own.map((step) => step.x));
  const sizes = (await path(sequentially(fgsm, members))).map((step) =>
    balls.linf.size(subtract(row(step.x, 0, dimension), row(problem.x0, 0, dimension))),
  );
  expect(sizes).toHaveLength(4);
  sizes.slice(0, 2).forEach((size, i) => expect(size).toBeCloseTo(0.02 * i, 6));
  expect(Math.max(...sizes)).toBeLessThanOrEqual(0.06 + 1e-6);
});
