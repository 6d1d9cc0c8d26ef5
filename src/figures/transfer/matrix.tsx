import type { Interval } from '../../lab/statistics/interval.ts';
import { columns, gap, pressed, stack, wide } from '../kit/drawing/arrange.ts';
import { heading, type Piece, plot, text, textWidth } from '../kit/drawing/pieces.ts';
import { tableNetIds } from '../kit/words/digit-nets.ts';
import type { TransferFrame } from './frame.ts';
import { nameOf, sourcesOf, type Source, type TransferState } from './params.ts';
import { cellOf, rounded } from './words.ts';

/** A rate's interval as a dot and a stroke on a scale from 0 to 1, where numbers would not fit. */
const stroke = ({ rate, low, high }: Interval, long: number) => (
  <>
    <path d={`M0 0h${long}`} stroke="var(--edge)" stroke-width={0.75} />
    <path d={`M${low * long} 0H${high * long}`} stroke="var(--ink)" stroke-width={2.5} />
    <circle cx={rate * long} r={2.25} fill="var(--ink)" />
  </>
);

interface CellSpec {
  readonly rate: Interval | undefined;
  readonly chosen: boolean;
  /** Whether the pictures were made for this very net. */
  readonly own: boolean;
}

/** A share in percent on a ground that tells it, and under it where it lies with 95 %. */
const cell = ({ rate, chosen, own }: CellSpec): Piece =>
  plot('cell', { lines: 2 }, ({ width, height, size }) => {
    const edges = { x: 1, y: 1, width: width - 2, height: height - 2 };
    const interval = rate === undefined ? '' : `${rounded(rate.low)}–${rounded(rate.high)}`;
    return (
      <g font-size={size} text-anchor="middle">
        <rect {...edges} fill="var(--rule)" fill-opacity={0.35} />
        <rect
          {...edges}
          fill="var(--warn)"
          fill-opacity={0.55 * (rate?.rate ?? 0)}
          stroke={chosen ? 'var(--accent)' : own ? 'var(--ink)' : 'none'}
          stroke-width={chosen ? 2.5 : 1}
        />
        {rate === undefined ? null : (
          <>
            <text x={width / 2} y={height / 2 - 0.2 * size} font-weight={600}>
              {rounded(rate.rate)}
            </text>
            {textWidth('89–100') * size > width - 6 ? (
              <g transform={`translate(6 ${0.72 * height})`}>{stroke(rate, width - 12)}</g>
            ) : (
              <text x={width / 2} y={height / 2 + size}>
                {interval}
              </text>
            )}
          </>
        )}
      </g>
    );
  });

/** The name of a row and what stands in its columns. */
const row =
  (name: Piece, cells: readonly Piece[], align: 'middle' | 'bottom' = 'middle'): Piece =>
  (room) =>
    columns([wide(room.width < 480 ? 74 : 111, name), ...cells], {
      align,
    })(room);

/** The nets' names above the columns, by turns on two lines where there is little room. */
const heads: Piece = (room) => {
  const names = tableNetIds.map((id) => text(nameOf(id), { align: 'middle' }));
  const some = (rest: number): readonly Piece[] => names.map((name, m) => (m % 2 === rest ? name : gap(0)));
  const made = text('made for');
  return room.width < 480
    ? stack([row(gap(0), some(1)), row(made, some(0))])({ ...room, size: 11.5 })
    : row(made, names, 'bottom')(room);
};

const rowOf = (state: TransferState, frame: TransferFrame, source: Source): Piece =>
  row(
    text(nameOf(source), { tone: 'ink' }),
    tableNetIds.map((id) =>
      pressed(
        { set: `source=${source}&shownTo=${id}` },
        cell({
          rate: cellOf(state, frame, source, id),
          chosen: state.source === source && state.shownTo === id,
          own: source === id,
        }),
      ),
    ),
  );

/**
 * Sources down, nets across: the share that is fooled in percent, its interval under it (as a stroke where
 * there is little room); what was made for a net itself in a frame.
 */
export const matrix = (state: TransferState, frame: TransferFrame): Piece =>
  stack([
    heading(`${state.made === 'attacked' ? 'misread' : 'believed'}, % of ${frame.n}`),
    text('numbers or strokes below: where it lies with 95 %'),
    heads,
    ...sourcesOf(state).map((source) => rowOf(state, frame, source)),
  ]);
