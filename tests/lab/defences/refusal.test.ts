import { describe, expect, test } from 'vitest';
import { pgd } from '../../../src/lab/attacks/pgd.ts';
import { towardsRivals } from '../../../src/lab/attacks/towards-rivals.ts';
import { balls } from '../../../src/lab/balls/index.ts';
import { gaussianBlur } from '../../../src/lab/defences/blur.ts';
import { energy, maxSoftmax, scores } from '../../../src/lab/defences/score.ts';
import { squeezingDistances, squeezingThreshold } from '../../../src/lab/defences/squeezing.ts';
import { fitTemperature } from '../../../src/lab/defences/temperature.ts';
import type { Attack } from '../../../src/lab/attack.ts';
import type { Oracle, Vec } from '../../../src/lab/oracle.ts';
import { detecting } from '../../../src/lab/oracles/detecting.ts';
import { linear } from '../../../src/lab/oracles/linear.ts';
import { refusing } from '../../../src/lab/oracles/refusing.ts';
import type { Problem } from '../../../src/lab/problem.ts';
import { random } from '../../../src/lab/random.ts';
import { sigmoid, softmax } from '../../../src/lab/softmax.ts';
import { finish, solve } from '../../../src/lab/solve.ts';
import { thresholdFor } from '../../../src/lab/statistics/roc.ts';
import { predictions, row } from '../../../src/lab/vec.ts';
import { finiteDifferences, normals, twoLayers, uniforms, vec } from '../helpers.ts';

const [dimension, classes, count] = [30, 4, 60];
const net = twoLayers(dimension, 12, classes, random('layers'));
const x0 = uniforms(count * dimension, random('pictures'));
const labels = Int32Array.of(0, 4, 3);
const blur = gaussianBlur([5, 6, 1], 0.6);

const refusals: readonly (readonly [string, (share: number) => Promise<Oracle>])[] = [
  ...[maxSoftmax(), maxSoftmax(3), energy(), energy(2)].map(
    (score) =>
      [
        score.title,
        async (share: number) => refusing(net, score, thresholdFor(await scores(net, x0, score), share)),
      ] as const,
  ),
  [
    'Squeezing',
    async (share: number) =>
      detecting(net, [blur], squeezingThreshold(await squeezingDistances(net, [blur], x0), 1 - share)),
  ],
];

describe.each(refusals)('refusing by %s', (_, refusalAt) => {
  test('has the gradient that finite differences of its loss have', async () => {
    const oracle = await refusalAt(0.6);
    const x = x0.slice(0, 3 * dimension);
    const { gradient } = await oracle.loss(x, labels);
    const slopes = await finiteDifferences(oracle, x, labels, 1 / 1024);
    slopes.forEach((slope, j) => expect(Math.abs(slope - (gradient[j] ?? NaN))).toBeLessThan(0.02));
  });

  test('refuses the share it is set to refuse, and answers as before otherwise', async () => {
    const answers = predictions(await (await refusalAt(0.75)).logits(x0), classes + 1);
    const plain = predictions(await net.logits(x0), classes);
    expect(answers.filter((guess) => guess === classes)).toHaveLength(count / 4);
    answers.forEach((guess, i) => expect(guess === classes || guess === plain[i]).toBe(true));
  });

  test('is fooled into another answer at least as often by who knows of it', async () => {
    const oracle = await refusalAt(0.9);
    const answered = predictions(await oracle.logits(x0), classes + 1);
    const kept = Array.from(answered.keys()).filter((i) => answered[i] !== classes);
    const start: Vec = Float32Array.from(kept.flatMap((i) => [...row(x0, i, dimension)]));
    const truth = Int32Array.from(kept, (i) => answered[i] as number);
    const fooled = async (known: Oracle, attack: Attack<object>): Promise<number> => {
      const goal = { kind: 'leave', labels: truth } as const;
      const problem: Problem = { oracle: known, x0: start, goal, ball: balls.linf, radius: 0.4, box: [0, 1] };
      const { last } = await finish(solve(attack, problem, { options: { steps: 20 }, random: random('a') }));
      const guesses = predictions(await oracle.logits(last.x), classes + 1);
      return guesses.filter((guess, i) => guess !== truth[i] && guess !== classes).length;
    };
    const naive = await fooled(net, pgd);
    const adaptive = await fooled(oracle, towardsRivals(pgd, [classes], 3));
    expect(adaptive).toBeGreaterThanOrEqual(naive);
    expect(adaptive).toBeGreaterThan(0);
  });
});

