import { describe, expect, test, type TestContext } from 'vitest';
import type { Step } from '../../src/lab/attack.ts';
import { attacks, type AttackId } from '../../src/lab/attacks/index.ts';
import { sequentially } from '../../src/lab/attacks/sequentially.ts';
import { towardsRivals } from '../../src/lab/attacks/towards-rivals.ts';
import { balls } from '../../src/lab/balls/index.ts';
import type { Oracle } from '../../src/lab/oracle.ts';
import { linear } from '../../src/lab/oracles/linear.ts';
import type { Problem } from '../../src/lab/problem.ts';
import { random } from '../../src/lab/random.ts';
import { predictions, row, subtract } from '../../src/lab/vec.ts';
import { inner, normals, uniforms, vec } from './helpers.ts';
import {
  brief,
  classes,
  count,
  dimension,
  fitting,
  oracles,
  path,
  problemOf,
  radii,
  variantsOf,
  type AnyAttack,
} from './setting.ts';

const atX0 = { randomStart: false, noise: 0 };
const kinds = ['leave', 'reach'] as const;
const [smooth, straight] = Object.values(oracles) as [Oracle, Oracle];
const rivals = towardsRivals(attacks.pgd, [], 2);
/**
 * Attacks made of others, in few steps; members that are the attacked network itself, so that every law
 * applies.
 */
const combined: readonly (typeof attacks.pgd)[] = [
  {
    ...attacks.pgd,
    id: 'pgd sequentially',
    length: (...of) => sequentially(attacks.pgd, [smooth, straight]).length(...of),
    run: (problem, { steps, ...options }, r) =>
      sequentially(attacks.pgd, [problem.oracle, problem.oracle]).run(
        problem,
        { ...options, steps: Math.min(10, steps) },
        r,
      ),
  },
  {
    ...attacks.pgd,
    id: 'pgd towards rivals',
    aim: rivals.aim,
    length: (...of) => rivals.length(...of),
    run: (problem, { steps, ...options }, r) =>
      rivals.run(problem, { ...options, steps: Math.min(15, steps) }, r),
  },
];
const cases = [...Object.values<AnyAttack>(attacks), ...combined].flatMap((attack) =>
  Object.values(balls)
    .filter((ball) => attack.balls.includes(ball.id))
    .flatMap((ball) => kinds.map((kind) => ({ attack, ball, kind, name: attack.id, title: ball.title }))),
);

/** A law that does not hold where there is a reason why not: there it is skipped, and the reason is told. */
const unless =
  (reason: string | false | undefined) =>
  (name: string, law: () => Promise<void>): void =>
    test(name, (context: TestContext) => {
      context.skip(typeof reason === 'string', typeof reason === 'string' ? reason : undefined);
      return law();
    });
const shared = 'what one row becomes depends on the others';

test('every attack has its own id in the record', () => {
  for (const [id, attack] of Object.entries(attacks)) expect(attack.id).toBe(id);
});

