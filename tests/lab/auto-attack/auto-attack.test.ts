import { describe, expect, test } from 'vitest';
import type { Attack, Step } from '../../../src/lab/attack.ts';
import { attacks } from '../../../src/lab/attacks/index.ts';
import { balls } from '../../../src/lab/balls/index.ts';
import { partOf, relay, type Part } from '../../../src/lab/optimise/relay.ts';
import type { Oracle } from '../../../src/lab/oracle.ts';
import { counted } from '../../../src/lab/oracles/counted.ts';
import { linear } from '../../../src/lab/oracles/linear.ts';
import type { Problem } from '../../../src/lab/problem.ts';
import { random } from '../../../src/lab/random.ts';
import { crossEntropy } from '../../../src/lab/softmax.ts';
import { predictions, row } from '../../../src/lab/vec.ts';
import { randomLinear, twoLayers, vec } from '../helpers.ts';
import { classes, count, dimension, oracles, path, problemOf } from '../setting.ts';

const { autoattack } = attacks;
const brief = { steps: 20, targets: 3, queries: 200 };
const rowOf = (step: Step | undefined, i: number) => row(step?.x ?? vec(), i, dimension);

const collected = async (steps: AsyncIterable<Step>): Promise<readonly Step[]> => {
  const all: Step[] = [];
  for await (const step of steps) all.push(step);
  return all;
};

/** Problems that some of the rows survive: how far the strongest gets decides. */
const problems = Object.values(oracles).flatMap((oracle) =>
  [balls.linf, balls.l2].map((ball) =>
    problemOf(ball, 'leave', oracle, count, ball.id === 'linf' ? 0.05 : 0.3),
  ),
);

/** A part that shows these inputs of one number one after the other, of every row it is given. */
const showing = (name: string, values: readonly number[], seen: number[][] = []): Part => ({
  name,
  knows: 'labels',
  length: values.length - 1,
  run: async function* ({ oracle, goal, x0 }) {
    seen.push([...x0]);
    for (const [index, value] of values.entries()) {
      const x = x0.map(() => value);
      const logits = await oracle.logits(x);
      const loss = crossEntropy(logits, goal.labels, oracle.classes);
      yield { index, x, logits, loss, zeroGradient: new Float32Array(goal.labels.length) };
      if (predictions(logits, oracle.classes).every((guess, i) => guess !== goal.labels[i])) return;
    }
  },
});

describe('A relay of attacks', () => {
  /** Class 1 above 0.5. */
  const bar = linear({ weights: vec(0, 1), bias: vec(0.5, 0) });
  const one: Problem = {
    oracle: bar,
    x0: vec(0.1, 0.9, 0.2),
    goal: { kind: 'leave', labels: Int32Array.of(0, 0, 0) },
    ball: balls.linf,
    radius: 1,
    box: [0, 1],
  };

  test('gives each attack the rows that stand, and says which reached which', async () => {
    const seen: number[][] = [];
    const low = showing('low', [0.3, 0.4], seen);
    const high = showing('high', [0.45, 0.75, 0.8], seen);
    const steps = await collected(relay(one, [low, high, showing('never', [0], seen)], random(1)));
    expect(seen).toEqual([[...vec(0.1, 0.2)], [...vec(0.1, 0.2)]]);
    expect(steps.map(({ parts }) => parts?.now)).toEqual(['low', 'low', 'low', 'high', 'high']);
    expect(steps.at(-1)?.x).toEqual(vec(0.75, 0.9, 0.75));
    expect(steps.at(-1)?.parts?.by).toEqual(['high', undefined, 'high']);
    expect(steps.at(-2)?.parts?.by).toEqual([undefined, undefined, undefined]);
  });

  test('gives every attack a stream of its own for every row, whichever rows have fallen', async () => {
    const drawn: number[][] = [];
    const drawing: Part = {
      ...showing('draws', [0.3]),
      run: async function* (problem, stream) {
        drawn.push(Array.from(problem.goal.labels, (_, i) => stream.fork(i).uniform()));
        yield* showing('draws', [0.3]).run(problem, stream);
      },
    };
    const r = random('streams');
    await collected(relay(one, [drawing, drawing], r));
    await collected(relay({ ...one, x0: vec(0.1, 0.2, 0.3) }, [drawing], r));
    const [first = [], second = [], whole = []] = drawn;
    expect(first).toEqual([whole[0], whole[2]]);
    expect(second).not.toEqual(first);
    expect(first[0]).toBe(r.fork(0).fork('0 draws').uniform());
  });
});

