import fc from 'fast-check';
import { drawing } from '../../src/figures/kit/drawing/drawing.ts';
import { describe, expect, it } from 'vitest';
import type { Bench } from '../../src/nets/bench/bench.ts';
import { defaultState, publishedStates } from '../../src/figures/kit/contract/figure.ts';
import figure, { disagreement, type Frame, type State } from '../../src/figures/toy-logistic/figure.ts';
import { sumScale } from '../../src/figures/toy-logistic/scales.ts';
import { analyse, flipped } from '../../src/figures/toy-logistic/logistic.ts';
import run from '../../src/figures/toy-logistic/run.ts';
import view from '../../src/figures/toy-logistic/view.tsx';
import { logisticNet } from '../../src/nets/logistic.ts';
import { noBench } from '../no-bench.ts';
import { states } from './arbitrary.ts';

const base = defaultState(figure);
const published = analyse(base.x, base.w, base.step);

/** A bench that must not be asked for anything. */
const untouchable = noBench('TensorFlow.js was asked for');
/** A bench with the real one-unit net. */
const real: Bench = { ...untouchable, logistic: logisticNet };

const framesOf = async (state: State, bench: Bench = untouchable): Promise<Frame[]> => {
  const frames: Frame[] = [];
  for await (const frame of run(state, bench, new AbortController().signal)) frames.push(frame);
  return frames;
};

const lastOf = async (state: State, bench?: Bench): Promise<Frame> => {
  const last = (await framesOf(state, bench)).at(-1);
  if (last === undefined) throw new Error('the run yielded nothing');
  return last;
};

const anyState = states(figure).map((state) => ({ ...state, check: false }));

