import type { Vec } from '../../lab/oracle.ts';
import type { Random } from '../../lab/random.ts';
import { anyColour, white, type Colour } from './colour.ts';

/** A number 0 … 1 for every place of a picture, x and y in pixels. */
type Texture = (x: number, y: number) => number;

const unit = (value: number): number => Math.min(1, Math.max(0, value));

/** Across the picture, in any direction. */
const gradient = (random: Random, side: number): Texture => {
  const angle = 2 * Math.PI * random.uniform();
  const [dx, dy] = [Math.cos(angle) / side, Math.sin(angle) / side];
  return (x, y) => unit(0.5 + dx * (x - side / 2) + dy * (y - side / 2));
};

/** Bands in any direction, soft or sharp. */
const stripes = (random: Random): Texture => {
  const angle = Math.PI * random.uniform();
  const frequency = (2 * Math.PI) / (4 + 20 * random.uniform());
  const [dx, dy, phase] = [frequency * Math.cos(angle), frequency * Math.sin(angle), 7 * random.uniform()];
  const sharpness = 0.5 + 3 * random.uniform();
  return (x, y) => unit(0.5 + sharpness * Math.sin(dx * x + dy * y + phase));
};

/** Squares of a board that lies at any angle. */
const checks = (random: Random): Texture => {
  const angle = Math.PI * random.uniform();
  const size = 4 + 12 * random.uniform();
  const [cos, sin, shift] = [Math.cos(angle) / size, Math.sin(angle) / size, random.uniform()];
  return (x, y) => (Math.floor(cos * x + sin * y + shift) + Math.floor(cos * y - sin * x + shift)) & 1;
};

/** Dots on a grid. */
const dots = (random: Random): Texture => {
  const spacing = 6 + 12 * random.uniform();
  const radius = 0.2 + 0.25 * random.uniform();
  const shift = random.uniform();
  return (x, y) => {
    const u = ((x / spacing + shift) % 1) - 0.5;
    const v = ((y / spacing + shift) % 1) - 0.5;
    return u * u + v * v < radius * radius ? 1 : 0;
  };
};

/** Smooth between random values on a grid. */
const clouds = (random: Random, side: number): Texture => {
  const spacing = 3 + 15 * random.uniform();
  const points = Math.ceil(side / spacing) + 2;
  const grid = Float32Array.from({ length: points * points }, () => random.uniform());
  return (x, y) => {
    const i = Math.floor(y / spacing);
    const j = Math.floor(x / spacing);
    const fi = y / spacing - i;
    const fj = x / spacing - j;
    const at = i * points + j;
    const above = (1 - fj) * grid[at] + fj * grid[at + 1];
    const below = (1 - fj) * grid[at + points] + fj * grid[at + points + 1];
    return (1 - fi) * above + fi * below;
  };
};

/** Clouds twice: they are the likest to what stands behind things outside of pictures. */
const textures = [gradient, stripes, checks, dots, clouds, clouds] as const;

/** Mixes a colour into every pixel of a picture, in place, as much as the texture says there. */
const mixIn = (picture: Vec, side: number, [r, g, b]: Colour, texture: Texture, strength: number): void => {
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const at = 3 * (y * side + x);
      const t = strength * texture(x, y);
      picture[at] = (1 - t) * picture[at] + t * r;
      picture[at + 1] = (1 - t) * picture[at + 1] + t * g;
      picture[at + 2] = (1 - t) * picture[at + 2] + t * b;
    }
  }
};

/**
 * A background of side × side × 3 numbers in 0 … 1: any colour, and over it two patterns, each of any colour
 * and of any strength up to the one given; strength 0 is white paper.
 */
export const drawBackground = (strength: number, side: number, random: Random): Vec => {
  const base = strength === 0 ? white : anyColour(random);
  const picture = new Float32Array(side * side * 3);
  for (let i = 0; i < picture.length; i++) picture[i] = base[i % 3];
  if (strength === 0) return picture;
  for (const share of [random.uniform(), random.uniform() ** 2]) {
    const make = textures[random.integer(textures.length)] ?? gradient;
    mixIn(picture, side, anyColour(random), make(random, side), strength * share);
  }
  return picture;
};
