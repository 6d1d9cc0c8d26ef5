import { digitSide, digitSize } from '../../data/digit.ts';
import { drawDigit } from '../../data/strokes/draw.ts';
import { sampleLatent } from '../../data/strokes/sample.ts';
import { random } from '../../lab/random.ts';
import type { Run } from '../kit/contract/figure.ts';
import type { DimensionFrame, Reading } from './frame.ts';
import { count, perFrame, rounds, sides, type DimensionState } from './params.ts';
import { reading, signsFor } from './reading.ts';
import { pooled, rateFor, train, untrained, type Pictures } from '../../lab/statistics/regression.ts';
import { shiftOf, sizes, type Shift } from './sums.ts';

/**
 * Threes (even places) and sevens (odd ones) of our pen, from `from` up to `to`, written into the pictures.
 */
const drawInto = (pictures: Pictures, seed: string, from: number, to: number): void => {
  for (let i = from; i < to; i++) {
    const digit = i % 2 === 1 ? 7 : 3;
    const { variant, latent } = sampleLatent(digit, random(seed).fork(i));
    pictures.x.set(drawDigit(digit, variant, latent), i * digitSize);
  }
};

/** How many pictures of each set are drawn when so many sums are. */
const upTo = (sums: number): number => Math.round((sums * count) / sizes.length);

const blank = (): Pictures => ({ x: new Float32Array(count * digitSize), n: count, dimension: digitSize });

/**
 * Sums of more and more inputs, and meanwhile the digits are drawn; then four units learn to read them, side
 * by side.
 */
const run: Run<DimensionState, DimensionFrame> = async function* (state, _bench, signal) {
  const shifts: Shift[] = [];
  const [seen, fresh] = [blank(), blank()];
  yield { shifts: [], trained: 0, readings: [], n: count };
  for (const [k, n] of sizes.entries()) {
    const [from, to] = [upTo(k), upTo(k + 1)];
    drawInto(seen, `dimension ${state.seed}`, from, to);
    await Promise.resolve();
    drawInto(fresh, `dimension, fresh ${state.seed}`, from, to);
    await Promise.resolve();
    if (signal.aborted) return;
    shifts.push(shiftOf(state.weights, n, state.epsilon, state.scale === 'shrinking', state.seed));
    yield { shifts: [...shifts], trained: 0, readings: [], n: count };
  }
  const units = sides.map((side) => {
    const pictures = pooled(seen, digitSide / side);
    const tested = pooled(fresh, digitSide / side);
    return {
      pictures,
      tested,
      signs: signsFor(tested, state.seed),
      unit: untrained(side * side),
      rate: rateFor(pictures),
    };
  });
  for (let round = 1; round <= rounds; round++) {
    const readings: Reading[] = [];
    for (const { pictures, tested, signs, unit, rate } of units) {
      for (let k = 0; k < perFrame; k++) train(unit, pictures, rate);
      readings.push(reading(unit, tested, signs, state));
      await Promise.resolve();
    }
    if (signal.aborted) return;
    yield { shifts, trained: round * perFrame, readings, n: count };
  }
};

export default run;
