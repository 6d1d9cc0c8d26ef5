import type { Vec } from '../../oracle.ts';
import type { Random } from '../../random.ts';
import type { Shape, Window } from '../shape.ts';

/** What a proposal of the Square attack looks like; it differs from ball to ball. */
export interface Form {
  /** The first perturbation, of the size of the radius. */
  readonly start: (shape: Shape, radius: number, random: Random) => Vec;
  /** Another perturbation of that size, changed in a window of about so many places. */
  readonly propose: (shape: Shape, radius: number, perturbation: Vec, places: number, random: Random) => Vec;
}

/** +1 or −1. */
export const randomSign = (random: Random): number => (random.uniform() < 0.5 ? -1 : 1);

/** A window of that size somewhere in the picture. */
export const somewhere = (shape: Shape, height: number, width: number, random: Random): Window => ({
  top: random.integer(shape.height - height + 1),
  left: random.integer(shape.width - width + 1),
  height,
  width,
});
