import type { Vec } from '../../lab/oracle.ts';
import { length, mapped, subtract } from '../../lab/vec.ts';

/**
 * How far below a sound the noise lies that was added to it, in decibels (the signal-to-noise ratio): the
 * energy of the first sound, around the silence of ½, over that of their difference. Both in the box 0 … 1;
 * Infinity where they agree.
 */
export const signalToNoise = (before: Vec, after: Vec): number =>
  20 * Math.log10(length(mapped(before, (value) => value - 0.5)) / length(subtract(after, before)));
