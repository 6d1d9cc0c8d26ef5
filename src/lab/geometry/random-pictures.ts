import { cppn } from '../evolution/encodings/cppn.ts';
import type { Random } from '../random.ts';

/** A square grey picture of side² levels 0 … 255, drawn by chance. */
export type Draw = (random: Random, side: number) => Uint8Array<ArrayBuffer>;

const levelOf = (value: number): number => Math.round(255 * Math.min(1, Math.max(0, value)));

/** Every picture as likely as any other. */
const uniform: Draw = (random, side) => Uint8Array.from({ length: side * side }, () => random.integer(256));

/**
 * Each pixel normal around mid-grey with a quarter of the range as its standard deviation, cut at black and
 * white.
 */
const gaussian: Draw = (random, side) =>
  Uint8Array.from({ length: side * side }, () => levelOf(0.5 + random.normal() / 4));

/** Waves along each side that a smooth picture is made of. */
const waves = 5;

/**
 * Few and long waves: cosines of up to 4 half turns along each side, their amplitudes normal and falling as
 * one over the frequency, around mid-grey with a quarter of the range as the whole's expected standard
 * deviation.
 */
const smooth: Draw = (random, side) => {
  const cosines = Array.from({ length: waves }, (_, f) =>
    Float64Array.from({ length: side }, (_, i) => Math.fround(Math.cos((Math.PI * f * (i + 0.5)) / side))),
  );
  const picture = new Float64Array(side * side).fill(0.5);
  let power = 0;
  for (let v = 0; v < waves; v++)
    for (let u = 0; u < waves; u++) if (u + v > 0) power += (u > 0 && v > 0 ? 0.25 : 0.5) / (u * u + v * v);
  for (let v = 0; v < waves; v++)
    for (let u = 0; u < waves; u++) {
      if (u + v === 0) continue;
      const amplitude = (random.normal() * 0.25) / Math.sqrt(power * (u * u + v * v));
      for (let i = 0; i < picture.length; i++) {
        const across = (cosines[u] as Float64Array)[i % side];
        const down = (cosines[v] as Float64Array)[Math.floor(i / side)];
        picture[i] += amplitude * across * down;
      }
    }
  return Uint8Array.from(picture, levelOf);
};

const pattern = cppn({ colour: 'grey' });

/** Patterns that nothing has been evolved from: what evolution of patterns begins with. */
const patterns: Draw = (random, side) => pattern.render(pattern.random(random), side);

/** Ways to draw pictures by chance; none of them asks a network. */
export const draws = { uniform, gaussian, smooth, patterns } as const;
