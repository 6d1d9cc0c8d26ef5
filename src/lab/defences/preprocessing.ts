import type { Vec } from '../oracle.ts';
import type { Random } from '../random.ts';

/** Height, width and channels of a picture; numbers run along channels first, then along a line. */
export type PictureShape = readonly [height: number, width: number, channels: number];

/**
 * What a defence does to an input before a network sees it; both members take one row and return a new one.
 */
export interface Preprocessing {
  readonly id: string;
  readonly title: string;
  /** Key in content/references.json. */
  readonly source: string;
  readonly apply: (x: Vec) => Vec;
  /**
   * The gradient in x, where `gradient` is that in apply(x): the transposed Jacobian's product, 0 where there
   * is none.
   */
  readonly back: (x: Vec, gradient: Vec) => Vec;
}

/** A defence that draws: each stream gives another preprocessing. */
export type RandomPreprocessing = (random: Random) => Preprocessing;

/**
 * The same defence as an attacker sees it who replaces its reverse pass by that of a stand-in, or by the
 * identity (backward pass differentiable approximation; Athalye et al. 2018, section 4.1).
 */
export const bpda = (defence: Preprocessing, standIn?: Preprocessing): Preprocessing => ({
  ...defence,
  back: standIn?.back ?? ((_, gradient) => gradient.slice()),
});
