import { wilson, type Interval } from '../../lab/statistics/interval.ts';
import type { Table } from '../kit/contract/figure.ts';
import { decimal } from '../kit/words/format.ts';
import type { Shown, TransferFrame } from './frame.ts';
import { tableNetIds, type TableNetId } from '../kit/words/digit-nets.ts';
import { nameOf, saidOf, sourcesOf, type Source, type TransferState } from './params.ts';

/**
 * Whether a net is fooled by a picture: it misreads an attacked digit, or takes an evolved picture for what
 * it was evolved to be.
 */
export const isFooled = ({ made }: TransferState, shown: Shown, net: number, i: number): boolean =>
  (shown.says[net * shown.labels.length + i] === shown.labels[i]) === (made === 'evolved');

/** Of how many pictures a net is fooled. */
export const fooledOf = (state: TransferState, shown: Shown, net: number): number =>
  Array.from(shown.labels.keys()).filter((i) => isFooled(state, shown, net, i)).length;

/** The share of a source's pictures that fool a net (by its place in the table), with its 95 % interval. */
export const rateOf = (state: TransferState, shown: Shown, net: number): Interval =>
  wilson(fooledOf(state, shown, net), shown.labels.length);

/**
 * The same over all cells in which the pictures were made for another net than the one that is asked; nothing
 * until one is there.
 */
export const carriedOver = (state: TransferState, frame: TransferFrame): Interval | undefined => {
  const cells = sourcesOf(state).flatMap((source, r) => {
    const shown = frame.rows[r];
    if (shown === undefined || source === 'chance' || source === 'together') return [];
    return tableNetIds.flatMap((id, m) => (id === source ? [] : [fooledOf(state, shown, m)]));
  });
  if (cells.length === 0) return undefined;
  return wilson(
    cells.reduce((a, b) => a + b, 0),
    cells.length * frame.n,
  );
};

const rowOf = (state: TransferState, frame: TransferFrame, source: Source): Shown | undefined =>
  frame.rows[sourcesOf(state).indexOf(source)];

/** The rate in the cell of a source and a net; nothing while the source is not done. */
export const cellOf = (state: TransferState, frame: TransferFrame, source: Source, net: TableNetId) => {
  const shown = rowOf(state, frame, source);
  return shown && rateOf(state, shown, tableNetIds.indexOf(net));
};

/** A whole percentage. */
export const rounded = (rate: number): string => decimal(100 * rate, 0);

/** A share with its interval: '43 % (27 to 61 %)'. */
export const written = ({ rate, low, high }: Interval): string =>
  `${rounded(rate)}\u00a0% (${rounded(low)} to ${rounded(high)}\u00a0%)`;

/**
 * The finding: what the chosen source's pictures do to the chosen net, what chance does, and how it is over
 * all pairs.
 */
export const describe = (state: TransferState, frame: TransferFrame): string => {
  const { n } = frame;
  const source = sourcesOf(state).includes(state.source) ? state.source : 'digits-lenet';
  const cell = cellOf(state, frame, source, state.shownTo);
  const chance = cellOf(state, frame, 'chance', state.shownTo);
  const over = carriedOver(state, frame);
  if (chance === undefined)
    return `${n} pictures of each kind will be made for one net after the other and shown to all.`;
  const to = saidOf(state.shownTo);
  const [what, done, by] =
    state.made === 'attacked'
      ? [
          `${n} digits attacked at ε = ${decimal(state.epsilon)}`,
          'misread by',
          'random signs of the same size',
        ]
      : [
          `${n} pictures evolved in ${state.generations} generations`,
          'taken for the digit they were evolved for by',
          'patterns drawn at random',
        ];
  const one =
    cell && source !== 'chance'
      ? `Of ${what} for ${saidOf(source)}, ${written(cell)} are ${done} ${to}; of ${by}, ${written(chance)}. `
      : `Of ${by}, ${written(chance)} are ${done} ${to}. `;
  if (over === undefined) return one.trim();
  const pairs = `over all pairs of different nets${frame.rows.length < sourcesOf(state).length ? ' so far' : ''}`;
  return state.made === 'attacked' && state.epsilon === 0
    ? `${one}At ε = 0 nobody attacks; ${pairs}, ${written(over)} are misread anyway.`
    : `${one}O${pairs.slice(1)}, ${written(over)} carry over.`;
};

/** All cells, with their intervals. */
export const table = (state: TransferState, frame: TransferFrame): Table => ({
  caption:
    state.made === 'attacked'
      ? `Share of ${frame.n} digits misread, with 95\u00a0% intervals: made for a row’s net, shown to a column’s. L∞, ε = ${decimal(state.epsilon)}, ${state.steps} steps.`
      : `Share of ${frame.n} pictures that a column’s net takes for the digit they were evolved to be for a row’s net, with 95\u00a0% intervals.`,
  head: ['made for', ...tableNetIds.map(nameOf)],
  rows: [
    ...(state.made === 'attacked'
      ? [['digits as drawn', ...tableNetIds.map((_, m) => written(rateOf(state, frame.before, m)))]]
      : []),
    ...frame.rows.map((shown, r) => [
      nameOf(sourcesOf(state)[r] ?? 'chance'),
      ...tableNetIds.map((_, m) => written(rateOf(state, shown, m))),
    ]),
  ],
});
