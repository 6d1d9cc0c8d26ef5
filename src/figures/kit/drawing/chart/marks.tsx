import type { Interval } from '../../../../lab/statistics/interval.ts';
import type { Field } from './field.ts';
import type { Point } from './lines.tsx';

/** How a straight line across a field is drawn. */
export interface Stroke {
  /** A token: var(--edge). */
  readonly tone: string;
  readonly dash?: string;
  readonly width?: number;
}

const straight = (d: string, { tone, dash, width }: Stroke) => (
  <path d={d} stroke={tone} stroke-width={width} stroke-dasharray={dash} />
);

const chosen: Stroke = { tone: 'var(--accent)', dash: '3 3', width: 1.5 };

/** An upright line in a chart's field; unless given, as at a value that the reader has chosen. */
export const upright = (value: number, { px, top, bottom }: Field, stroke: Stroke = chosen) =>
  straight(`M${px(value)} ${top}V${bottom}`, stroke);

/** A level line across a chart's field. */
export const level = (value: number, { py, left, right }: Field, stroke: Stroke = { tone: 'var(--edge)' }) =>
  straight(`M${left} ${py(value)}H${right}`, stroke);

/** A single value in a chart: a dot, or a ring where it is `hollow`. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly tone: string;
  /** Radius in pixels; 4.5 unless given. */
  readonly r?: number;
  readonly hollow?: boolean;
}

/** A spot in its field. */
export const SpotIn = ({ field, spot }: { readonly field: Field; readonly spot: Spot }) => {
  const { x, y, tone, r = 4.5, hollow = false } = spot;
  const look = hollow ? { fill: 'var(--paper)', stroke: tone, 'stroke-width': r / 2 } : { fill: tone };
  return <circle cx={field.px(x)} cy={field.py(y)} r={r} {...look} />;
};

/** A rate that was measured at `x`, with its interval. */
export const measured = (x: number, { rate, low, high }: Interval): Point => ({ x, y: rate, low, high });

/** Values one after the other, step by step from 0. */
export const byStep = (values: ArrayLike<number>): readonly Point[] =>
  Array.from(values, (y, x) => ({ x, y }));
