import type { Vec } from '../lab/oracle.ts';
import type { Random } from '../lab/random.ts';
import { digitSide, digitSize } from './digit.ts';

/** How far a picture of a digit may be distorted and still be the same digit. */
export interface Distortion {
  /** Pixels, to each side. */
  readonly shift: number;
  /** Degrees, to each side. */
  readonly rotation: number;
  /** Relative, larger or smaller, each axis by its own. */
  readonly scale: number;
  /** Columns per row. */
  readonly shear: number;
  /** Standard deviation in pixels of a smooth random displacement. */
  readonly wobble: number;
  /**
   * Greatest share of the way to the neighbourhood's darkest or lightest pixel: thicker and thinner strokes.
   */
  readonly thickness: number;
  /** Greatest standard deviation of a grain added to every pixel: paper is not perfectly white. */
  readonly grain: number;
}

const centre = (digitSide - 1) / 2;
/** Control points of the displacement stand every seven pixels. */
const spacing = 7;
const points = 5;

const symmetric = (random: Random, size: number): number => size * (2 * random.uniform() - 1);

/** Value at a place between pixels, bilinear; zero outside. */
const sample = (picture: ArrayLike<number>, y: number, x: number): number => {
  const [top, left] = [Math.floor(y), Math.floor(x)];
  const [fy, fx] = [y - top, x - left];
  const at = (r: number, c: number): number =>
    r < 0 || r >= digitSide || c < 0 || c >= digitSide ? 0 : picture[r * digitSide + c];
  return (
    (1 - fy) * ((1 - fx) * at(top, left) + fx * at(top, left + 1)) +
    fy * ((1 - fx) * at(top + 1, left) + fx * at(top + 1, left + 1))
  );
};

/** A smooth field of displacements: normal at the control points, bilinear between them. */
const displacement = (random: Random, size: number): ((r: number, c: number) => number) => {
  const grid = Float32Array.from({ length: points * points }, () => size * random.normal());
  return (r, c) => {
    const [i, j] = [Math.floor(r / spacing), Math.floor(c / spacing)];
    const [fi, fj] = [r / spacing - i, c / spacing - j];
    const at = (a: number, b: number): number => grid[a * points + b] ?? 0;
    return (
      (1 - fi) * ((1 - fj) * at(i, j) + fj * at(i, j + 1)) +
      fi * ((1 - fj) * at(i + 1, j) + fj * at(i + 1, j + 1))
    );
  };
};

const bend = (picture: ArrayLike<number>, how: Distortion, random: Random): Vec => {
  const angle = (symmetric(random, how.rotation) * Math.PI) / 180;
  const [sy, sx] = [1 + symmetric(random, how.scale), 1 + symmetric(random, how.scale)];
  const shear = symmetric(random, how.shear);
  const [ty, tx] = [symmetric(random, how.shift), symmetric(random, how.shift)];
  const [dy, dx] = [displacement(random, how.wobble), displacement(random, how.wobble)];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const bent = new Float32Array(digitSize);
  for (let r = 0; r < digitSide; r++) {
    for (let c = 0; c < digitSide; c++) {
      const [v, u] = [(r - centre - ty) / sy, (c - centre - tx) / sx];
      const y = cos * v - sin * u;
      const x = sin * v + cos * u + shear * v;
      bent[r * digitSide + c] = sample(picture, centre + y + dy(r, c), centre + x + dx(r, c));
    }
  }
  return bent;
};

/** The largest (or smallest) of each pixel and its four neighbours. */
const extreme = (picture: Vec, pick: (a: number, b: number) => number): Vec =>
  picture.map((value, i) => {
    const c = i % digitSide;
    const up = picture[i - digitSide] ?? 0;
    const down = picture[i + digitSide] ?? 0;
    const left = c > 0 ? picture[i - 1] : 0;
    const right = c < digitSide - 1 ? picture[i + 1] : 0;
    return pick(pick(pick(value, up), pick(down, left)), right);
  });

/**
 * A randomly distorted copy of a picture of 28×28 numbers in 0 … 1: moved, turned, scaled,
 * sheared, bent, thickened or thinned, on grainy paper.
 */
export const distort = (picture: ArrayLike<number>, how: Distortion, random: Random): Vec => {
  const bent = bend(picture, how, random);
  const share = symmetric(random, how.thickness);
  const other = extreme(bent, share > 0 ? Math.max : Math.min);
  const grain = how.grain * random.uniform();
  return bent.map((value, i) => {
    const stroke = value + Math.abs(share) * (other[i] - value);
    return Math.min(1, Math.max(0, stroke + grain * random.normal()));
  });
};
