import { extent, scaleLinear, type ScaleLinear } from 'd3';
import type { Layout } from '../kit/figure.ts';
import type { Frame } from './figure.ts';

export type Scale = ScaleLinear<number, number>;

/** Where the columns of the ten rows stand; text columns by their right edge, plots by both. */
interface Columns {
  readonly name: number | null;
  readonly w: number;
  readonly x: number;
  readonly nudge: readonly [number, number];
  readonly y: number;
  readonly product: number;
  readonly bar: readonly [number, number];
}

/** Every place of the drawing, in units. Vertical pairs are top and bottom. */
export interface Geometry {
  readonly width: number;
  readonly height: number;
  readonly columns: Columns;
  readonly head: number;
  readonly rows: { readonly top: number; readonly pitch: number };
  /** The shared axis of all sums. */
  readonly axis: readonly [number, number];
  readonly sides: number;
  readonly stair: { readonly top: number; readonly pitch: number };
  readonly total: number;
  readonly curve: readonly [number, number];
  readonly squares: readonly [number, number];
  readonly straight: readonly [number, number];
  readonly axisLine: number;
  /** Left edge and first baseline of the words that go with the curve, the squares and the straight steps. */
  readonly words: { readonly left: number; readonly curve: number; readonly squares: number };
}

const wide: Geometry = {
  width: 720,
  height: 552,
  columns: { name: 14, w: 52, x: 94, nudge: [108, 208], y: 250, product: 298, bar: [308, 394] },
  head: 14,
  rows: { top: 24, pitch: 19 },
  axis: [426, 712],
  sides: 14,
  stair: { top: 24, pitch: 19 },
  total: 228,
  curve: [262, 356],
  squares: [374, 462],
  straight: [481, 500],
  axisLine: 514,
  words: { left: 0, curve: 276, squares: 388 },
};

const narrow: Geometry = {
  width: 340,
  height: 868,
  columns: { name: null, w: 24, x: 60, nudge: [70, 146], y: 186, product: 228, bar: [238, 336] },
  head: 14,
  rows: { top: 24, pitch: 20 },
  axis: [6, 334],
  sides: 290,
  stair: { top: 298, pitch: 10 },
  total: 410,
  curve: [540, 632],
  squares: [690, 778],
  straight: [806, 806],
  axisLine: 830,
  words: { left: 0, curve: 460, squares: 662 },
};

export const geometryOf = (layout: Layout): Geometry => (layout === 'wide' ? wide : narrow);

/** The shared scale of sums: from the furthest random nudge to the furthest straight one, the line between, and never too close. */
export const sumScale = (
  { before, after, sameLength, shortLength, landings }: Frame,
  axis: readonly [number, number],
): Scale => {
  const ends = [before, after, sameLength, shortLength, -4, 4, landings[0]?.sum ?? 0, landings.at(-1)?.sum ?? 0];
  const [low = -4, high = 4] = extent(ends);
  const pad = (high - low) * 0.04;
  return scaleLinear([low - pad, high + pad], axis);
};

/** A scale around zero, equal to both sides, that holds all these values. */
export const evenScale = (values: readonly number[], range: readonly [number, number]): Scale => {
  const most = Math.max(1, ...values.map(Math.abs));
  return scaleLinear([-most, most], range);
};
