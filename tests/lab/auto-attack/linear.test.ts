import { describe, expect, test } from 'vitest';
import { attacks } from '../../../src/lab/attacks/index.ts';
import { balls } from '../../../src/lab/balls/index.ts';
import type { Ball } from '../../../src/lab/ball.ts';
import { linear } from '../../../src/lab/oracles/linear.ts';
import { toHyperplane, type HyperplaneBall } from '../../../src/lab/optimise/hyperplane.ts';
import type { Vec } from '../../../src/lab/oracle.ts';
import type { Problem } from '../../../src/lab/problem.ts';
import { random } from '../../../src/lab/random.ts';
import { predictions, row, subtract } from '../../../src/lab/vec.ts';
import { normals, uniforms, vec } from '../helpers.ts';
import { path, type AnyAttack } from '../setting.ts';

const dimension = 30;
const classes = 6;
const count = 8;
const weights = normals(classes * dimension, random('weights'));
const oracle = linear({ weights, bias: vec(2, 0, 0, 0, 0, 0) });

/** How logit k grows with each number less how the label's does. */
const normalOf = (k: number, label: number): Vec =>
  Float32Array.from(
    { length: dimension },
    (_, d) => (weights[d * classes + k] as number) - (weights[d * classes + label] as number),
  );

const problemIn = async (ball: Ball, box: Problem['box']): Promise<Problem> => {
  const x0 = uniforms(count * dimension, random('inputs'), 0, 1).map((x) =>
    Math.min(1, Math.max(0, 1.6 * x - 0.3)),
  );
  const labels = predictions(await oracle.logits(x0), classes);
  return { oracle, x0, goal: { kind: 'leave', labels }, ball, radius: 100, box };
};

/** How far each row is from the nearest other class, within the box: the smallest of the exact ways. */
const distancesOf = async ({ x0, goal, ball, box }: Problem): Promise<readonly number[]> => {
  const logits = await oracle.logits(x0);
  return Array.from(goal.labels, (label, i) => {
    const z = row(logits, i, classes);
    const ways = Array.from(z.keys(), (k) => {
      if (k === label) return Infinity;
      const normal = normalOf(k, label);
      const offset = (z[label] as number) - (z[k] as number);
      return ball.size(toHyperplane(ball.id as HyperplaneBall, row(x0, i, dimension), normal, offset, box));
    });
    return Math.min(...ways);
  });
};

/** For each row whether the attack fooled it, and by how large a perturbation. */
const attacked = async (attack: AnyAttack, problem: Problem, options: object = {}) => {
  const last = (await path(attack, problem, { ...attack.defaults, ...options })).at(-1);
  const guesses = predictions(last?.logits ?? vec(), classes);
  return Array.from(problem.goal.labels, (label, i) => ({
    fooled: guesses[i] !== label,
    size: problem.ball.size(subtract(row(last?.x ?? vec(), i, dimension), row(problem.x0, i, dimension))),
  }));
};

const boxes = [
  { where: 'far from the box', box: [-100, 100] },
  { where: 'within the box', box: [0, 1] },
] as const;

describe.each(boxes)('on a linear network of six classes, $where,', ({ box }) => {
  test.each([balls.linf, balls.l2, balls.l1])(
    'FAB-T finds the smallest perturbation in $title, a hundredth aside',
    async (ball) => {
      const problem = await problemIn(ball, box);
      const distances = await distancesOf(problem);
      for (const [i, { fooled, size }] of (await attacked(attacks['fab-t'], problem)).entries()) {
        expect(fooled).toBe(true);
        expect(size / (distances[i] ?? NaN)).toBeGreaterThan(0.9999);
        expect(size / (distances[i] ?? NaN)).toBeLessThan(1.01);
      }
    },
  );

  test.each([balls.linf, balls.l2])(
    'what seeks within a radius in $title falls just where that is larger',
    async (ball) => {
      const problem = await problemIn(ball, box);
      const distances = await distancesOf(problem);
      const alone = (i: number, radius: number): Problem => ({
        ...problem,
        x0: row(problem.x0, i, dimension),
        goal: { kind: 'leave', labels: problem.goal.labels.slice(i, i + 1) },
        radius,
      });
      for (const [i, distance] of distances.entries()) {
        for (const attack of [attacks.apgd, attacks['apgd-t'], attacks['fab-t']]) {
          const [near] = await attacked(attack, alone(i, 0.98 * distance));
          expect([attack.id, near?.fooled]).toEqual([attack.id, false]);
          // The cross-entropy may lead to another class than the nearest, and then not far enough.
          if (attack === attacks.apgd) continue;
          // L2's way back into ball and box, first the one and then the other, does not lead to the nearest
          // point of both.
          const enough = ball.id === 'l2' && attack === attacks['apgd-t'] && box[0] === 0 ? 1.2 : 1.03;
          const [far] = await attacked(attack, alone(i, enough * distance));
          expect([attack.id, far?.fooled]).toEqual([attack.id, true]);
        }
      }
    },
  );
});

/** Class 1 is near and cannot be reached, class 2 is further and can; class 3 is nowhere. */
const screened = linear({ weights: vec(0, 0, 10, 0), bias: vec(5, 4.9, 0.5, 0) });

test.each(['apgd-t', 'fab-t'] as const)(
  '%s goes to as many classes as it is told, the likeliest first',
  async (id) => {
    const problem: Problem = {
      oracle: screened,
      x0: vec(0),
      goal: { kind: 'leave', labels: Int32Array.of(0) },
      ball: balls.linf,
      radius: 0.5,
      box: [0, 1],
    };
    const answers = async (targets: number): Promise<number | undefined> =>
      predictions((await path(attacks[id], problem, { targets })).at(-1)?.logits ?? vec(), 4)[0];
    expect([await answers(1), await answers(2)]).toEqual([0, 2]);
  },
);

test('FAB-T looks outside the ball and shows nothing from there', async () => {
  const problem = await problemIn(balls.linf, [-100, 100]);
  const distances = await distancesOf(problem);
  const radius = 0.5 * Math.min(...distances);
  for (const { x } of await path(attacks['fab-t'], { ...problem, radius })) expect(x).toEqual(problem.x0);
});
