import { extent, scaleLinear, type ScaleLinear } from 'd3';
import type { Layout } from '../kit/figure.ts';
import type { Frame } from './figure.ts';

export type Scale = ScaleLinear<number, number>;

type Pair = readonly [number, number];

type Anchor = 'start' | 'end';

interface Place {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchor;
}

/** Where the columns of the ten rows stand; text columns by their right edge, plots by both. */
interface Columns {
  readonly name: number | null;
  readonly w: number;
  readonly x: number;
  readonly nudge: Pair;
  readonly y: number;
  readonly product: number;
  readonly bar: Pair;
}

/** Every place of the drawing, in units: pairs are left and right, or top and bottom; words stand on baselines. */
export interface Geometry {
  readonly width: number;
  readonly height: number;
  readonly answers: { readonly heading: number | null; readonly big: number; readonly net: number };
  readonly columns: Columns;
  readonly head: number;
  readonly rows: { readonly top: number; readonly pitch: number };
  /** The shared axis of all sums. */
  readonly axis: Pair;
  readonly sides: number;
  readonly stair: { readonly top: number; readonly pitch: number };
  readonly total: number;
  readonly curve: Pair;
  readonly ends: readonly Place[];
  readonly flips: { readonly heading: number; readonly big: number };
  readonly squares: Pair;
  readonly straight: { readonly rows: Pair; readonly x: number; readonly dy: number; readonly anchor: Anchor };
  readonly axisLine: number;
  /** The percentages under the ticks, and the names of both. */
  readonly percentages: number;
  readonly names: readonly Place[];
  /** The stretches over which the line between the classes is drawn through the panels. */
  readonly guides: readonly Pair[];
}

const sumName = 'sum W · x, the log-odds of class 1';
const probabilityName = 'the same as a probability of class 1';

const wide: Geometry = {
  width: 720,
  height: 556,
  columns: { name: 14, w: 50, x: 90, nudge: [100, 196], y: 236, product: 282, bar: [290, 376] },
  head: 14,
  rows: { top: 22, pitch: 18.5 },
  answers: { heading: 266, big: 306, net: 346 },
  axis: [408, 718],
  sides: 14,
  stair: { top: 22, pitch: 18.5 },
  total: 222,
  curve: [256, 340],
  ends: [
    { text: '100 %', x: 400, y: 260.6, anchor: 'end' },
    { text: 'class 1', x: 400, y: 276, anchor: 'end' },
    { text: '0 %', x: 400, y: 344.6, anchor: 'end' },
  ],
  flips: { heading: 384, big: 424 },
  squares: [358, 462],
  straight: { rows: [481, 499], x: 394, dy: 4.6, anchor: 'end' },
  axisLine: 514,
  percentages: 549,
  names: [
    { text: sumName, x: 394, y: 531, anchor: 'end' },
    { text: probabilityName, x: 394, y: 549, anchor: 'end' },
  ],
  guides: [[2, 514]],
};

const narrow: Geometry = {
  width: 340,
  height: 920,
  answers: { heading: null, big: 26, net: 66 },
  columns: { name: null, w: 30, x: 64, nudge: [72, 138], y: 180, product: 228, bar: [236, 338] },
  head: 92,
  rows: { top: 100, pitch: 20 },
  axis: [4, 336],
  sides: 350,
  stair: { top: 358, pitch: 8 },
  total: 450,
  curve: [492, 566],
  ends: [
    { text: '100 % class 1', x: 4, y: 487, anchor: 'start' },
    { text: '0 % class 1', x: 336, y: 581, anchor: 'end' },
  ],
  flips: { heading: 612, big: 648 },
  squares: [676, 760],
  straight: { rows: [794, 828], x: 4, dy: -10, anchor: 'start' },
  axisLine: 842,
  percentages: 897,
  names: [
    { text: sumName, x: 4, y: 877, anchor: 'start' },
    { text: probabilityName, x: 4, y: 915, anchor: 'start' },
  ],
  guides: [
    [338, 566],
    [676, 842],
  ],
};

export const geometryOf = (layout: Layout): Geometry => (layout === 'wide' ? wide : narrow);

/** Shares of the axis kept free: for the name of a class beside the line, and for a column of numbers beside the stairs. */
const free = { name: 0.22, column: 0.17 };

/** The shared scale of sums: holds every nudge that is shown, and the line between the classes with room on both sides. */
export const sumScale = ({ before, after, sameLength, shortLength, landings }: Frame, axis: Pair): Scale => {
  const [least = -4, most = 4] = extent([-4, 4, before, sameLength, shortLength, ...landings.map(({ sum }) => sum)]);
  const beside = free.name / (1 - free.name);
  let low = Math.min(least, -beside * most);
  let high = Math.max(most, -beside * least);
  // The numbers stand on the side away from the line, see Stair.
  if (-low > high) low = Math.min(low, (Math.min(before, after) - free.column * high) / (1 - free.column));
  else high = Math.max(high, (Math.max(before, after) - free.column * low) / (1 - free.column));
  const pad = (high - low) * 0.03;
  return scaleLinear([low - pad, high + pad], axis);
};

/** A scale around zero, equal to both sides, that holds all these values. */
export const evenScale = (values: readonly number[], range: Pair): Scale => {
  const most = Math.max(1, ...values.map(Math.abs));
  return scaleLinear([-most, most], range);
};
