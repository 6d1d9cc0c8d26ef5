import type { Random } from '../../lab/random.ts';
import { symmetric, within, type Conditions } from './conditions.ts';

/**
 * Where each place of a picture lies on the thing that is seen there: (u, v) = (a·x + b·y, c·x + d·y) / (1 +
 * p·x + q·y), with x and y in pixels from the thing's centre (at pose.x, pose.y); u and v run from −½ to ½
 * over the longer side of the thing.
 */
export interface Pose {
  readonly x: number;
  readonly y: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly p: number;
  readonly q: number;
}

/** A pose in a picture of that side, drawn from the conditions. */
export const drawPose = (conditions: Conditions, side: number, random: Random): Pose => {
  const angle = (symmetric(random, conditions.rotation) * Math.PI) / 180;
  const size = side * within(random, conditions.scale);
  const stretch = symmetric(random, conditions.stretch);
  const shear = symmetric(random, conditions.shear);
  const mirror = random.uniform() < conditions.mirrored ? -1 : 1;
  const [wide, high] = [size * (1 + stretch) * mirror, size * (1 - stretch)];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const middle = (side - 1) / 2;
  return {
    x: middle + symmetric(random, conditions.shift),
    y: middle + symmetric(random, conditions.shift),
    a: (cos + shear * sin) / wide,
    b: (sin - shear * cos) / wide,
    c: -sin / high,
    d: cos / high,
    p: (2 * symmetric(random, conditions.perspective)) / side,
    q: (2 * symmetric(random, conditions.perspective)) / side,
  };
};
