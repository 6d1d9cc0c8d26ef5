import type { Vec } from '../../lab/oracle.ts';
import type { Random } from '../../lab/random.ts';

/** Samples in a second. */
export const sampleRate = 8000;

/** Samples of a sound: half a second. */
export const soundLength = 4000;

/** A number between low and high. */
export const between = (random: Random, low: number, high: number): number =>
  low + (high - low) * random.uniform();

/** A number between low and high whose logarithm is uniform: pitches. */
export const pitchBetween = (random: Random, low: number, high: number): number =>
  low * (high / low) ** random.uniform();

/**
 * Passes a signal, in place, through a resonance at `frequency` of that `bandwidth`, both in Hz: two poles,
 * gain 1 at 0 Hz (Klatt 1980, equation 2).
 */
export const resonate = (signal: Vec, frequency: number, bandwidth: number): void => {
  const radius = Math.exp((-Math.PI * bandwidth) / sampleRate);
  const b = 2 * radius * Math.cos((2 * Math.PI * frequency) / sampleRate);
  const c = -radius * radius;
  const a = 1 - b - c;
  let one = 0;
  let two = 0;
  for (let i = 0; i < signal.length; i++) {
    const y = a * signal[i] + b * one + c * two;
    two = one;
    one = y;
    signal[i] = y;
  }
};

/**
 * Rises to 1 within `attack` seconds, stays, and is silent from `end` seconds on, after a fall of `release`
 * seconds; in place.
 */
export const shape = (signal: Vec, attack: number, end: number, release: number): void => {
  for (let i = 0; i < signal.length; i++) {
    const t = i / sampleRate;
    const gain = Math.min(1, t / attack, Math.max(0, (end - t) / release));
    signal[i] *= gain;
  }
};

/** Shifts a signal to a later start, the rest silent. */
export const delayed = (signal: Vec, seconds: number): Vec => {
  const out = new Float32Array(signal.length);
  const start = Math.round(seconds * sampleRate);
  out.set(signal.subarray(0, signal.length - start), start);
  return out;
};