describe('AutoAttack', () => {
  test('fells every row that one of its parts fells alone, and keeps what felled it', async () => {
    const alone: readonly (readonly [string, Attack<object>, object])[] = [
      ['0 apgd-ce', attacks.apgd, { steps: brief.steps, goesOn: false }],
      ['1 apgd-t', attacks['apgd-t'], { steps: brief.steps, targets: brief.targets }],
      ['2 fab-t', attacks['fab-t'], { steps: brief.steps, targets: brief.targets, goesOn: false }],
      ['3 square', attacks.square, { queries: brief.queries, fitted: false }],
    ];
    const felled = new Set<string>();
    for (const problem of problems) {
      const r = random('felled');
      const last = (await path(autoattack, problem, brief, r)).at(-1);
      const guesses = predictions(last?.logits ?? vec(), classes);
      for (let i = 0; i < count; i++) {
        const label = problem.goal.labels[i] ?? NaN;
        const part: Problem = {
          ...problem,
          x0: row(problem.x0, i, dimension),
          goal: { kind: 'leave', labels: Int32Array.of(label) },
        };
        const first = predictions(await problem.oracle.logits(part.x0), classes)[0] === label;
        let by: string | undefined;
        let x = part.x0;
        if (first) {
          for (const [name, attack, options] of alone) {
            const end = (await path(attack, part, options, { ...r, fork: () => r.fork(i).fork(name) })).at(
              -1,
            );
            x = end?.x ?? x;
            if (predictions(end?.logits ?? vec(), classes)[0] === label) continue;
            by = name.slice(2);
            break;
          }
        }
        expect(last?.parts?.by[i]).toBe(by);
        expect(guesses[i] === label).toBe(first && by === undefined);
        expect(rowOf(last, i)).toEqual(x);
        felled.add(by ?? String(first));
      }
    }
    // Some rows fall, some stand, some were fallen before.
    expect([...felled]).toEqual(expect.arrayContaining(['apgd-ce', 'true', 'false']));
  });

  test('any iterate counts, not the last: the one that fooled stays to the end', async () => {
    // Only one narrow place between the ends fools it.
    const trap: Oracle = {
      ...randomLinear(1, 4, random('unused')),
      logits: (x) => Promise.resolve(vec(...[...x].flatMap((at) => [1, at > 0.3 && at < 0.6 ? 2 : 0, 0, 0]))),
      loss: async (x, labels) => {
        const logits = await trap.logits(x);
        return { logits, loss: crossEntropy(logits, labels, 4), gradient: x.map(() => 1) };
      },
      pullback: async (x) => ({ logits: await trap.logits(x), gradient: x.map(() => 1) }),
    };
    const problem: Problem = {
      oracle: trap,
      x0: vec(0),
      goal: { kind: 'leave', labels: Int32Array.of(0) },
      ball: balls.linf,
      radius: 1,
      box: [0, 1],
    };
    const steps = await path(autoattack, problem, { ...brief, steps: 5 }, random('trap'));
    const hit = steps.findIndex(({ x }) => (x[0] ?? NaN) > 0.3 && (x[0] ?? NaN) < 0.6);
    expect(hit).toBeGreaterThan(0);
    for (const { x } of steps.slice(hit)) expect(x).toEqual(steps[hit]?.x);
    expect(steps.at(-1)?.parts?.by).toHaveLength(1);
    expect(steps.at(-1)?.parts?.by[0]).toBeDefined();
  });

  test('asks no more about rows that have fallen', async () => {
    const { oracle, counts } = counted(randomLinear(dimension, classes, random('easy')));
    const easy = problemOf(balls.linf, 'leave', oracle, count, 1);
    await path(autoattack, easy);
    expect(counts().queries + counts().gradients).toBeLessThan(10 * count);
  });

  test('goes through its parts again from other points, if told to', async () => {
    // No way leads anywhere: every part begins, again and again.
    const flat: Oracle = twoLayers(dimension, 5, classes, random('flat'));
    const still: Oracle = {
      ...flat,
      logits: async (x) => (await flat.logits(x)).map((_, k) => (k % classes === 0 ? 9 : 0)),
    };
    const deaf: Oracle = {
      ...still,
      loss: async (x, labels) => {
        const logits = await still.logits(x);
        return { logits, loss: crossEntropy(logits, labels, classes), gradient: new Float32Array(x.length) };
      },
      pullback: async (x) => ({ logits: await still.logits(x), gradient: new Float32Array(x.length) }),
    };
    const problem: Problem = {
      ...problemOf(balls.linf, 'leave', deaf, 1),
      goal: { kind: 'leave', labels: Int32Array.of(0) },
    };
    const named = async (restarts: number) => {
      const steps = await path(autoattack, problem, { steps: 2, targets: 1, queries: 4, restarts });
      const names = steps.map(({ parts }) => parts?.now);
      return { steps, order: names.filter((name, k) => name !== names[k - 1]) };
    };
    const [once, twice] = [await named(1), await named(2)];
    expect(once.order).toEqual(['apgd-ce', 'apgd-t', 'fab-t', 'square']);
    expect(twice.order).toEqual([...once.order, ...once.order]);
    const first = (k: number) => twice.steps.filter(({ parts }) => parts?.now === 'apgd-ce')[k]?.x;
    expect(first(1)).not.toEqual(first(4));
  });

  test('a part has the defaults of its attack but for what differs', () => {
    expect(partOf('short', attacks.apgd, { steps: 7 })).toMatchObject({
      name: 'short',
      knows: 'gradients',
      length: 7,
    });
    expect(partOf('long', attacks.apgd, {}).length).toBe(attacks.apgd.defaults.steps);
  });
});
