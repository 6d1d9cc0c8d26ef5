import type { Cell, Table } from '../kit/contract/figure.ts';
import { count, decimal } from '../kit/words/format.ts';
import type { DimensionFrame, Reading } from './frame.ts';
import type { DimensionState } from './params.ts';
import { draws, type Shift } from './sums.ts';

/** Three figures: 0.0123, 4.57, 1,230, 200,000. */
export const short = (x: number): string =>
  x === 0 ? '0' : decimal(Number(x.toPrecision(3)), Math.max(0, 2 - Math.floor(Math.log10(Math.abs(x)))));

/** A share that may be exact: 1.7 %, 100 %. */
const rate = (share: number): string => `${decimal(100 * share, 1)}\u00a0%`;

/** What became of the pictures of the size that is shown; undefined before any training. */
export const readingOf = ({ side }: DimensionState, { readings }: DimensionFrame): Reading | undefined =>
  readings.find((reading) => reading.side === Number(side));

/** How many times as far as random signs, typically, the aligned ones move a sum. */
export const ratioOf = ({ aligned, typical }: Shift): number => aligned / typical;

const sums = (state: DimensionState, { shifts }: DimensionFrame): string => {
  const [first, last] = [shifts[0], shifts.at(-1)];
  if (!first || !last) return `Every input will move by ε = ${decimal(state.epsilon)}.`;
  if (first === last)
    return `With ${count(first.n)} inputs, ε = ${decimal(state.epsilon)} moves the sum by ${short(first.aligned)} along the weights’ signs.`;
  return (
    `From ${count(first.n)} to ${count(last.n)} inputs, each moving by ε = ${decimal(state.epsilon)}, the shift along the weights’ signs goes from ` +
    `${short(first.aligned)} to ${short(last.aligned)}, the typical one with random signs from ${short(first.typical)} to ${short(last.typical)}: ` +
    `${short(ratioOf(first))} times as far, then ${short(ratioOf(last))} times.`
  );
};

/** The finding: the shift of the sums, and what the reading of threes and sevens comes to. */
export const describe = (state: DimensionState, frame: DimensionFrame): string => {
  const reading = readingOf(state, frame);
  if (!reading) return sums(state, frame);
  const { at, random, side, needs } = reading;
  return (
    `${sums(state, frame)} Threes and sevens of ${side} × ${side} pixels: ${rate(random[0] ?? 0)} of ${frame.n} are misread, ` +
    `with random signs ${rate(at.random)}, against the weights ${rate(at.attacked)}; half of them fall at ε = ${short(needs.aligned)}.`
  );
};

const blank = [null, null, null] as const;

/** The shifts of all sums, then what each size of picture comes to. */
export const table = (state: DimensionState, frame: DimensionFrame): Table => ({
  caption: `Shift of a sum of n inputs that each move by ε = ${decimal(state.epsilon)}; and a unit that reads threes and sevens, ${frame.n} fresh ones, after ${frame.trained} steps of training. Needed ε: for the median picture.`,
  head: [
    'inputs n',
    'along the signs: shift, or needed ε',
    'random signs, typically: shift, or needed ε',
    `random signs, ${draws} draws: median`,
    'misread',
    'random signs',
    'against the weights',
    'the same, cut to black and white',
  ],
  rows: [
    ...frame.shifts.map(({ n, aligned, typical, random }): readonly Cell[] => [
      { value: n, text: count(n) },
      short(aligned),
      short(typical),
      short(random[random.length >> 1] ?? 0),
      null,
      ...blank,
    ]),
    ...frame.readings.map(({ side, at, random, needs }): readonly Cell[] => [
      `${side} × ${side} pixels`,
      short(needs.aligned),
      short(needs.random),
      null,
      rate(random[0] ?? 0),
      rate(at.random),
      rate(at.attacked),
      rate(at.cut),
    ]),
  ],
});
