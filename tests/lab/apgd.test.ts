import { describe, expect, test } from 'vitest';
import { apgd } from '../../src/lab/attacks/apgd.ts';
import { balls } from '../../src/lab/balls/index.ts';
import { checkpointsOf, dlrOf, dlrWeights } from '../../src/lab/optimise/auto.ts';
import type { Oracle } from '../../src/lab/oracle.ts';
import { linear } from '../../src/lab/oracles/linear.ts';
import type { Problem } from '../../src/lab/problem.ts';
import { random } from '../../src/lab/random.ts';
import { predictions, subtract } from '../../src/lab/vec.ts';
import { normals, randomLinear, uniforms, vec } from './helpers.ts';
import { classes, count, dimension, oracles, path, problemOf } from './setting.ts';

const losses = ['ce', 'dlr'] as const;
const kinds = ['leave', 'reach'] as const;

test('looks back after the steps that the published code looks back after', () => {
  expect(checkpointsOf(100)).toEqual([22, 41, 57, 70, 80, 87, 93, 99]);
  expect(checkpointsOf(10)).toEqual([3, 5, 6, 7, 8, 9, 10]);
  expect(checkpointsOf(0)).toEqual([0]);
});

describe('the difference of logits ratio', () => {
  test('is the margin over the spread: the first logit less the third, or less the mean of third and fourth', () => {
    expect(dlrOf(vec(7, 1, 4, 3), { kind: 'leave', label: 0 })).toBeCloseTo(-(7 - 4) / (7 - 3), 6);
    expect(dlrOf(vec(7, 1, 4, 3), { kind: 'leave', label: 2 })).toBeCloseTo((7 - 4) / (7 - 3), 6);
    expect(dlrOf(vec(7, 1, 4, 3), { kind: 'reach', label: 1 })).toBeCloseTo((1 - 7) / (7 - (3 + 1) / 2), 6);
    const towards = { kind: 'leave', label: 2, rival: 3 } as const;
    expect(dlrOf(vec(7, 1, 4, 3), towards)).toBeCloseTo((3 - 4) / (7 - (3 + 1) / 2), 6);
  });

  test('changes with neither scale nor shift of the logits, and has no direction where all are equal', () => {
    const z = normals(6, random('z'));
    for (const kind of kinds) {
      const goal = { kind, label: 2 };
      const other = z.map((value) => 50 * value + 3);
      expect(dlrOf(other, goal)).toBeCloseTo(dlrOf(z, goal), 4);
      expect([dlrOf(vec(1, 1, 1), goal), dlrWeights(vec(1, 1, 1), goal)]).toEqual([0, vec(0, 0, 0)]);
    }
  });

  test('has the gradient that differences show', () => {
    const r = random('differences');
    for (const [kind, aim] of [...kinds.map((one) => [one, {}] as const), ['leave', { rival: 5 }] as const]) {
      for (let label = 0; label < 5; label++) {
        const z = normals(6, r);
        const goal = { kind, label, ...aim };
        const weights = dlrWeights(z, goal);
        for (let k = 0; k < 6; k++) {
          const at = (by: number): number =>
            dlrOf(
              z.map((value, j) => (j === k ? value + by : value)),
              goal,
            );
          const slope = (at(1e-3) - at(-1e-3)) / 2e-3;
          expect(Math.abs((weights[k] ?? NaN) - slope)).toBeLessThan(1e-3 * (1 + Math.abs(slope)));
        }
      }
    }
  });

  test('compares three answers: a network of two is refused', async () => {
    const oracle = randomLinear(dimension, 2, random(1));
    const problem = problemOf(balls.linf, 'leave', oracle, 2);
    await expect(path(apgd, problem, { loss: 'dlr' })).rejects.toThrow('choose the cross-entropy');
  });
});

