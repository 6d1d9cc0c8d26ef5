import { netWords } from '../../nets/catalogue.ts';
import { drawings } from '../../data/drawings/drawings.ts';
import { thingNames } from '../../data/emoji/things.ts';
import { wilson } from '../../lab/statistics/interval.ts';
import { count, decimal, percent, percentAmong } from '../kit/words/format.ts';
import type { Cell, Table } from '../kit/contract/figure.ts';
import { withArticle } from '../kit/words/grammar.ts';
import type { Card, PatchesFrame, Tally } from './frame.ts';
import { isShuffle, stepsOf, wornName, type PatchesState } from './params.ts';

/** What the thing of a label is called. */
export const nameOf = (label: number): string => thingNames[label] ?? String(label);

const called = (card: Card | undefined): string =>
  card === undefined ? '' : `${withArticle(nameOf(card.answer))} (${percent(card.sure)})`;

/** The mean confidence of what it says, whatever it says. */
export const meanSure = ({ n, sure }: Tally): number => (n === 0 ? 0 : sure / n);

const spotsFound = (state: PatchesState, { cards, tallies, label }: PatchesFrame): string => {
  const [drawn, plain, dressed, alone] = cards;
  const all = tallies[3];
  const of =
    all && all.n > 0
      ? ` Of ${all.n} shapes dressed in another’s surface it names the shape ${all.shape} times, the surface ${all.surface} times, and ${all.n - all.shape - all.surface} times neither.`
      : '';
  return (
    `Our drawing of ${withArticle(nameOf(label))} is for ${netWords(state.net).said} ${called(drawn)}; in one colour, ${called(plain)}; dressed in ` +
    `${wornName(state)}, ${called(dressed)}; and that surface alone is ${called(alone)}.${of}`
  );
};

const times = ({ shape, n }: Tally | { shape: number; n: number }): string =>
  `${count(shape)} of ${count(n)} times`;

const shuffleFound = (state: PatchesState, { tallies, step }: PatchesFrame): string => {
  const [whole, two, four] = tallies;
  if (step === 0 || !whole || !two || !four)
    return `Our ${drawings.length} drawings are about to be cut into patches, shuffled, and shown to ${netWords(state.net).said}.`;
  return (
    `Cut into 2 × 2 patches and shuffled, our drawings are still named right by ${netWords(state.net).said} ${times(two)}, 4 × 4 patches ${times(four)}; whole, ` +
    `${times(whole)}. It is ${decimal(100 * meanSure(two), 0)}\u00a0% sure on average of what it says of the first, and ${decimal(100 * meanSure(four), 0)}\u00a0% of the second.`
  );
};

/** The finding of a frame. */
export const describe = (state: PatchesState, frame: PatchesFrame): string =>
  isShuffle(state) ? shuffleFound(state, frame) : spotsFound(state, frame);

const rate = (hits: number, n: number): Cell => {
  if (n === 0) return null;
  const { rate: value, low, high } = wilson(hits, n);
  return {
    value: Number(value.toPrecision(4)),
    text: `${count(hits)} (${decimal(100 * value, 1)}\u00a0%; ${decimal(100 * low, 1)} to ${decimal(100 * high, 1)})`,
  };
};

/** What it said of all our drawings. */
export const table = (state: PatchesState, { tallies, step }: PatchesFrame): Table => ({
  caption: isShuffle(state)
    ? `What ${netWords(state.net).said} says of our ${drawings.length} drawings cut into patches and shuffled, after ${step} of ${stepsOf(state)} shuffles, with 95\u00a0% intervals.`
    : `What ${netWords(state.net).said} says of our drawings when shape and surface part, with 95\u00a0% intervals, after ${step} of ${stepsOf(state)} surfaces.`,
  head: isShuffle(state)
    ? ['patches', 'pictures', 'right', 'mean confidence']
    : ['pictures', 'n', 'says the shape', 'says the surface', 'mean confidence'],
  rows: tallies.map((tally) => {
    const sure = tally.n === 0 ? null : percentAmong(tallies.map(meanSure))(meanSure(tally));
    return isShuffle(state)
      ? [tally.title, tally.n, rate(tally.shape, tally.n), sure]
      : [tally.title, tally.n, rate(tally.shape, tally.n), rate(tally.surface, tally.n), sure];
  }),
});
