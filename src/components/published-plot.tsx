import type { ComponentChild } from 'preact';
import { kindOf, verdictOf, type Verdict } from '../data/comparison.ts';
import type { Report, Row } from '../data/report.ts';
import type { Field } from '../figures/kit/drawing/chart/field.ts';
import { shares } from '../figures/kit/drawing/chart/quantity.ts';
import { chart } from '../figures/kit/drawing/layout/chart.tsx';
import { Drawn, fitted } from '../figures/kit/drawing/layout/piece.tsx';
import { writeRow } from './results.ts';
import { kindWords, verdictWords } from './standing.ts';
import { url } from './url.ts';

/** A share measured here beside the same share as published. */
export interface Pair {
  readonly report: Report;
  readonly row: Row;
  readonly published: number;
  /** Where its row stands in the pages, from the site's root. */
  readonly path: string;
}

/** The shares that stand beside a published number (a text in its place cannot be drawn). */
export const pairsOf = (reports: readonly Report[]): readonly Pair[] =>
  reports.flatMap((report) =>
    report.rows.flatMap((row, i) => {
      const published = row.published?.value;
      return row.unit === 'share' && typeof published === 'number'
        ? [{ report, row, published, path: `/results/${report.id}/#row-${i + 1}` }]
        : [];
    }),
  );

/** What a dot is, in words: its experiment and row, both numbers, how they stand, and what is compared. */
export const labelOf = ({ report, row, published }: Pair): string => {
  const verdict = verdictOf(row);
  return [
    `${report.title}: ${row.name}. Here ${writeRow(row.value, row)}, published ${writeRow(published, row)}`,
    `${kindWords[kindOf(row)].name}: ${verdict ? verdictWords[verdict].one : ''}`,
  ].join('; ');
};

const tones: Readonly<Record<Verdict, string>> = {
  agrees: 'var(--ok)',
  near: 'var(--belief)',
  elsewhere: 'var(--warn)',
  words: 'var(--quiet)',
};

const widths = { wide: 560, narrow: 320 } as const;

export interface PublishedPlotProps {
  readonly reports: readonly Report[];
  readonly layout: keyof typeof widths;
}

const mark = (pair: Pair, x: number, y: number, tone: string): ComponentChild => {
  switch (kindOf(pair.row)) {
    case 'weights':
      return <circle cx={x} cy={y} r={4} fill="none" stroke={tone} stroke-width={2} />;
    case 'recipe':
      return <path d={`M${x} ${y - 5}l5 5l-5 5l-5 -5z`} fill={tone} />;
    default:
      return <circle cx={x} cy={y} r={3.5} fill={tone} />;
  }
};

const marks = (reports: readonly Report[], { px, py, size }: Field): ComponentChild => (
  <>
    <path d={`M${px(0)} ${py(0)}L${px(1)} ${py(1)}`} stroke="var(--edge)" stroke-dasharray="4 4" />
    <text x={px(0.45)} y={py(0.385)} font-size={size} fill="var(--quiet)">
      equal
    </text>
    {pairsOf(reports).map((pair) => {
      const { row, published, path } = pair;
      const tone = tones[verdictOf(row) ?? 'words'];
      const [low, high] = row.interval ?? [row.value, row.value];
      const [x, y] = [px(published), py(row.value)];
      const label = labelOf(pair);
      return (
        <a key={path} href={url(path)} aria-label={label} data-dot>
          <title>{label}</title>
          <path d={`M${x} ${py(low)}V${py(high)}`} stroke={tone} stroke-opacity={0.6} stroke-width={1.25} />
          {mark(pair, x, y, tone)}
          <circle cx={x} cy={y} r={9} fill="transparent" />
        </a>
      );
    })}
  </>
);

/**
 * Every reproduced share against the published one, each a link to its row: what lies on the diagonal is
 * equal.
 */
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
  const air = 5;
  // The kit's Svg is a picture, whose parts nobody can reach; this one is a group of links.
  return (
    <svg
      viewBox={`${-air} ${-air} ${width + 2 * air} ${Math.ceil(laid.height) + 2 * air}`}
      role="group"
      aria-label="Shares measured here, with their intervals, against the published ones"
      style="font-family: var(--font-ui); font-variant-numeric: tabular-nums"
      fill="var(--ink)"
    >
      <Drawn laid={laid} />
    </svg>
  );
};
