import type { Vec } from '../../lab/oracle.ts';
import { random as stream, type Random } from '../../lab/random.ts';
import { place, type Art } from './art.ts';
import { drawBackground } from './background.ts';
import { drawColours } from './colour.ts';
import { still, symmetric, type Conditions } from './conditions.ts';
import { occlude } from './occluder.ts';
import { drawPose } from './pose.ts';

/** Pixels along each side of a picture. */
export const pictureSide = 64;

/** Numbers of a picture: 64 × 64 pixels of red, green and blue. */
export const pictureLength = pictureSide * pictureSide * 3;

/**
 * Lights a picture, in place: contrast, lightness from one side to the other, grain; what is too dark or too
 * light is cut off.
 */
const light = (picture: Vec, side: number, conditions: Conditions, random: Random): void => {
  const contrast = 1 + symmetric(random, conditions.contrast);
  const level = 0.5 + symmetric(random, conditions.light);
  const across = (2 * symmetric(random, conditions.light)) / side;
  const down = (2 * symmetric(random, conditions.light)) / side;
  const grain = conditions.grain * random.uniform();
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const lit = level + across * (x - side / 2) + down * (y - side / 2);
      const at = 3 * (y * side + x);
      for (let k = at; k < at + 3; k++) {
        const value = lit + contrast * (picture[k] - 0.5) + symmetric(random, grain);
        picture[k] = Math.min(1, Math.max(0, value));
      }
    }
  }
};

/**
 * A picture of a thing under conditions, 64 × 64 × 3 numbers in 0 … 1, row by row; a function of its
 * arguments alone.
 */
export const emojiPicture = (art: Art, conditions: Conditions, random: Random): Vec => {
  const picture = drawBackground(conditions.texture, pictureSide, random);
  const pose = drawPose(conditions, pictureSide, random);
  place(art, picture, pictureSide, pose, drawColours(conditions, random));
  occlude(picture, pictureSide, conditions, random);
  light(picture, pictureSide, conditions, random);
  return picture;
};

/** The thing as it was drawn, on white paper: what the site shows as an example. */
export const examplePicture = (art: Art): Vec => emojiPicture(art, still, stream('example'));
