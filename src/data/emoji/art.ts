import type { Vec } from '../../lab/oracle.ts';
import type { ColourMatrix } from './colour.ts';
import type { Pose } from './pose.ts';

/**
 * A thing as one set draws it: side × side pixels of red, green, blue and alpha in 0 … 1, colours times
 * alpha.
 */
export interface Art {
  readonly side: number;
  readonly rgba: Vec;
}

/**
 * Puts a thing into a picture of side × side × 3 numbers, in place: in that pose, bilinear between its
 * pixels, its colours changed.
 */
export const place = (
  { side: size, rgba }: Art,
  picture: Vec,
  side: number,
  pose: Pose,
  m: ColourMatrix,
): void => {
  const [m0 = 1, m1 = 0, m2 = 0, m3 = 0, m4 = 1, m5 = 0, m6 = 0, m7 = 0, m8 = 1] = m;
  const { x: centreX, y: centreY, a, b, c, d, p, q } = pose;
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const dx = x - centreX;
      const dy = y - centreY;
      const depth = 1 + p * dx + q * dy;
      const u = ((a * dx + b * dy) / depth + 0.5) * size - 0.5;
      const v = ((c * dx + d * dy) / depth + 0.5) * size - 0.5;
      if (!(u > -1 && u < size && v > -1 && v < size)) continue;
      let red = 0;
      let green = 0;
      let blue = 0;
      let alpha = 0;
      const left = Math.floor(u);
      const top = Math.floor(v);
      for (let i = top; i <= top + 1; i++) {
        if (i < 0 || i >= size) continue;
        for (let j = left; j <= left + 1; j++) {
          if (j < 0 || j >= size) continue;
          const weight = (1 - Math.abs(v - i)) * (1 - Math.abs(u - j));
          const at = 4 * (i * size + j);
          red += weight * rgba[at];
          green += weight * rgba[at + 1];
          blue += weight * rgba[at + 2];
          alpha += weight * rgba[at + 3];
        }
      }
      const at = 3 * (y * side + x);
      picture[at] = (1 - alpha) * picture[at] + m0 * red + m1 * green + m2 * blue;
      picture[at + 1] = (1 - alpha) * picture[at + 1] + m3 * red + m4 * green + m5 * blue;
      picture[at + 2] = (1 - alpha) * picture[at + 2] + m6 * red + m7 * green + m8 * blue;
    }
  }
};
