import { inBand, type Report, type Row } from '../data/report.ts';
import type { ComponentChild } from 'preact';
import type { Field } from '../figures/kit/drawing/chart/field.ts';
import { shares } from '../figures/kit/drawing/chart/quantity.ts';
import { chart } from '../figures/kit/drawing/layout/chart.tsx';
import { Drawn, fitted } from '../figures/kit/drawing/layout/piece.tsx';
import { Svg } from '../figures/kit/drawing/svg.tsx';

/** A share measured here beside the same share as published. */
export interface Pair {
  readonly report: Report;
  readonly row: Row;
  readonly published: number;
}

/** The shares that stand beside a published number (a text in its place cannot be drawn). */
export const pairsOf = (reports: readonly Report[]): readonly Pair[] =>
  reports.flatMap((report) =>
    report.rows.flatMap((row) => {
      const published = row.published?.value;
      return row.unit === 'share' && typeof published === 'number' ? [{ report, row, published }] : [];
    }),
  );

/** On which weights a published number was measured, as the plot tells them apart. */
export const kindOf = ({ row }: Pair): 'same' | 'other' | 'missed' =>
  !inBand(row) ? 'missed' : row.published?.status === 'M' ? 'same' : 'other';

const tones = { same: 'var(--ok)', other: 'var(--belief)', missed: 'var(--warn)' } as const;

const widths = { wide: 560, narrow: 320 } as const;

export interface PublishedPlotProps {
  readonly reports: readonly Report[];
  readonly layout: keyof typeof widths;
}

const marks = (reports: readonly Report[], { px, py, size }: Field): ComponentChild => (
  <>
    <path d={`M${px(0)} ${py(0)}L${px(1)} ${py(1)}`} stroke="var(--edge)" stroke-dasharray="4 4" />
    <text x={px(0.45)} y={py(0.385)} font-size={size} fill="var(--quiet)">
      equal
    </text>
    {pairsOf(reports).map((pair) => {
      const { report, row, published } = pair;
      const tone = tones[kindOf(pair)];
      const [low, high] = row.interval ?? [row.value, row.value];
      const [x, y] = [px(published), py(row.value)];
      return (
        <g key={`${report.id} ${row.name}`}>
          <path d={`M${x} ${py(low)}V${py(high)}`} stroke={tone} stroke-opacity={0.6} stroke-width={1.25} />
          {kindOf(pair) === 'same' ? (
            <circle cx={x} cy={y} r={4} fill="none" stroke={tone} stroke-width={2} />
          ) : (
            <circle cx={x} cy={y} r={3.5} fill={tone} />
          )}
        </g>
      );
    })}
  </>
);

/** Every reproduced share against the published one: what lies on the diagonal is equal. */
export const PublishedPlot = ({ reports, layout }: PublishedPlotProps) => {
  const width = widths[layout];
  const laid = fitted(
    chart({
      across: shares('published, %'),
      up: shares('measured here, %'),
      height: 0.75 * width,
      over: (field) => marks(reports, field),
    }),
    width,
  );
  return (
    <Svg
      id={`published-${layout}`}
      width={width}
      height={laid.height}
      air={4}
      title="Shares measured here, with their intervals, against the published ones"
    >
      <Drawn laid={laid} />
    </Svg>
  );
};
