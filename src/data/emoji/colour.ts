import type { Random } from '../../lab/random.ts';
import { symmetric, within, type Conditions } from './conditions.ts';

/** Red, green and blue, 0 … 1. */
export type Colour = readonly [number, number, number];

/** All of red, green and blue. */
export const white: Colour = [1, 1, 1];

/** Any colour. */
export const anyColour = (random: Random): Colour => [random.uniform(), random.uniform(), random.uniform()];

/** Nine numbers, row by row, that take a colour to a colour. */
export type ColourMatrix = readonly number[];

/**
 * Turns colours about the axis of greys by an angle in radians and scales their distance from it; greys stay.
 */
export const turned = (angle: number, saturation: number): ColourMatrix => {
  const [cos, sin] = [saturation * Math.cos(angle), (saturation * Math.sin(angle)) / Math.sqrt(3)];
  // Rodrigues' formula for the axis (1, 1, 1)/√3, with the part across it scaled.
  const same = (1 + 2 * cos) / 3;
  const [next, last] = [(1 - cos) / 3 - sin, (1 - cos) / 3 + sin];
  return [same, next, last, last, same, next, next, last, same];
};

/** A change of a thing's colours, drawn from the conditions. */
export const drawColours = (conditions: Conditions, random: Random): ColourMatrix => {
  const any = random.uniform() < conditions.anyHue;
  const degrees = symmetric(random, any ? 180 : conditions.hue);
  return turned((degrees * Math.PI) / 180, within(random, conditions.saturation));
};
