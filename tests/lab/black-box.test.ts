import { describe, expect, test } from 'vitest';
import type { Step } from '../../src/lab/attack.ts';
import { attacks, type AttackId } from '../../src/lab/attacks/index.ts';
import { balls } from '../../src/lab/balls/index.ts';
import { toEightBits } from '../../src/lab/eight-bits.ts';
import type { Oracle, Vec } from '../../src/lab/oracle.ts';
import { counted } from '../../src/lab/oracles/counted.ts';
import { perturbationSizes } from '../../src/lab/perturbation.ts';
import type { Problem } from '../../src/lab/problem.ts';
import { random } from '../../src/lab/random.ts';
import { argmax, predictions, row } from '../../src/lab/vec.ts';
import { brief, classes, count, oracles, path, problemOf, type AnyAttack } from './setting.ts';

/** All attacks that know no gradients, on their balls, either way. */
const cases = Object.values(attacks)
  .filter(({ knows }) => knows !== 'gradients')
  .flatMap((attack: AnyAttack) =>
    attack.balls.flatMap((ball) =>
      (['leave', 'reach'] as const).map((kind) => ({
        attack,
        kind,
        ball: balls[ball],
        title: balls[ball].title,
        name: attack.id,
        knows: attack.knows,
      })),
    ),
  );

const refuse = (): never => {
  throw new Error('This attack may not ask for gradients.');
};
/** The same answers, and nothing besides. */
const answersOnly = (oracle: Oracle, logits: Oracle['logits'] = oracle.logits): Oracle => ({
  dimension: oracle.dimension,
  classes: oracle.classes,
  logits,
  pullback: refuse,
  jacobian: refuse,
  loss: refuse,
});

/** 1 at the largest logit of each row, 0 at the others: what a label says. */
const oneHot = (logits: Vec): Vec => {
  const out = new Float32Array(logits.length);
  predictions(logits, classes).forEach((label, i) => (out[i * classes + label] = 1));
  return out;
};

const has = (step: Step, { goal }: Problem, i: number): boolean =>
  (argmax(row(step.logits, i, classes)) === goal.labels[i]) === (goal.kind === 'reach');

describe.each(cases)('$name · $title · $kind', ({ attack, ball, kind, knows }) => {
  /** Two sizes: one that leaves little room, and one as wide as the box. */
  const problems = Object.values(oracles).flatMap((oracle) => {
    const wide = ball.size(new Float32Array(oracle.dimension).fill(1));
    return [problemOf(ball, kind, oracle), problemOf(ball, kind, oracle, undefined, wide)];
  });

  test('asks for answers alone, counts every one, and asks no more than it may', async () => {
    for (const problem of problems) {
      const { oracle, counts } = counted(answersOnly(problem.oracle));
      const options = { ...brief[attack.id as AttackId], queries: 45 };
      let asked = 0;
      // Not through `solve`, which asks once more.
      for await (const step of attack.run(
        { ...problem, oracle },
        { ...attack.defaults, ...options },
        random('counted'),
      )) {
        const queries = [...(step.queries ?? [])];
        const total = queries.reduce((a, b) => a + b, 0);
        expect(total).toBeGreaterThanOrEqual(asked);
        expect(Math.max(...queries)).toBeLessThanOrEqual(45);
        // What is asked for all rows together counts for each of them.
        const { queries: all, gradients } = counts();
        if (attack.together === true) expect(Math.max(...queries)).toBeLessThanOrEqual(all);
        else expect(all).toBe(total);
        expect(gradients).toBe(0);
        asked = total;
      }
      expect(asked).toBeGreaterThan(0);
    }
  });

  test('asks only about pictures inside the box', async () => {
    for (const problem of problems) {
      let outside = 0;
      const oracle = answersOnly(problem.oracle, (x) => {
        outside += x.filter((value) => !(value >= 0 && value <= 1)).length;
        return problem.oracle.logits(x);
      });
      await path(attack, { ...problem, oracle });
      expect(outside).toBe(0);
    }
  });

  if (attack.together !== true) {
    test('once a row has reached its goal it keeps it, and its perturbation never grows', async () => {
      for (const problem of problems) {
        const steps = await path(attack, problem);
        const sizes = steps.map(({ x }) => perturbationSizes(problem, x));
        problem.goal.labels.forEach((_, i) => {
          const first = steps.findIndex((step) => has(step, problem, i));
          if (first === -1) return;
          for (let k = first + 1; k < steps.length; k++) {
            expect(has(steps[k] as Step, problem, i)).toBe(true);
            expect(sizes[k]?.[i]).toBeLessThanOrEqual(sizes[k - 1]?.[i] ?? NaN);
          }
        });
      }
    });
  }

  test('calls no gradient zero, for it asked for none', async () => {
    const steps = await path(attack, problems[0] as Problem);
    for (const { zeroGradient } of steps) expect(zeroGradient.every((share) => share === 0)).toBe(true);
  });

  if ('eightBits' in attack.options) {
    test('shows only pictures in 8 bits if asked to, so that what reached its goal keeps it when saved', async () => {
      let reached = 0;
      for (const given of problems) {
        const problem = { ...given, x0: toEightBits(given.x0, given.box) };
        const steps = await path(attack, problem, { eightBits: true });
        for (const { x } of steps) expect(toEightBits(x, problem.box)).toEqual(x);
        reached += problem.goal.labels.filter((_, i) => has(steps.at(-1) as Step, problem, i)).length;
      }
      // In a ball as wide as the box, all of the linear network's rows at least.
      expect(reached).toBeGreaterThanOrEqual(count);
    });
  }

  if (knows === 'labels') {
    test('goes the same way when it is told nothing but labels', async () => {
      for (const problem of problems) {
        const told = answersOnly(problem.oracle, async (x) => oneHot(await problem.oracle.logits(x)));
        const way = (steps: readonly Step[]): object => steps.map(({ x, queries }) => ({ x, queries }));
        expect(way(await path(attack, { ...problem, oracle: told }))).toEqual(
          way(await path(attack, problem)),
        );
      }
    });
  }
});
