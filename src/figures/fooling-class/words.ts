import { bare, inSentence } from '../kit/drawing/belief-bars.tsx';
import type { Cell, Table } from '../kit/contract/figure.ts';
import { count, percentAmong, plural } from '../kit/words/format.ts';
import { noDigit, type FoolingClassFrame } from './frame.ts';
import { measured } from './measured.ts';
import { lastRound, type FoolingClassState } from './params.ts';

const percent = (p: number): string => inSentence(bare(p));

const times = ['', 'once', 'twice', 'three times', 'four times', 'five times'];

const trained = (round: number): string =>
  round === 0
    ? 'has an eleventh class with nothing in it'
    : `was retrained ${times[round] ?? ''} on such pictures`;

/** How many of the ten the next net calls no digit. */
export const caughtOf = ({ nextSays }: FoolingClassFrame): number =>
  nextSays.filter((says) => says === noDigit).length;

/** The finding of a generation. */
export const describe = (state: FoolingClassState, frame: FoolingClassFrame): string => {
  const { round, encoding } = state;
  const sure = percent(frame.medians.at(-1) ?? 0);
  const when =
    frame.generation === 0 ? 'Before any evolution' : `After ${plural(frame.generation, 'generation')}`;
  const now = `${when} the net of round ${round}, which ${trained(round)}, is ${sure} sure (median of ten) of the digits that these pictures were evolved for`;
  const next =
    round === lastRound
      ? ''
      : `; the next, retrained on pictures like these, calls ${caughtOf(frame)} of the ten no digit`;
  const long = `In the experiment, after 200 generations, it was ${percent(measured[round]?.sure[encoding] ?? 0)}.`;
  return `${now}${next}. ${long}`;
};

const cell = (p: number, column: Iterable<number>): Cell => ({
  value: Number(p.toPrecision(6)),
  text: percentAmong(column)(p),
});

/** What the attacked net and the next say of each picture. */
export const table = (state: FoolingClassState, frame: FoolingClassFrame): Table => {
  const { round } = state;
  const known = measured.map(
    (one) =>
      `round ${one.round}: ${percent(one.sure.cppn)} as patterns, ${percent(one.sure.direct)} pixel by pixel` +
      (one.caught === undefined
        ? ''
        : `, ${one.caught} of ${one.of ?? 0} unseen ones of the round before caught`),
  );
  return {
    caption:
      `Ten pictures evolved against the net of round ${round}, ${plural(frame.generation, 'generation')}, ${count(frame.evaluations)} pictures asked. ` +
      `Measured, 200 generations, median confidence in new pictures: ${known.join('; ')}.`,
    head: [
      'evolved for',
      `round ${round} is sure of it`,
      `round ${round + 1} says`,
      `round ${round + 1} is sure`,
    ],
    rows: Array.from(frame.sure, (sure, digit) => [
      digit,
      cell(sure, frame.sure),
      frame.nextSays.length === 0
        ? null
        : frame.nextSays[digit] === noDigit
          ? 'no digit'
          : (frame.nextSays[digit] ?? 0),
      frame.nextSure.length === 0 ? null : cell(frame.nextSure[digit] ?? 0, frame.nextSure),
    ]),
  };
};
