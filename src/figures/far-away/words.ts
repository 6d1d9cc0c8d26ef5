import type { Table } from '../kit/contract/figure.ts';
import { count, decimal, fixed, percent } from '../kit/words/format.ts';
import {
  isCertain,
  lastEnd,
  shareSure,
  sureAt,
  sureFrom,
  type BeliefMap,
  type FarAwayFrame,
  type Ray,
} from './frame.ts';
import { furthest, nearest, points, rays, rayStep, type FarAwayState } from './params.ts';

/** The letter of a class. */
export const className = (label: number): string => ['A', 'B', 'C'][label] ?? String(label);

/** A distance in radii of the data, in about two figures. */
export const radii = (value: number): string => (value < 10 ? fixed(value, 1) : decimal(value, 0));

/** The ray that the state looks along. */
export const rayOf = (state: FarAwayState, frame: FarAwayFrame): Ray | undefined =>
  frame.rays[state.angle / rayStep];

/** The class of a ray's limit; its confidence for ever where that is none. */
export const limitName = (ray: Ray): string =>
  isCertain(ray) ? className(ray.limit) : percent(ray.limitSure);

/** Rays whose limit is certainty of one class. */
export const certain = (frame: FarAwayFrame): number => frame.rays.filter(isCertain).length;

/** A share of a map in whole percent; never all nor none unless it is. */
export const whole = (map: BeliefMap): string => {
  const share = shareSure(map);
  const rounded = Math.round(100 * share);
  if (rounded === 100 && share < 1) return '> 99\u00a0%';
  if (rounded === 0 && share > 0) return '< 1\u00a0%';
  return `${rounded}\u00a0%`;
};

/** The same as exactly as the map has it; none at all is 0. */
const shareOf = (map: BeliefMap): string => (shareSure(map) === 0 ? '0\u00a0%' : percent(shareSure(map)));

/** The finding of a frame. */
export const describe = (state: FarAwayState, frame: FarAwayFrame): string => {
  const reads = `After ${frame.epoch} of ${state.epochs} epochs the net reads ${frame.right} of ${points} points rightly`;
  if (frame.epoch < state.epochs)
    return `${reads}; it is at least 99.9\u00a0% sure in ${whole(frame.near)} of the square around them.`;
  const ray = rayOf(state, frame);
  const others = rays - certain(frame);
  const rest =
    others === 0
      ? ''
      : `; along the other ${others} the net ends up answering the same for ever, as sure as it is there`;
  const along =
    ray === undefined
      ? ''
      : ` Along the ray at ${state.angle}° it is one linear piece from ${radii(lastEnd(ray))} radii on, and ends at ${
          isCertain(ray) ? `certainty of ${className(ray.limit)}` : percent(ray.limitSure)
        }.`;
  return (
    `${reads}. It is at least 99.9\u00a0% sure in ${whole(frame.near)} of the square out to ${decimal(nearest)} radii, and in ` +
    `${whole(frame.far)} of that out to ${decimal(frame.far.reach, 1)}. Along ${certain(frame)} of ${rays} rays the limit is certainty${rest}.${along}`
  );
};

/** The numbers: squares, rays at several distances, and the chosen ray. */
export const table = (state: FarAwayState, frame: FarAwayFrame): Table => {
  const ray = rayOf(state, frame);
  const last = frame.rays.map(lastEnd).toSorted((a, b) => a - b);
  const from = ray === undefined ? undefined : sureFrom(ray);
  return {
    caption: `A ReLU net with two hidden layers of ${state.units} units after ${frame.epoch} epochs on ${points} points; distances in radii of the data.`,
    head: ['what', 'value'],
    rows: [
      ['points read rightly', `${frame.right} of ${points}`],
      [`≥ 99.9\u00a0% sure, share of the square out to ${decimal(frame.near.reach)}`, shareOf(frame.near)],
      [`≥ 99.9\u00a0% sure, share of the square out to ${decimal(frame.far.reach)}`, shareOf(frame.far)],
      ...[1, 10, furthest, 10_000].map((distance) => [
        `rays ≥ 99.9\u00a0% sure at ${count(distance)} ${distance === 1 ? 'radius' : 'radii'}`,
        `${sureAt(frame.rays, distance)} of ${rays}`,
      ]),
      ['rays whose limit is certainty', `${certain(frame)} of ${rays}`],
      ['last boundary of a linear piece, median ray', radii(last[Math.floor(rays / 2)] ?? 0)],
      ['last boundary of a linear piece, any ray', radii(last.at(-1) ?? 0)],
      ...(ray === undefined
        ? []
        : [
            [`ray at ${state.angle}°: linear pieces`, ray.ends.length + 1],
            [`ray at ${state.angle}°: last boundary`, radii(lastEnd(ray))],
            [
              `ray at ${state.angle}°: ≥ 99.9\u00a0% sure from`,
              from === undefined ? 'beyond 10,000' : radii(from),
            ],
            [`ray at ${state.angle}°: limit`, `${className(ray.limit)}, ${percent(ray.limitSure)}`],
          ]),
    ],
  };
};
