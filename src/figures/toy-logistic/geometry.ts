import { extent, scaleLinear, type ScaleLinear } from 'd3';
import type { Frame } from './figure.ts';

export type Scale = ScaleLinear<number, number>;

type Pair = readonly [number, number];

type Anchor = 'start' | 'end';

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchor;
}

interface Place extends Spot {
  readonly text: string;
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

/**
 * Every place of the drawing, in units: pairs are left and right, or top and bottom; words stand on
 * baselines.
 */
export interface Geometry {
  readonly width: number;
  readonly height: number;
  readonly answers: { readonly heading: number | null; readonly big: number; readonly net: number };
  readonly columns: Columns;
  /** What the marks mean, and under it the names of the columns. */
  readonly keys: number;
  readonly head: number;
  readonly rows: { readonly top: number; readonly pitch: number };
  /** The shared axis of all sums. */
  readonly axis: Pair;
  readonly sides: number;
  readonly stair: { readonly start: number; readonly top: number; readonly pitch: number };
  /** The name of the stairs; `numbers` is the right edge of their column, null where none has room. */
  readonly sums: { readonly numbers: number | null; readonly name: Spot };
  readonly total: number;
  readonly reach: Spot;
  readonly curve: Pair;
  readonly ends: readonly Place[];
  readonly flips: { readonly heading: number; readonly big: number };
  readonly squares: Pair;
  readonly straight: {
    readonly rows: Pair;
    readonly x: number;
    readonly dy: number;
    readonly anchor: Anchor;
  };
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
  height: 596,
  columns: { name: 18, w: 56, x: 94, nudge: [104, 192], y: 238, product: 292, bar: [300, 372] },
  keys: 31,
  head: 49,
  rows: { top: 56, pitch: 18.5 },
  answers: { heading: 312, big: 350, net: 390 },
  axis: [450, 708],
  sides: 14,
  stair: { start: 46.75, top: 56, pitch: 18.5 },
  sums: {
    numbers: 438,
    name: { x: 438, y: 14, anchor: 'end' },
  },
  total: 274,
  reach: { x: 438, y: 278.6, anchor: 'end' },
  curve: [302, 386],
  ends: [
    { text: '100 %', x: 438, y: 306.6, anchor: 'end' },
    { text: 'class 1', x: 438, y: 322, anchor: 'end' },
    { text: '0 %', x: 438, y: 390.6, anchor: 'end' },
  ],
  flips: { heading: 430, big: 468 },
  squares: [404, 502],
  straight: { rows: [521, 539], x: 438, dy: 4.6, anchor: 'end' },
  axisLine: 554,
  percentages: 589,
  names: [
    { text: sumName, x: 438, y: 571, anchor: 'end' },
    { text: probabilityName, x: 438, y: 589, anchor: 'end' },
  ],
  guides: [[2, 554]],
};

const narrow: Geometry = {
  width: 340,
  height: 964,
  answers: { heading: null, big: 24, net: 64 },
  columns: { name: null, w: 30, x: 64, nudge: [72, 138], y: 182, product: 232, bar: [240, 338] },
  keys: 92,
  head: 110,
  rows: { top: 118, pitch: 20 },
  axis: [10, 328],
  sides: 382,
  stair: { start: 397, top: 406, pitch: 8 },
  sums: { numbers: null, name: { x: 4, y: 362, anchor: 'start' } },
  total: 496,
  reach: { x: 4, y: 519, anchor: 'start' },
  curve: [538, 612],
  ends: [
    { text: '100 % class 1', x: 4, y: 553, anchor: 'start' },
    { text: '0 % class 1', x: 336, y: 607, anchor: 'end' },
  ],
  flips: { heading: 656, big: 690 },
  squares: [720, 802],
  straight: { rows: [838, 872], x: 4, dy: -10, anchor: 'start' },
  axisLine: 886,
  percentages: 941,
  names: [
    { text: sumName, x: 4, y: 921, anchor: 'start' },
    { text: probabilityName, x: 4, y: 959, anchor: 'start' },
  ],
  // Interrupted where words stand.
  guides: [
    [370, 503],
    [538, 612],
    [720, 808],
    [832, 844],
    [866, 886],
  ],
};

/** Within this two sums are the same. */
const same = 1e-6;

/**
 * Whether a nudge of the same length along the weights goes further than the sign step, so that it is worth a
 * line.
 */
export const straightDiffers = ({ after, sameLength }: Frame): boolean => Math.abs(sameLength - after) > same;

/** The places of a layout; the squares take the room of the straight nudges where those are not drawn. */
export const geometryOf = (layout: 'wide' | 'narrow', frame: Frame): Geometry => {
  const full = layout === 'wide' ? wide : narrow;
  if (straightDiffers(frame)) return full;
  const [top] = full.squares;
  const guides = full.guides.filter(([from]) => from <= top);
  return {
    ...full,
    squares: [top, full.axisLine - 1],
    guides: guides.map(([from, to]) => [from, to > top ? full.axisLine : to]),
  };
};

/** How far the axis of sums reaches on the side of the untouched sum, and beyond the line. */
const reach = { near: 10, far: 6 };

/**
 * The shared scale of sums: −10 to 6 (or −6 to 10), doubled only where that does not hold every nudge that is
 * shown, so that a bigger step looks bigger.
 */
export const sumScale = ({ before, sameLength, shortLength, landings }: Frame, axis: Pair): Scale => {
  const [least = 0, most = 0] = extent([before, sameLength, shortLength, ...landings.map(({ sum }) => sum)]);
  const [low, high] = before < 0 ? [reach.near, reach.far] : [reach.far, reach.near];
  let times = 1;
  while (least < -low * times || most > high * times) times *= 2;
  return scaleLinear([-low * times, high * times], axis);
};

/**
 * The ends of the scales of numbers and products: the smallest that holds them is taken, so that few steps
 * change it.
 */
const ends = [5, 6.5, 13];

/** A scale around zero, equal to both sides, that holds all these values. */
export const evenScale = (values: readonly number[], range: Pair): Scale => {
  const most = Math.max(...values.map(Math.abs));
  const end = ends.find((candidate) => candidate >= most) ?? most;
  return scaleLinear([-end, end], range);
};
