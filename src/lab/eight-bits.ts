import type { Vec } from './oracle.ts';
import { mapped } from './vec.ts';

/**
 * The picture as a file or a screen holds it: every number at the nearest of 256 even levels of the box. With
 * `from`, the picture it came from, a number that rounding would carry further from there takes the level
 * before; so whatever was in a ball around an 8-bit picture is in it still.
 */
export const toEightBits = (x: Vec, [low, high]: readonly [number, number], from?: Vec): Vec => {
  const width = (high - low) / 255;
  // In levels: more than 32-bit rounding costs, less than shows.
  const slack = 1e-4;
  return mapped(x, (value, i) => {
    const exact = Math.min(255, Math.max(0, (value - low) / width));
    const nearest = Math.round(exact);
    const origin = from === undefined ? nearest : (from[i] - low) / width;
    const before = nearest - Math.sign(nearest - origin);
    const further = Math.abs(nearest - origin) > Math.abs(exact - origin) + slack;
    const sameSide = (before - origin) * (nearest - origin) >= -slack;
    return low + width * (further && sameSide ? before : nearest);
  });
};

/**
 * Numbers in 0 … 1 at the nearest of so few even levels; 16 of them are levels of a file, too. Pictures of
 * noise take half the room so, and look the same.
 */
export const toFewLevels = (x: Vec, levels = 16): Vec =>
  mapped(x, (value) => Math.round((levels - 1) * Math.min(1, Math.max(0, value))) / (levels - 1));

/** Numbers in 0 … 1 as the nearest of the 256 levels of a file. */
export const toLevels = (x: Vec): Uint8Array<ArrayBuffer> => {
  const levels = new Uint8Array(x.length);
  for (let i = 0; i < x.length; i++) levels[i] = Math.round(255 * x[i]);
  return levels;
};

/** The numbers in 0 … 1 that 256 levels stand for. */
export const fromLevels = (levels: Uint8Array): Vec => {
  const x = new Float32Array(levels.length);
  for (let i = 0; i < levels.length; i++) x[i] = levels[i] / 255;
  return x;
};
