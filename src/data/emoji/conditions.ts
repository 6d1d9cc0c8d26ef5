import type { Random } from '../../lab/random.ts';

/** A range from low to high. */
export type Range = readonly [low: number, high: number];

/** Under which conditions a thing may be seen. Each picture draws its own from these ranges. */
export interface Conditions {
  /** Degrees, to each side. */
  readonly rotation: number;
  /** Length of the thing's longer side as a share of the picture's side. */
  readonly scale: Range;
  /** Relative, taller or wider. */
  readonly stretch: number;
  /** Columns per row, to each side. */
  readonly shear: number;
  /** How much nearer than its middle one edge of the thing may be, relative. */
  readonly perspective: number;
  /** Pixels, to each side, each way. */
  readonly shift: number;
  /** Share of pictures that are mirrored. */
  readonly mirrored: number;
  /** Degrees by which its colours turn, to each side. */
  readonly hue: number;
  /** Share of pictures whose colours may turn by any angle. */
  readonly anyHue: number;
  /** Factor of its colours' distance from grey. */
  readonly saturation: Range;
  /** Relative change of the whole picture's distance from middle grey, to each side. */
  readonly contrast: number;
  /** Change of lightness, to each side; from one side of the picture to the other as much again. */
  readonly light: number;
  /** 0 for white paper; 1 for backgrounds of two colours with patterns of any strength. */
  readonly texture: number;
  /** Share of pictures in which something stands before the thing. */
  readonly occluded: number;
  /** Largest share of the picture that it covers. */
  readonly occlusion: number;
  /** Largest change of each number at random, to each side. */
  readonly grain: number;
}

/** The thing as it was drawn, on white paper. */
export const still: Conditions = {
  rotation: 0,
  scale: [0.85, 0.85],
  stretch: 0,
  shear: 0,
  perspective: 0,
  shift: 0,
  mirrored: 0,
  hue: 0,
  anyHue: 0,
  saturation: [1, 1],
  contrast: 0,
  light: 0,
  texture: 0,
  occluded: 0,
  occlusion: 0,
  grain: 0,
};

/**
 * What nets are judged by: things lying anywhere, in any light, partly hidden, on all kinds of backgrounds.
 */
export const everyday: Conditions = {
  rotation: 15,
  scale: [0.65, 0.95],
  stretch: 0.1,
  shear: 0.1,
  perspective: 0.1,
  shift: 4,
  mirrored: 0.5,
  hue: 15,
  anyHue: 0,
  saturation: [0.7, 1.3],
  contrast: 0.2,
  light: 0.1,
  texture: 0.8,
  occluded: 0.3,
  occlusion: 0.08,
  grain: 0.04,
};

/**
 * What nets are trained under: more than they are judged by, above all of colour, for other artists choose
 * other colours.
 */
export const wild: Conditions = {
  ...everyday,
  rotation: 20,
  scale: [0.6, 1],
  stretch: 0.2,
  shear: 0.2,
  perspective: 0.15,
  shift: 5,
  hue: 25,
  anyHue: 0.1,
  saturation: [0.4, 1.5],
  contrast: 0.3,
  light: 0.15,
  occluded: 0.4,
  occlusion: 0.1,
  grain: 0.06,
};

/** A number of a range. */
export const within = (random: Random, [low, high]: Range): number => low + (high - low) * random.uniform();

/** A number up to that size, of either sign. */
export const symmetric = (random: Random, size: number): number => size * (2 * random.uniform() - 1);
