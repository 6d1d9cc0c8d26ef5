import { extent, scaleLinear, type ScaleLinear } from 'd3';
import type { Frame } from './figure.ts';

/** From numbers to places across the drawing, evenly. */
export type Scale = ScaleLinear<number, number>;

type Pair = readonly [number, number];

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