describe.each([balls.linf, balls.l2])('on a linear network, where $title does not meet the box,', (ball) => {
  test.each(kinds)(
    'the first long step shifts the margin by radius × dual norm, and nothing is better: %s',
    async (kind) => {
      const r = random('linear');
      const weights = normals(2 * dimension, r);
      const oracle = linear({ weights, bias: normals(2, r) });
      const normal = Float32Array.from(
        { length: dimension },
        (_, d) => (weights[2 * d + 1] ?? NaN) - (weights[2 * d] ?? NaN),
      );
      const problem: Problem = {
        oracle,
        x0: uniforms(dimension, r, -1, 1),
        goal: { kind, labels: Int32Array.of(kind === 'leave' ? 0 : 1) },
        ball,
        radius: 0.5,
        box: [-100, 100],
      };
      const steps = await path(apgd, problem, { steps: 30, randomStart: false });
      const margins = steps.map(({ logits }) => (logits[1] ?? NaN) - (logits[0] ?? NaN));
      for (const margin of margins.slice(1)) {
        expect(margin - (margins[0] ?? NaN)).toBeCloseTo(ball.gain(normal, 0.5), 3);
      }
    },
  );

  test('the ratio of logits leads it along the gradient of the ratio', async () => {
    const oracle = oracles['a linear network'] as Oracle;
    const problem: Problem = { ...problemOf(ball, 'leave', oracle, 1), box: [-100, 100] };
    const { logits } = await oracle.loss(problem.x0, problem.goal.labels);
    const { gradient } = await oracle.pullback(problem.x0, () =>
      dlrWeights(logits, { kind: 'leave', label: 0 }),
    );
    const [, next] = await path(apgd, problem, { loss: 'dlr', steps: 1, randomStart: false });
    const way = subtract(next?.x ?? vec(), problem.x0);
    ball.steepest(gradient, problem.radius).forEach((value, j) => expect(way[j]).toBeCloseTo(value, 5));
  });
});

test.each(losses)('by %s, what it shows gets no worse from step to step, whatever the way', async (loss) => {
  for (const oracle of Object.values(oracles)) {
    for (const kind of kinds) {
      const problem = problemOf(balls.linf, kind, oracle);
      const { labels } = problem.goal;
      const shown = (await path(apgd, problem, { loss, steps: 40 })).map((step) => {
        const reached = [...predictions(step.logits, classes)].map(
          (guess, i) => (guess === labels[i]) === (kind === 'reach'),
        );
        return { reached, towards: step.loss.map((value) => (kind === 'leave' ? value : -value)) };
      });
      shown.slice(1).forEach((now, k) => {
        const before = shown[k] ?? now;
        for (let i = 0; i < count; i++) {
          if (before.reached[i] === true) expect(now.reached[i]).toBe(true);
          if (before.reached[i] === now.reached[i])
            expect(now.towards[i]).toBeGreaterThanOrEqual(before.towards[i] ?? NaN);
        }
      });
    }
  }
});

test('halves a step that overshoots, from the best point: it ends nearer to a hilltop than its first steps jump', async () => {
  // The likeliest place is 0.3; from 0.9 with first steps of 2: each crosses the hilltop until it is halved.
  const hill: Oracle = {
    ...randomLinear(1, 2, random('unused')),
    logits: (x) => Promise.resolve(vec(...[...x].flatMap((value) => [(value - 0.3) ** 2 / 2, 0]))),
    loss: (x) => {
      const away = (x[0] ?? NaN) - 0.3;
      const logits = vec(away ** 2 / 2, 0);
      const odds = Math.exp(-(away ** 2) / 2);
      return Promise.resolve({
        logits,
        loss: vec(Math.log1p(odds)),
        gradient: vec((-away * odds) / (1 + odds)),
      });
    },
  };
  const problem: Problem = {
    oracle: hill,
    x0: vec(0.9),
    goal: { kind: 'leave', labels: Int32Array.of(0) },
    ball: balls.linf,
    radius: 1,
    box: [-1, 1],
  };
  const last = (await path(apgd, problem, { steps: 100, randomStart: false })).at(-1);
  expect(Math.abs((last?.x[0] ?? NaN) - 0.3)).toBeLessThan(0.02);
});