describe('the words and the drawings', () => {
  it('say so in a sentence', async () => {
    expect(figure.describe(base, await lastOf(base)).replaceAll('\u00a0', ' ')).toBe(
      'Ten nudges of 0.5 move the sum from −3 to 2: from 95.3 % class 0 to 88.1 % class 1. A step of 0.3 reaches the line; of all 1,024 choices of signs for the step of 0.5, 11 flip the answer and 45 end exactly on the line.',
    );
  });

  it('count the nudges so far, and only those that move something', async () => {
    const sentences = async (preset: string): Promise<string[]> => {
      const state = publishedStates(figure).get(preset)?.state ?? base;
      return (await framesOf(state)).map((frame) => figure.describe(state, frame).replaceAll('\u00a0', ' '));
    };
    const ten = await sentences('');
    expect(ten[1]).toBe(
      'The first nudge of 0.5 moves the sum from −3 to −2.5: from 95.3 % class 0 to 92.4 % class 0.',
    );
    expect(ten[4]).toBe(
      'The first four nudges of 0.5 move the sum from −3 to −1: from 95.3 % class 0 to 73.1 % class 0.',
    );
    expect((await sentences('one-number'))[4]).toMatch(
      /^The first nudge of 0.5 moves the sum from −2 to −1.5/,
    );
    const late = { ...base, w: [0, 0, 1, 1, 1, 1, 1, 1, 1, 1] };
    expect(figure.describe(late, (await framesOf(late))[2] ?? (await lastOf(late)))).toMatch(
      /^Nothing has moved yet/,
    );
  });

  it('draw the straight nudge only where it is not the sign step', async () => {
    const drawn = async (preset: string): Promise<string> => {
      const state = publishedStates(figure).get(preset)?.state ?? base;
      return drawing(view, { state, frame: await lastOf(state), width: 726, id: 'f' });
    };
    expect(await drawn('uneven-weights')).toContain('same length, spent along W (L2)');
    expect(await drawn('')).not.toContain('along W');
  });

  it('keep the axis of sums where it is up to a step of 0.7, and never leave a nudge outside it', () => {
    const domain = (step: number) =>
      sumScale({ ...analyse(base.x, base.w, step), nudged: 10, sum: 0, net: null }, [0, 1]).domain();
    for (const step of [0, 0.1, 0.5, 0.7]) expect(domain(step)).toEqual([-10, 6]);
    expect(domain(1.5)).toEqual([-20, 12]);
    fc.assert(
      fc.property(anyState, ({ x, w, step }) => {
        const analysis = analyse(x, w, step);
        const [low = 0, high = 0] = sumScale(
          { ...analysis, nudged: 10, sum: analysis.after, net: null },
          [0, 1],
        ).domain();
        for (const sum of [
          ...analysis.sums,
          analysis.sameLength,
          ...analysis.landings.map((landing) => landing.sum),
        ]) {
          expect(sum).toBeGreaterThanOrEqual(low);
          expect(sum).toBeLessThanOrEqual(high);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('hold no NaN, whatever the state, before, during and after', async () => {
    await fc.assert(
      fc.asyncProperty(anyState, async (state) => {
        for (const frame of (await framesOf(state)).filter(({ nudged }) => nudged % 5 === 0)) {
          const drawings = [280, 726].map((width) =>
            drawing(view, { state, frame: frame, width: width, id: 'f' }),
          );
          const texts = [
            figure.describe(state, frame),
            JSON.stringify(figure.table(state, frame)),
            ...drawings,
          ];
          for (const text of texts) expect(text).not.toMatch(/NaN|undefined|Infinity|-0[^.\d]/);
          for (const value of Object.values(figure.outcome(state, frame)))
            expect(Number.isFinite(value)).toBe(true);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('the states at the edge', () => {
  const sentenceOf = async (change: Partial<State>): Promise<string> => {
    const state = { ...base, ...change };
    return figure.describe(state, await lastOf(state)).replaceAll('\u00a0', ' ');
  };
  const ten = (value: number): readonly number[] => Array.from({ length: 10 }, () => value);

  it('are told apart in words', async () => {
    expect(await sentenceOf({ step: 0 })).toMatch(
      /^A step of 0 changes nothing: the sum stays at −3.*A step of 0.3 would reach the line\.$/,
    );
    expect(await sentenceOf({ w: ten(0) })).toMatch(/no nudge can change it/);
    expect(await sentenceOf({ x: ten(0) })).toMatch(/Any step at all decides it; .* 386 lead to class 0/);
    expect(await sentenceOf({ step: 0.1 })).toMatch(/so the answer stays.*none flips the answer\.$/);
    expect(await sentenceOf({ step: 0.31 })).toMatch(/1 flips the answer\.$/);
    expect(await sentenceOf({ x: ten(5), w: ten(2) })).toMatch(/> 99\.99999/);
  });

  it('of the presets: uneven weights resist the sign step and yield to the straight one of the same length', () => {
    const state = publishedStates(figure).get('uneven-weights')?.state ?? base;
    const { before, after, sameLength } = analyse(state.x, state.w, state.step);
    expect(flipped(before, after)).toBe(false);
    expect(flipped(before, sameLength)).toBe(true);
  });
});

describe('a run', () => {
  it('starts untouched and nudges one number per frame', async () => {
    const frames = await framesOf(base);
    expect(frames.map(({ nudged }) => nudged)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(frames.map(({ sum }) => sum)).toEqual(published.sums);
    expect(frames.length).toBe(figure.steps.count(base) + 1);
  });

  it('never asks for TensorFlow.js unless told to', async () => {
    expect((await lastOf(base, untouchable)).net).toBeNull();
    await expect(framesOf({ ...base, check: true }, untouchable)).rejects.toThrow(
      'TensorFlow.js was asked for',
    );
  });

  it('agrees with TensorFlow.js to 1e-6, on the published numbers and on any other', async () => {
    expect(disagreement(await lastOf({ ...base, check: true }, real))).toBeLessThan(1e-6);
    await fc.assert(
      fc.asyncProperty(anyState, async (state) => {
        expect(disagreement(await lastOf({ ...state, check: true }, real))).toBeLessThan(1e-6);
      }),
      { numRuns: 50 },
    );
  });

  it('stops where it is when it is aborted', async () => {
    const controller = new AbortController();
    const seen: number[] = [];
    for await (const frame of run(base, untouchable, controller.signal)) {
      seen.push(frame.nudged);
      if (frame.nudged === 3) controller.abort();
    }
    expect(seen).toEqual([0, 1, 2, 3]);
  });
});
