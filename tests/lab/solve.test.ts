import { describe, expect, test } from 'vitest';
import type { Attack } from '../../src/lab/attack.ts';
import { attacks, type AttackId } from '../../src/lab/attacks/index.ts';
import { pgd } from '../../src/lab/attacks/pgd.ts';
import { balls } from '../../src/lab/balls/index.ts';
import { toEightBits } from '../../src/lab/eight-bits.ts';
import type { Oracle } from '../../src/lab/oracle.ts';
import { counted } from '../../src/lab/oracles/counted.ts';
import { linear } from '../../src/lab/oracles/linear.ts';
import { perturbationSizes, randomControl } from '../../src/lab/perturbation.ts';
import type { Problem } from '../../src/lab/problem.ts';
import { random } from '../../src/lab/random.ts';
import { isReaderError } from '../../src/lab/reader-error.ts';
import { finish, outcomeSentences, solve } from '../../src/lab/solve.ts';
import { subtract } from '../../src/lab/vec.ts';
import { uniforms, vec } from './helpers.ts';
import { count, dimension, fitting, oracles, problemOf } from './setting.ts';

const seed = (): { random: ReturnType<typeof random> } => ({ random: random('solve') });
/** One number; class 1 from 0.5 on. */
const half = linear({ weights: vec(0, 8), bias: vec(0, -4) });
const simple: Problem = {
  oracle: half,
  x0: vec(0.2, 0.4),
  goal: { kind: 'leave', labels: Int32Array.of(0, 0) },
  ball: balls.linf,
  radius: 0.2,
  box: [0, 1],
};

describe('an attack that is solved', () => {
  test('passes on every step and returns the last', async () => {
    const seen: unknown[] = [];
    const { last } = await finish(solve(pgd, simple, { ...seed(), options: { steps: 5 } }), (step) =>
      seen.push(step),
    );
    expect(seen).toHaveLength(6);
    expect(seen.at(-1)).toBe(last);
  });

  test('is judged row by row on the picture shown, in 8 bits', async () => {
    for (const oracle of Object.values(oracles)) {
      const problem = {
        ...problemOf(balls.linf, 'leave', oracle),
        x0: toEightBits(uniforms(count * dimension, random(1)), [0, 1]),
      };
      const { last, shown, shownLogits, outcomes } = await finish(solve(pgd, problem, seed()));
      expect(shown).toEqual(toEightBits(last.x, problem.box, problem.x0));
      expect(toEightBits(shown, problem.box)).toEqual(shown);
      expect(shownLogits).toEqual(await oracle.logits(shown));
      for (const size of perturbationSizes(problem, shown))
        expect(size).toBeLessThanOrEqual(problem.radius + 1e-6);
      expect(outcomes).toHaveLength(count);
    }
  });

  test('reaches what is near and spends its budget on what is far', async () => {
    expect((await finish(solve(pgd, simple, seed()))).outcomes).toEqual(['budget-spent', 'reached']);
    const reach: Problem = { ...simple, goal: { kind: 'reach', labels: Int32Array.of(1, 1) } };
    expect((await finish(solve(pgd, reach, seed()))).outcomes).toEqual(['budget-spent', 'reached']);
  });

  test('does not count a success that is lost in 8 bits', async () => {
    // The border lies between two grey levels; the attack crosses it, the picture shown does not.
    const border = 128.3 / 255;
    const oracle = linear({ weights: vec(0, 1000), bias: vec(0, -1000 * border) });
    const problem: Problem = {
      ...simple,
      oracle,
      x0: vec(127 / 255),
      goal: { kind: 'leave', labels: Int32Array.of(0) },
      radius: 1.4 / 255,
    };
    const { last, outcomes } = await finish(solve(attacks.fgsm, problem, seed()));
    expect(last.logits[1]).toBeGreaterThan(last.logits[0] ?? NaN);
    expect(outcomes).toEqual(['budget-spent']);
  });

  test('says so where there was no gradient to follow', async () => {
    const flat: Oracle = {
      ...half,
      loss: async (x, labels) => {
        const { loss, logits, gradient } = await half.loss(x, labels);
        return { loss, logits, gradient: gradient.map(() => 0) };
      },
    };
    const problem: Problem = { ...simple, oracle: flat, x0: vec(0.2, 0.9) };
    expect((await finish(solve(pgd, problem, seed()))).outcomes).toEqual(['gradients-masked', 'reached']);
  });

  test('takes the defaults for what it is not told', async () => {
    const steps: number[] = [];
    await finish(solve(pgd, simple, seed()), (step) => steps.push(step.index));
    expect(steps).toHaveLength(pgd.defaults.steps + 1);
  });

  test('can be picked by its id', async () => {
    for (const id of Object.keys(attacks) as AttackId[]) {
      const attack: Attack<object> = attacks[id];
      const options = fitting(attack, { steps: 3 });
      const { outcomes } = await finish(solve(attack, simple, { ...seed(), options }));
      expect(outcomes).toHaveLength(2);
    }
  });

  test('has a sentence for every way to end', () => {
    for (const sentence of Object.values(outcomeSentences)) expect(sentence).toMatch(/^The |^All .*\.$/);
  });
});

