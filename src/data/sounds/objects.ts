import type { Vec } from '../../lab/oracle.ts';
import type { Random } from '../../lab/random.ts';
import { between, pitchBetween, resonate, sampleRate, shape, soundLength } from './signal.ts';

/**
 * Partials of a church bell over its strike note: hum, prime, minor third, fifth, nominal and above (Fletcher
 * & Rossing 1998, chapter 21).
 */
const partials = [0.5, 1, 1.2, 1.5, 2, 2.5, 2.67, 3, 4] as const;

/** A struck bell: inharmonic partials, the high ones dying first. */
export const bell = (random: Random): Vec => {
  const signal = new Float32Array(soundLength);
  const strike = pitchBetween(random, 300, 950);
  const decay = between(random, 0.15, 0.6);
  for (const ratio of partials) {
    const frequency = strike * ratio * between(random, 0.99, 1.01);
    if (frequency > 3800) continue;
    const radius = Math.exp(-1 / (sampleRate * (decay / Math.sqrt(ratio))));
    const b = 2 * radius * Math.cos((2 * Math.PI * frequency) / sampleRate);
    const c = -radius * radius;
    const loudness = between(random, 0.3, 1);
    let [one, two] = [loudness * Math.sin((2 * Math.PI * frequency) / sampleRate), 0];
    for (let i = 0; i < soundLength; i++) {
      signal[i] += one;
      const next = b * one + c * two;
      two = one;
      one = next;
    }
  }
  shape(signal, 0.002, 0.5, 0.02);
  return signal;
};

/** A burst of noise, of any colour, that dies away. */
export const burst = (random: Random): Vec => {
  const decay = between(random, 0.02, 0.2);
  const signal = new Float32Array(soundLength);
  for (let i = 0; i < soundLength; i++) {
    signal[i] = (2 * random.uniform() - 1) * Math.exp(-i / (sampleRate * decay));
  }
  resonate(signal, between(random, 300, 3000), between(random, 800, 3000));
  shape(signal, between(random, 0.001, 0.02), 0.5, 0.02);
  return signal;
};

/** A siren: a tone with a few overtones whose pitch sweeps up and down. */
export const siren = (random: Random): Vec => {
  const signal = new Float32Array(soundLength);
  const low = pitchBetween(random, 350, 700);
  const octaves = between(random, 0.5, 1.3);
  const sweeps = between(random, 1.2, 4);
  const overtone = between(random, 0, 0.4);
  const start = random.uniform();
  let phase = 0;
  for (let i = 0; i < soundLength; i++) {
    const height = 0.5 - 0.5 * Math.cos(2 * Math.PI * (start + (sweeps * i) / sampleRate));
    phase += (2 * Math.PI * low * 2 ** (octaves * height)) / sampleRate;
    signal[i] = Math.sin(phase) + overtone * Math.sin(2 * phase);
  }
  shape(signal, between(random, 0.005, 0.05), between(random, 0.35, 0.5), 0.04);
  return signal;
};
