import type { Picture } from './encoding.ts';

/**
 * What the numbers of a pixel mean to a genome: one grey, or three: red, green, blue, or hue, saturation,
 * value.
 */
export type Colour = 'grey' | 'rgb' | 'hsv';

/** Numbers a pixel. */
export const channelsOf = (colour: Colour): 1 | 3 => (colour === 'grey' ? 1 : 3);

/**
 * Turns hue, saturation and value (each 0…255; 256 would be the first hue again) into red, green and blue, in
 * place, by the hexcone of Smith 1978, 'Color gamut transform pairs'.
 */
export const hsvToRgb = (picture: Picture): void => {
  for (let i = 0; i < picture.length; i += 3) {
    const sextant = (picture[i] * 6) / 256;
    const saturation = picture[i + 1] / 255;
    const value = picture[i + 2];
    const rest = sextant % 2;
    const least = Math.round(value * (1 - saturation));
    const middle = Math.round(value * (1 - saturation * (rest < 1 ? 1 - rest : rest - 1)));
    const order = Math.floor(sextant);
    picture[i] = order === 0 || order === 5 ? value : order === 1 || order === 4 ? middle : least;
    picture[i + 1] = order === 1 || order === 2 ? value : order === 0 || order === 3 ? middle : least;
    picture[i + 2] = order === 3 || order === 4 ? value : order === 2 || order === 5 ? middle : least;
  }
};