describe('stopping', () => {
  test('keeps the last step and asks the network nothing more', async () => {
    const stop = new AbortController();
    const { oracle, counts } = counted(half);
    const { last, shown, shownLogits, outcomes } = await finish(
      solve(pgd, { ...simple, oracle }, { ...seed(), signal: stop.signal }),
      (step) => {
        if (step.index === 3) stop.abort();
      },
    );
    expect(last.index).toBe(3);
    expect(outcomes).toEqual(['stopped', 'stopped']);
    expect(shown).toEqual(toEightBits(last.x, simple.box, simple.x0));
    expect(shownLogits).toEqual(last.logits);
    expect(counts()).toEqual({ queries: 0, gradients: 2 * 4 });
  });

  test('while the network is thinking keeps what it then answers', async () => {
    const stop = new AbortController();
    const oracle: Oracle = {
      ...half,
      loss: (x, labels) => {
        stop.abort();
        return half.loss(x, labels);
      },
    };
    const { last, outcomes } = await finish(
      solve(pgd, { ...simple, oracle }, { ...seed(), signal: stop.signal }),
    );
    expect(last.index).toBe(0);
    expect(outcomes).toEqual(['stopped', 'stopped']);
  });

  test('before it began gives the reason and asks nothing', async () => {
    const { oracle, counts } = counted(half);
    const run = solve(
      pgd,
      { ...simple, oracle },
      { ...seed(), signal: AbortSignal.abort(new Error('enough')) },
    );
    await expect(finish(run)).rejects.toThrow('enough');
    expect(counts()).toEqual({ queries: 0, gradients: 0 });
  });

  test('by leaving the loop ends the attack too', async () => {
    const { oracle, counts } = counted(half);
    for await (const step of solve(pgd, { ...simple, oracle }, seed())) if (step.index === 2) break;
    expect(counts()).toEqual({ queries: 0, gradients: 2 * 3 });
  });
});

describe('a problem that makes no sense is refused with a sentence:', () => {
  const refusals: readonly [string, Partial<Problem>, string][] = [
    ['no picture', { x0: vec() }, 'There is no picture to attack; choose or draw one.'],
    [
      'sizes that disagree',
      { x0: vec(0, 0, 0) },
      'The network reads 1 numbers a picture, but 2 pictures came with 3',
    ],
    [
      'a number out of the box',
      { x0: vec(0, 1.5) },
      'Number 2 of the picture is 1.5, but must lie between 0 and 1',
    ],
    ['not a number', { x0: vec(NaN, 0) }, 'Number 1 of the picture is NaN'],
    ['a negative radius', { radius: -1 }, 'The size of the perturbation is -1; choose 0 or more.'],
    ['an endless radius', { radius: Infinity }, 'The size of the perturbation is Infinity'],
    [
      'a class it does not know',
      { goal: { kind: 'leave', labels: Int32Array.of(0, 2) } },
      'knows the classes 0 to 1, not 2',
    ],
    ['a box inside out', { box: [1, 0] }, 'The range of a number goes from 1 to 0'],
  ];

  test.each(refusals)('%s', async (_, change, sentence) => {
    const { oracle, counts } = counted(half);
    const error: unknown = await finish(solve(pgd, { ...simple, oracle, ...change }, seed())).catch(
      (e: unknown) => e,
    );
    expect(isReaderError(error) && error.message).toContain(sentence);
    expect(counts()).toEqual({ queries: 0, gradients: 0 });
  });

  test('and so is a network that answers nonsense', async () => {
    const oracle: Oracle = {
      ...half,
      logits: (x) => Promise.resolve(new Float32Array(2 * x.length).fill(NaN)),
    };
    const error: unknown = await finish(solve(pgd, { ...simple, oracle }, seed())).catch((e: unknown) => e);
    expect(isReaderError(error) && error.retry).toBe(true);
  });
});

describe('the control', () => {
  test.each(Object.values(balls))('is as large as the perturbation in $title, and random', async (ball) => {
    const oracle = oracles['a linear network'] as Oracle;
    const problem: Problem = { ...problemOf(ball, 'leave', oracle), box: [-10, 10] };
    const { last } = await finish(solve(pgd, problem, seed()));
    const control = randomControl(problem, last.x, random('control'));
    const sizes = perturbationSizes(problem, control);
    perturbationSizes(problem, last.x).forEach((size, i) => expect(sizes[i]).toBeCloseTo(size, 4));
    expect(control).toEqual(randomControl(problem, last.x, random('control')));
    expect(control).not.toEqual(randomControl(problem, last.x, random('another')));
    expect(subtract(control, last.x).some((value) => value !== 0)).toBe(true);
  });

  test('stays in the box', () => {
    const problem: Problem = { ...simple, x0: vec(0, 1) };
    const control = randomControl(problem, vec(0.2, 0.8), random(1));
    expect(control.every((value) => value >= 0 && value <= 1)).toBe(true);
  });
});