describe.each(cases)('$name · $title · $kind', ({ attack, ball, kind }) => {
  const forAll = async (check: (problem: Problem) => Promise<void>): Promise<void> => {
    for (const oracle of Object.values(oracles)) await check(problemOf(ball, kind, oracle));
  };

  test('every iterate is in the ball and in the box', () =>
    forAll(async (problem) => {
      for (const options of variantsOf(attack)) {
        for (const { x } of await path(attack, problem, options)) {
          expect(x.every((value) => value >= 0 && value <= 1)).toBe(true);
          for (let i = 0; i < count; i++) {
            const perturbation = subtract(row(x, i, dimension), row(problem.x0, i, dimension));
            expect(ball.size(perturbation)).toBeLessThanOrEqual(problem.radius + 1e-6);
          }
        }
      }
    }));

  test('a radius of 0 changes nothing', () =>
    forAll(async (problem) => {
      for (const { x } of await path(attack, { ...problem, radius: 0 })) expect(x).toEqual(problem.x0);
    }));

  unless(attack.aim !== 'climb' && 'it does not climb the cross-entropy')(
    'the first step moves the loss the right way, in every row',
    () =>
      forAll(async (problem) => {
        // A smooth network keeps its direction for a small step. What rises along a line rises on in a convex
        // loss, as a linear network's is; what falls may rise again, and L0 knows no small step.
        const options = fitting(attack, { ...atX0, stride: 0.05 });
        const [start, next] = await path(attack, problem, options);
        expect(start?.x).toEqual(problem.x0);
        start?.loss.forEach((before, i) => {
          const gained = ((next?.loss[i] ?? NaN) - before) * (kind === 'leave' ? 1 : -1);
          if (kind === 'leave' || ball.grain === 0) expect(gained).toBeGreaterThan(0);
        });
      }),
  );

  unless(attack.paced === 'searches' && 'a search may look more often where a step does not pay')(
    'its way is no longer than it says',
    () =>
      forAll(async (problem) => {
        for (const options of [{}, fitting(attack, { steps: 3, restarts: 2 })]) {
          const chosen = { ...attack.defaults, ...brief[attack.id as AttackId], ...options };
          const last = (await path(attack, problem, options)).at(-1);
          const spent =
            attack.paced === 'queries' ? Math.max(...(last?.queries ?? [])) : (last?.index ?? NaN);
          expect(spent).toBeLessThanOrEqual(attack.length(chosen, { radius: problem.radius, rows: count }));
        }
      }),
  );

  test('the same seed gives the same path, bit by bit', () =>
    forAll(async (problem) => {
      expect(await path(attack, problem)).toEqual(await path(attack, problem));
    }));

  test('indices count from 0, and every array has its shape', () =>
    forAll(async (problem) => {
      const steps = await path(attack, problem);
      expect(steps.map((step) => step.index)).toEqual(steps.map((_, i) => i));
      for (const step of steps) {
        expect([step.x, step.loss, step.logits, step.zeroGradient].map((array) => array.length)).toEqual([
          count * dimension,
          count,
          count * classes,
          count,
        ]);
      }
    }));

  test('what a step says of the network is what the network says', () =>
    forAll(async (problem) => {
      for (const step of await path(attack, problem)) {
        const { loss, logits } = await problem.oracle.loss(step.x, problem.goal.labels);
        expect([step.loss, step.logits]).toEqual([loss, logits]);
      }
    }));

  test('the problem is never written to', () =>
    forAll(async (problem) => {
      const { x0, goal } = problem;
      const before = [x0.slice(), goal.labels.slice()];
      const steps = await path(attack, problem);
      expect([x0, goal.labels]).toEqual(before);
      for (const step of steps) expect(step.x.buffer).not.toBe(x0.buffer);
    }));

  unless(attack.together && shared)(
    'a batch is its rows: each row goes its way whatever the others are',
    () =>
      forAll(async (problem) => {
        for (const options of [fitting(attack, atX0), {}]) {
          const r = random('rows');
          const whole = await path(attack, problem, options, r);
          for (let i = 0; i < count; i++) {
            const alone: Problem = {
              ...problem,
              x0: row(problem.x0, i, dimension),
              goal: { kind, labels: problem.goal.labels.slice(i, i + 1) },
            };
            // What row i draws is a function of fork(i) alone; alone, it is row 0.
            const steps = await path(attack, alone, options, { ...r, fork: () => r.fork(i) });
            expect(steps.length).toBeLessThanOrEqual(whole.length);
            if (attack.inParts === true) {
              expect(steps.at(-1)?.x).toEqual(row(whole.at(-1)?.x ?? vec(), i, dimension));
              continue;
            }
            // A row whose search is over stands still while the others go on.
            const then = whole.map((_, k) => (steps[k] ?? steps.at(-1))?.x);
            expect(then).toEqual(whole.map((step) => row(step.x, i, dimension)));
          }
        }
      }),
  );

  unless(attack.together ? shared : ['climb', 'indirect'].includes(attack.aim) && 'it goes on for more loss')(
    'what has reached its goal stays there and never grows',
    () =>
      forAll(async (problem) => {
        const wide = { ...problem, radius: 2 * problem.radius };
        const smallest = new Float64Array(count).fill(Infinity);
        for (const { x, logits } of await path(attack, wide)) {
          const guesses = predictions(logits, classes);
          wide.goal.labels.forEach((label, i) => {
            const size = ball.size(subtract(row(x, i, dimension), row(wide.x0, i, dimension)));
            if ((guesses[i] === label) === (kind === 'reach')) {
              expect(size).toBeLessThanOrEqual(smallest[i] ?? NaN);
              smallest[i] = size;
            } else expect(smallest[i]).toBe(Infinity);
          });
        }
      }),
  );

  test('whoever stops asking stops the attack: the network is not asked again', async () => {
    for (const oracle of Object.values(oracles)) {
      let asked = 0;
      const counting = <Args extends readonly unknown[], Answer>(ask: (...args: Args) => Answer) => {
        return (...args: Args): Answer => ((asked += 1), ask(...args));
      };
      const watched: Oracle = {
        ...oracle,
        logits: counting(oracle.logits),
        loss: counting(oracle.loss),
        pullback: counting(oracle.pullback),
        jacobian: counting(oracle.jacobian),
      };
      const options = { ...attack.defaults, ...brief[attack.id as AttackId] };
      let then = 0;
      for await (const step of attack.run(problemOf(ball, kind, watched), options, random(1))) {
        then = asked;
        if (step.index === 1) break;
      }
      await new Promise((done) => setTimeout(done, 0));
      expect([then > 0, asked]).toEqual([true, then]);
    }
  });

  unless(
    attack.length(attack.defaults, { radius: 1, rows: 1 }) === 1
      ? 'one step need not be enough'
      : attack.together && shared,
  )(
    'where it may go as far as the box is wide, it reaches its goal in every row of a linear network',
    async () => {
      const oracle = oracles['a linear network'] as Oracle;
      const wide = ball.size(new Float32Array(dimension).fill(1));
      const last = (await path(attack, problemOf(ball, kind, oracle, count, wide))).at(-1);
      const guesses = predictions(last?.logits ?? vec(), classes);
      const { labels } = problemOf(ball, kind, oracle).goal;
      guesses.forEach((guess, i) => expect(guess === labels[i]).toBe(kind === 'reach'));
    },
  );
});