test('of two classes the log-odds of the largest probability are the margin, and the energy is that of one logit plus its loss', () => {
  const z = vec(2, -1);
  expect([maxSoftmax().of(z), maxSoftmax(3).of(z), maxSoftmax().of(vec(0, 200))]).toEqual([3, 1, 200]);
  expect(energy().of(z)).toBeCloseTo(2 - Math.log(sigmoid(3)), 6);
  // Adding the same to all logits is familiar to the energy, nothing to the probability.
  expect(energy(2).of(vec(5, 2))).toBeCloseTo(energy(2).of(z) + 3, 6);
  expect(maxSoftmax().of(vec(5, 2))).toBeCloseTo(maxSoftmax().of(z), 6);
});

test('the temperature fitted to a network’s own draws is 1, and scales with its logits', () => {
  const r = random('temperature');
  const logits = normals(4000 * 3, r, 2);
  const p = softmax(logits, 3);
  const drawn = Int32Array.from({ length: 4000 }, (_, i) => {
    const u = r.uniform();
    const [a, b] = [p[3 * i] as number, p[3 * i + 1] as number];
    return u < a ? 0 : u < a + b ? 1 : 2;
  });
  const own = fitTemperature(logits, drawn);
  expect(Math.abs(Math.log(own))).toBeLessThan(0.1);
  expect(
    fitTemperature(
      logits.map((z) => 3 * z),
      drawn,
    ) / own,
  ).toBeCloseTo(3, 4);
});

test('of one logit that is right in a share p, the temperature is the logit over the log-odds of p', () => {
  const logits = Float32Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? 5 : 0));
  const right = Int32Array.from({ length: 100 }, (_, i) => (i < 80 ? 0 : 1));
  expect(fitTemperature(logits, right)).toBeCloseTo(5 / Math.log(4), 5);
  expect(fitTemperature(logits, new Int32Array(100))).toBeCloseTo(0.01, 5);
});

test('squeezing changes probabilities by the L1 distance, 0 where nothing is squeezed and 2 at most', async () => {
  const none = await squeezingDistances(net, [gaussianBlur([5, 6, 1], 0)], x0);
  expect(Math.max(...none)).toBe(0);
  const sure = linear({ weights: vec(90, -90, 0, 0), bias: vec(0, 0) });
  const swap = { ...blur, apply: (x: Vec) => x.map((value) => -value) };
  expect((await squeezingDistances(sure, [swap], vec(1, 0)))[0]).toBeCloseTo(2, 6);
});

test('an extra class is no escape for who is told so: PGD leaves into it, its rivals’ attack does not', async () => {
  // The third class, 'none of these', is the nearest; the second is within reach too.
  const oracle = linear({ weights: vec(0, 1, 3), bias: vec(1, 0.5, 0) });
  const problem: Problem = {
    oracle,
    x0: vec(0.1, 0.3),
    goal: { kind: 'leave', labels: Int32Array.of(0, 0) },
    ball: balls.linf,
    radius: 1,
    box: [-5, 5],
  };
  const end = async (attack: Attack<object>, kind: 'leave' | 'reach' = 'leave'): Promise<number[]> => {
    const goal = { kind, labels: problem.goal.labels };
    const { last } = await finish(
      solve(attack, { ...problem, goal }, { options: { steps: 20 }, random: random(1) }),
    );
    return [...predictions(last.logits, 3)];
  };
  const wise = towardsRivals(pgd, [2]) as Attack<object>;
  expect(await end(pgd as Attack<object>)).toEqual([2, 2]);
  expect((await end(wise)).includes(2)).toBe(false);
  expect(await end(wise, 'reach')).toEqual([0, 0]);
});

test('where the likeliest rival is out of reach, the next one is tried', async () => {
  // The second class is always just behind the first; the third rises with x.
  const oracle = linear({ weights: vec(0, 0, 5), bias: vec(1, 0.9, -5) });
  const goal = { kind: 'leave', labels: Int32Array.of(0, 0) } as const;
  const problem: Problem = { oracle, x0: vec(0.1, 0.2), goal, ball: balls.linf, radius: 1.5, box: [0, 2] };
  const ends = async (rivals: number): Promise<number[]> => {
    const run = solve(towardsRivals(pgd, [], rivals), problem, { options: { steps: 10 }, random: random(1) });
    return [...predictions((await finish(run)).last.logits, 3)];
  };
  expect([await ends(1), await ends(2)]).toEqual([
    [0, 0],
    [2, 2],
  ]);
});
