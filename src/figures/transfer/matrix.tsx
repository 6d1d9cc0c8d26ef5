import type { Interval } from '../../lab/statistics/interval.ts';
import type { TransferFrame } from './frame.ts';
import { wrapTo } from '../kit/drawing/ems.ts';
import { tableNetIds } from '../kit/words/digit-nets.ts';
import { nameOf, sourcesOf, type TransferState } from './params.ts';
import { cellOf, rounded } from './words.ts';

const pitch = 38;

/** Above the rows; where the drawing is narrow the heads of the columns stand on two lines, by turns. */
const headHeight = (size: number, narrow: boolean): number => (narrow ? 5 : 3.6) * size;

/** Height of a matrix with so many rows. */
export const matrixHeight = (rows: number, size: number, narrow: boolean): number =>
  headHeight(size, narrow) + 0.4 * size + rows * pitch + 16;

interface StrokeProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly rate: Interval;
}

interface MatrixProps {
  readonly state: TransferState;
  readonly frame: TransferFrame;
  readonly width: number;
  /** Room for the names of the rows. */
  readonly label: number;
  readonly size: number;
  readonly narrow: boolean;
}

/** A rate and its interval as a dot and a stroke on a scale from 0 to 1, where numbers would not fit. */
const Stroke = ({ x, y, width, rate: { rate, low, high } }: StrokeProps) => (
  <g>
    <path d={`M${x} ${y}h${width}`} stroke="var(--edge)" stroke-width={0.75} />
    <path d={`M${x + low * width} ${y}H${x + high * width}`} stroke="var(--ink)" stroke-width={2.5} />
    <circle cx={x + rate * width} cy={y} r={2.25} fill="var(--ink)" />
  </g>
);

/** Sources down, nets across: the share that is fooled in percent, its interval under it (as a stroke where there is little room); what was made for a net itself in a frame. */
export const Matrix = ({ state, frame, width, label, size, narrow }: MatrixProps) => {
  const column = (width - label) / tableNetIds.length;
  const head = state.made === 'attacked' ? `misread, % of ${frame.n}` : `believed, % of ${frame.n}`;
  const top = headHeight(size, narrow);
  return (
    <g font-size={size} style="font-variant-numeric: tabular-nums">
      <text x={0} y={size} font-weight={600}>
        {head}
        <tspan font-weight={400} fill="var(--quiet)">
          {narrow ? '; strokes: 95 % intervals' : '; below, where it lies with 95 %'}
        </tspan>
      </text>
      <text x={0} y={2.8 * size} fill="var(--quiet)">
        made for
      </text>
      {tableNetIds.map((id, m) => (
        <text
          key={id}
          x={label + (m + 0.5) * column}
          y={(narrow && m % 2 === 0 ? 4.2 : 2.8) * size}
          text-anchor="middle"
          fill="var(--quiet)"
        >
          {nameOf(id)}
        </text>
      ))}
      {sourcesOf(state).map((source, r) => (
        <g key={source}>
          {wrapTo(nameOf(source), label / size).map((line, l, all) => (
            <text key={l} x={0} y={top + (r + 0.5) * pitch + (0.3 + 1.2 * (l - (all.length - 1) / 2)) * size}>
              {line}
            </text>
          ))}
          {tableNetIds.map((id, m) => {
            const [x, y] = [label + m * column, top + r * pitch];
            const rate = cellOf(state, frame, source, id);
            const chosen = state.source === source && state.shownTo === id;
            return (
              <g key={id} data-set={`source=${source}&shownTo=${id}`} style="cursor: pointer">
                <rect
                  x={x + 1}
                  y={y + 1}
                  width={column - 2}
                  height={pitch - 2}
                  fill="var(--rule)"
                  fill-opacity={0.35}
                />
                <rect
                  x={x + 1}
                  y={y + 1}
                  width={column - 2}
                  height={pitch - 2}
                  fill="var(--warn)"
                  fill-opacity={0.55 * (rate?.rate ?? 0)}
                  stroke={chosen ? 'var(--accent)' : source === id ? 'var(--ink)' : 'none'}
                  stroke-width={chosen ? 2.5 : 1}
                />
                {rate === undefined ? null : (
                  <>
                    <text x={x + column / 2} y={y + 16} text-anchor="middle" font-weight={600}>
                      {rounded(rate.rate)}
                    </text>
                    {narrow ? (
                      <Stroke x={x + 6} y={y + 27} width={column - 12} rate={rate} />
                    ) : (
                      <text x={x + column / 2} y={y + 31} text-anchor="middle">
                        {rounded(rate.low)}–{rounded(rate.high)}
                      </text>
                    )}
                  </>
                )}
              </g>
            );
          })}
        </g>
      ))}
    </g>
  );
};
