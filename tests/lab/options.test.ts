import { describe, expect, test } from 'vitest';
import type { Attack } from '../../src/lab/attack.ts';
import { attacks } from '../../src/lab/attacks/index.ts';
import { balls } from '../../src/lab/balls/index.ts';
import { liveDefaultsOf, type AnyOption } from '../../src/lab/options.ts';
import { counted } from '../../src/lab/oracles/counted.ts';
import type { Oracle } from '../../src/lab/oracle.ts';
import { random } from '../../src/lab/random.ts';
import { isReaderError } from '../../src/lab/reader-error.ts';
import { said } from '../../src/lab/said.ts';
import { finish, solve } from '../../src/lab/solve.ts';
import { oracles, problemOf } from './setting.ts';

/** What is said of these options; nothing was asked of the network by then. */
const refusal = async (attack: Attack<object>, options: object): Promise<string> => {
  const { oracle, counts } = counted(oracles['a linear network'] as Oracle);
  const ball = balls[attack.balls[0] ?? 'linf'];
  const run = solve(attack, problemOf(ball, 'leave', oracle), { options, random: random(1) });
  const error: unknown = await finish(run).catch((e: unknown) => e);
  expect(counts()).toEqual({ queries: 0, gradients: 0 });
  return isReaderError(error) ? error.message : `no refusal: ${String(error)}`;
};

describe('options that make no sense are refused with a sentence, before the network is asked:', () => {
  const all = 'steps, stride, randomStart, momentum, restarts';
  const refusals: readonly [string, object, string][] = [
    ['one it does not have', { stepz: 3 }, `stepz is not an option of PGD; it has ${all}.`],
    ['one that every object has', { toString: 3 }, `toString is not an option of PGD; it has ${all}.`],
    [
      'a word for a number',
      { steps: '3' },
      'steps must be a whole number from 0 to 1000000; PGD was given “3”.',
    ],
    ['less than none', { steps: -1 }, 'steps must be a whole number from 0 to 1000000; PGD was given -1.'],
    ['half a step', { steps: 0.5 }, 'steps must be a whole number from 0 to 1000000; PGD was given 0.5.'],
    ['not a number', { momentum: NaN }, 'momentum must be a number from 0 to 2; PGD was given NaN.'],
    ['too much', { momentum: 2.1 }, 'momentum must be a number from 0 to 2; PGD was given 2.1.'],
    [
      'nothing for something',
      { restarts: undefined },
      'restarts must be a whole number from 1 to 1000; PGD was given undefined.',
    ],
    ['a number for yes or no', { randomStart: 1 }, 'randomStart must be true or false; PGD was given 1.'],
  ];
  test.each(refusals)('%s', async (_, options, sentence) => {
    expect(await refusal(attacks.pgd, options)).toBe(sentence);
  });

  test('a word that is none of its words, an object that is no shape, any option where there is none', async () => {
    expect(await refusal(attacks.jsma, { direction: 'round' })).toBe(
      'direction must be one of up, down, both; the saliency-map attack was given “round”.',
    );
    expect(await refusal(attacks.square, { shape: { height: 2 } })).toBe(
      'shape must be a height, a width and a number of channels; the Square attack was given something else.',
    );
    expect(await refusal(attacks.ddn, { norm: -1 })).toBe(
      'norm must be a number, 0 or more; DDN was given -1.',
    );
    expect(await refusal(attacks.fgsm, { steps: 2 })).toBe('steps is not an option of FGSM; it has none.');
  });

  test('also where an attack is run without being solved', () => {
    const problem = problemOf(balls.linf, 'leave', oracles['a linear network'] as Oracle);
    const options = { ...attacks.pgd.defaults, steps: -1 };
    expect(() => attacks.pgd.run(problem, options, random(1))).toThrow('steps must be a whole number');
  });
});

const listed = Object.values<Attack<object>>(attacks);

/** Values that the option must refuse. */
const wrong = (option: AnyOption): readonly unknown[] => {
  if (option.kind === 'number')
    return [option.min - 1, NaN, '1', ...(option.max < Infinity ? [option.max + 1] : [])];
  return option.kind === 'choice' ? ['no such word', 1] : [null, 'word'];
};

describe.each(listed.map((attack) => ({ attack, name: attack.name })))('$name', ({ attack }) => {
  test('refuses wrong values of each of its options, and names the option', async () => {
    for (const [name, option] of Object.entries(attack.options)) {
      for (const value of wrong(option))
        expect(await refusal(attack, { [name]: value })).toMatch(`${name} must be `);
    }
    expect(await refusal(attack, { nosuch: 1 })).toMatch('nosuch is not an option of ');
  });

  test('has defaults that it would take, also where somebody waits and at the ends of a slider', () => {
    const problem = problemOf(balls[attack.balls[0] ?? 'linf'], 'leave', oracles['two layers'] as Oracle);
    expect(() => attack.run(problem, liveDefaultsOf(attack.options), random(1))).not.toThrow();
    for (const [name, option] of Object.entries(attack.options)) {
      const ends = option.kind === 'number' && option.control ? [option.control.min, option.control.max] : [];
      for (const value of [option.default, ...ends]) {
        expect(() => attack.run(problem, { ...attack.defaults, [name]: value }, random(1))).not.toThrow();
      }
    }
  });
});

test('a sentence names an attack by its steps where it climbs, else by itself', () => {
  const { pgd, fgsm, ddn } = attacks;
  expect(said(pgd, pgd.defaults)).toEqual({ text: '40 steps of PGD', many: true });
  expect(said(pgd, { ...pgd.defaults, steps: 1 })).toEqual({ text: 'one step of PGD', many: false });
  expect(said(pgd, { ...pgd.defaults, steps: 1, restarts: 3 })).toEqual({
    text: '3 runs of one step of PGD',
    many: true,
  });
  expect(said(fgsm, {})).toEqual({ text: 'one step of FGSM', many: false });
  expect(said(ddn, ddn.defaults)).toEqual({ text: 'DDN', many: false });
});
