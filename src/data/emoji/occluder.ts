import type { Vec } from '../../lab/oracle.ts';
import type { Random } from '../../lab/random.ts';
import { anyColour } from './colour.ts';
import type { Conditions } from './conditions.ts';

/**
 * Puts something before what a picture of side × side × 3 numbers shows, in place: an ellipse or a rectangle
 * of any colour at any place, or nothing.
 */
export const occlude = (picture: Vec, side: number, conditions: Conditions, random: Random): void => {
  if (random.uniform() >= conditions.occluded) return;
  const area = conditions.occlusion * random.uniform() * side * side;
  const longer = 1 + 2 * random.uniform();
  const round = random.uniform() < 0.5;
  // Half axes: an ellipse covers π·a·b, a rectangle 4·a·b.
  const half = Math.sqrt(area / longer / (round ? Math.PI : 4));
  const angle = Math.PI * random.uniform();
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [cx, cy] = [side * random.uniform(), side * random.uniform()];
  const [r, g, b] = anyColour(random);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const u = Math.abs(cos * (x - cx) + sin * (y - cy)) / (half * longer);
      const v = Math.abs(cos * (y - cy) - sin * (x - cx)) / half;
      if (round ? u * u + v * v >= 1 : u >= 1 || v >= 1) continue;
      const at = 3 * (y * side + x);
      picture[at] = r;
      picture[at + 1] = g;
      picture[at + 2] = b;
    }
  }
};
