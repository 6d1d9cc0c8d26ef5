import type { Vec } from '../../lab/oracle.ts';
import { digitSide, digitSize } from '../digit.ts';
import { template, type Template } from './glyph.ts';
import { glyphs } from './glyphs/index.ts';
import { rasterise } from './raster.ts';
import { affine, constant, minus, plus, reciprocal, type Signal, sum, times, variable } from './signal.ts';
import { latentIndex, latents } from './latents.ts';
import { path, type Path } from './pen.ts';

const templates = glyphs.map((ways) => ways.map(template));

const lookUp = (digit: number, variant: number): Template => {
  const found = templates[digit]?.[variant];
  if (found === undefined) throw new RangeError(`There is no variant ${variant} of the digit ${digit}.`);
  return found;
};

/** The names of the ways to write a digit; a variant is an index into it. */
export const variants = (digit: number): readonly string[] =>
  (glyphs[digit] ?? []).map((glyph) => glyph.name);

/** The latent vector with every parameter at its default. */
export const defaultLatent = (): Vec => Float32Array.from(latents, (spec) => spec.default);

const pixels = Array.from({ length: digitSize }, (_, pixel) => pixel);
const columns = pixels.map((pixel) => pixel % digitSide);
const rows = pixels.map((pixel) => Math.floor(pixel / digitSide));

/**
 * MNIST puts the centre of mass into pixel 14, counted from 0 (measured: 14.01 and 13.99 over its test
 * digits).
 */
const centre = 14;

/** The path moved so that its ink has its centre of mass at the centre, then by the shift. */
const centred = (line: Path, latent: ArrayLike<number>): Path => {
  const picture = rasterise(line);
  const k = picture.tangents;
  const perMass = reciprocal(sum(picture));
  const move = (places: readonly number[], shift: 'shiftX' | 'shiftY'): Signal => {
    const mean = times(sum(times(picture, constant(places, k))), perMass);
    const index = latentIndex[shift];
    return affine(minus(variable(latent[index] ?? 0, index, k), mean), 1, centre);
  };
  return { ...line, x: plus(line.x, move(columns, 'shiftX')), y: plus(line.y, move(rows, 'shiftY')) };
};

const draw = (digit: number, variant: number, latent: ArrayLike<number>, withTangents: boolean): Signal =>
  rasterise(centred(path(lookUp(digit, variant), latent, withTangents), latent));

/** The picture of a digit: 28×28 numbers in 0…1, ink bright, row by row. Smooth in the latent vector. */
export const drawDigit = (digit: number, variant: number, latent: ArrayLike<number>): Vec =>
  Float32Array.from(draw(digit, variant, latent, false).data);

/** Derivatives of the 784 pixels in the latents, pixel after pixel: 784 × latents.length numbers. */
export const jacobian = (digit: number, variant: number, latent: ArrayLike<number>): Vec => {
  const { data, length, tangents } = draw(digit, variant, latent, true);
  const out = new Float32Array(length * tangents);
  for (let pixel = 0; pixel < length; pixel++) {
    for (let j = 0; j < tangents; j++) out[pixel * tangents + j] = data[(j + 1) * length + pixel];
  }
  return out;
};