describe.each(Object.values(balls))(
  'on a linear network of two classes, where $title does not meet the box,',
  (ball) => {
    const r = random('two');
    const weights = normals(dimension * 2, r);
    const oracle = linear({ weights, bias: normals(2, r) });
    const normal = Float32Array.from(
      { length: dimension },
      (_, d) => (weights[2 * d + 1] ?? NaN) - (weights[2 * d] ?? NaN),
    );
    const margin = (step: Step | undefined): number => (step?.logits[1] ?? NaN) - (step?.logits[0] ?? NaN);

    const stepping: readonly AnyAttack[] = [attacks.fgsm, attacks.pgd, attacks['mi-fgsm'], attacks.apgd];
    test.each(stepping.filter((attack) => attack.balls.includes(ball.id)))(
      'one step of $id shifts the margin by radius × dual norm',
      async (attack) => {
        for (const kind of kinds) {
          const problem: Problem = {
            oracle,
            x0: uniforms(dimension, r, -1, 1),
            goal: { kind, labels: Int32Array.of(kind === 'leave' ? 0 : 1) },
            ball,
            radius: radii[ball.id],
            box: [-100, 100],
          };
          const [start, next] = await path(
            attack,
            problem,
            fitting(attack, { steps: 1, stride: 1, randomStart: false }),
          );
          expect(margin(next) - margin(start)).toBeCloseTo(ball.gain(normal, problem.radius), 3);
          expect(inner(normal, subtract(next?.x ?? vec(), problem.x0))).toBeCloseTo(
            ball.gain(normal, problem.radius),
            3,
          );
        }
      },
    );
  },
);
