import { digitSide } from '../digit.ts';
import { fields, type Nodes, type Template } from './glyph.ts';
import { latentIndex, latents, type LatentName } from './latents.ts';
import {
  affine,
  constant,
  hypotenuse,
  map,
  minus,
  mix,
  pick,
  plus,
  reciprocal,
  type Signal,
  softMaximum,
  sum,
  times,
  variable,
} from './signal.ts';

/** The pen's path in pixels as short segments: middle, length and half the pen's width at each. */
export interface Path {
  readonly x: Signal;
  readonly y: Signal;
  readonly length: Signal;
  readonly radius: Signal;
}

/** Pixels on a side of the box the digit is fitted into. */
const box = 20;

const softness = 0.008;

type Read = (name: LatentName) => Signal;

const radians = Math.PI / 180;
const sine = (a: Signal): Signal => map(affine(a, radians, 0), Math.sin, Math.cos);
const cosine = (a: Signal): Signal => map(affine(a, radians, 0), Math.cos, (v) => -Math.sin(v));
const tangent = (a: Signal): Signal => map(affine(a, radians, 0), Math.tan, (v) => 1 / Math.cos(v) ** 2);

/** base + Σ field × latent, in x and y. */
const shape = (nodes: readonly Nodes[], read: Read, k: number): readonly [Signal, Signal] => {
  const column = (axis: 'x' | 'y'): Signal =>
    nodes
      .map((field, c) => {
        const values = constant(field[axis], k);
        const name = fields[c - 1];
        return name ? times(values, read(name)) : values;
      })
      .reduce(plus);
  return [column('x'), column('y')];
};

/** The way from the lowest to the highest element, smooth. */
const extent = (a: Signal): Signal => plus(softMaximum(a, softness), softMaximum(affine(a, -1, 0), softness));

/** The larger of two, smooth; never below either. */
const larger = (a: Signal, b: Signal): Signal =>
  mix(0.5, plus(a, b), 0.5, hypotenuse(minus(a, b), affine(a, 0, 0), 0.04));

/**
 * The pen's path for one latent vector, with derivatives in all latents when `withTangents`: the glyph, bent,
 * slanted, stretched and turned; fitted with its pen into the 20×20 box, aspect kept; in the middle of the
 * picture, unshifted.
 */
export const path = (glyph: Template, latent: ArrayLike<number>, withTangents: boolean): Path => {
  const k = withTangents ? latents.length : 0;
  const read: Read = (name) => variable(latent[latentIndex[name]] ?? 0, latentIndex[name], k);
  const [sharpX, sharpY] = shape(glyph.sharp, read, k);
  const [roundX, roundY] = shape(glyph.round, read, k);
  const roundness = read('roundness');
  const x0 = plus(sharpX, times(roundness, minus(roundX, sharpX)));
  const y0 = plus(sharpY, times(roundness, minus(roundY, sharpY)));

  const arch = affine(times(y0, y0), -4, 1);
  const level = affine(times(x0, x0), -8, 1);
  const x1 = plus(x0, times(affine(read('bow'), 0.14, 0), arch));
  const y1 = plus(
    y0,
    plus(times(affine(read('balance'), 0.13, 0), arch), times(affine(read('sag'), 0.11, 0), level)),
  );

  const x2 = times(read('width'), minus(x1, times(tangent(read('slant')), y1)));
  const [cos, sin] = [cosine(read('rotation')), sine(read('rotation'))];
  const x3 = minus(times(cos, x2), times(sin, y1));
  const y3 = plus(times(sin, x2), times(cos, y1));

  const thickness = read('thickness');
  const scale = times(affine(thickness, -1, box), reciprocal(larger(extent(x3), extent(y3))));
  const [fromX, toX, fromY, toY] = [
    pick(x3, glyph.from),
    pick(x3, glyph.to),
    pick(y3, glyph.from),
    pick(y3, glyph.to),
  ];
  const down = minus(toY, fromY);
  const length = hypotenuse(minus(toX, fromX), down, 1e-4);
  const press = affine(times(read('pressure'), times(down, reciprocal(length))), 1, 1);
  const [x, y] = [mix(0.5, fromX, 0.5, toX), mix(0.5, fromY, 0.5, toY)];

  // Near the middle of the picture, so that no ink falls outside; draw.ts centres the ink itself.
  const perLength = reciprocal(sum(length));
  const place = (a: Signal): Signal =>
    affine(times(scale, minus(a, times(sum(times(length, a)), perLength))), 1, digitSide / 2);
  return {
    x: place(x),
    y: place(y),
    length: times(scale, length),
    radius: times(affine(thickness, 0.5, 0), press),
  };
};