describe('on one number,', () => {
  /**
   * Where APGD asks, from 0 with first steps of 1, if it hears these losses, and slopes, one after the other.
   */
  const askedFor = async (
    losses: readonly number[],
    slopes: readonly number[] = [],
    high = 100,
  ): Promise<readonly number[]> => {
    const asked: number[] = [];
    const oracle: Oracle = {
      ...randomLinear(1, 2, random('unused')),
      loss: (x) => {
        const loss = losses[asked.length] ?? NaN;
        const slope = slopes[asked.length] ?? 1;
        asked.push(x[0] ?? NaN);
        const logit = Math.log(Math.expm1(loss));
        return Promise.resolve({ logits: vec(0, logit), loss: vec(loss), gradient: vec(slope) });
      },
    };
    const problem: Problem = {
      oracle,
      x0: vec(0),
      goal: { kind: 'leave', labels: Int32Array.of(0) },
      ball: balls.linf,
      radius: 100,
      box: [-100, high],
    };
    const options = { steps: losses.length - 1, stride: 0.01, rising: 0.5, randomStart: false };
    await path(apgd, problem, options);
    return asked;
  };
  const close = (asked: readonly number[], wanted: readonly number[]): void =>
    wanted.forEach((x, i) => expect(asked[i]).toBeCloseTo(x, 4));

  test('three quarters of a step are new, a quarter repeats the last; what is new ends at the edge of the box', async () => {
    const [one, two] = [1, 1 - 0.75 + 0.25];
    const three = (to: number): number => two + 0.75 * (to - two) + 0.25 * (two - one);
    close(await askedFor([1, 2, 3, 4], [1, -1, 1]), [0, one, two, three(two + 1)]);
    close(await askedFor([1, 2, 3, 4], [1, -1, 1], 1.2), [0, one, two, three(1.2)]);
  });

  test('where just the share of the steps has risen they are too few: half as long a step, from the best point', async () => {
    // It looks back after steps 3, 5, 6, 7, 8, 9 and 10.
    const rising = [1, 2, 3, 4, 5];
    close(await askedFor([...rising, 6, 7, 8, 9, 10, 11]), [0, 1, 2, 3, 4, 5, 6]);
    close(await askedFor([...rising, 4.5, 7, 8, 9, 10, 11]), [0, 1, 2, 3, 4, 5, 4 + 0.75 * 0.5]);
  });

  test('a step from the best point has risen if it is above the point that was left', async () => {
    const six = 4 + 0.75 * 0.5;
    const seven = six + 0.75 * 0.5 + 0.25 * (six - 4);
    close(await askedFor([1, 2, 3, 4, 5, 4.5, 4.7, 8, 9, 10, 11]), [0, 1, 2, 3, 4, 5, six, seven]);
    close(await askedFor([1, 2, 3, 4, 5, 4.5, 4.3, 8, 9, 10, 11]), [
      0,
      1,
      2,
      3,
      4,
      5,
      six,
      4 + 0.75 * 0.25 - 0.25 * 0,
    ]);
  });
});

test('told to, it goes on no further with a row that has reached its goal', async () => {
  for (const oracle of Object.values(oracles)) {
    const problem = problemOf(balls.linf, 'leave', oracle);
    const whole = await path(apgd, problem, { steps: 40 });
    const short = await path(apgd, problem, { steps: 40, goesOn: false });
    const { labels } = problem.goal;
    let fallen = 0;
    for (let i = 0; i < count; i++) {
      const at = (steps: typeof whole, k: number) => steps[k]?.x.slice(i * dimension, (i + 1) * dimension);
      const first = whole.findIndex(({ logits }) => predictions(logits, classes)[i] !== labels[i]);
      fallen += first < 0 ? 0 : 1;
      short.forEach((_, k) => expect(at(short, k)).toEqual(at(whole, first < 0 ? k : Math.min(first, k))));
    }
    expect(fallen).toBeGreaterThan(0);
  }
});
