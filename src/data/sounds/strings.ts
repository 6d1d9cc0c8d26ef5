import type { Vec } from '../../lab/oracle.ts';
import type { Random } from '../../lab/random.ts';
import { between, pitchBetween, resonate, sampleRate, shape, soundLength } from './signal.ts';

/** A plucked string: noise in a loop that loses its high tones on every round (Karplus & Strong 1983). */
export const plucked = (random: Random): Vec => {
  const period = sampleRate / pitchBetween(random, 80, 500);
  const whole = Math.floor(period - 0.5);
  // The mean of two neighbours delays by half a sample; an all-pass filter adds what is left of the period.
  const rest = period - 0.5 - whole;
  const allPass = (1 - rest) / (1 + rest);
  const string = Float32Array.from({ length: whole }, () => 2 * random.uniform() - 1);
  const loss = between(random, 0.985, 0.999);
  const signal = new Float32Array(soundLength);
  let [before, averaged, passed] = [0, 0, 0];
  for (let i = 0; i < soundLength; i++) {
    const at = i % whole;
    const now = string[at];
    signal[i] = now;
    const mean = (loss * (now + before)) / 2;
    before = now;
    passed = allPass * (mean - passed) + averaged;
    averaged = mean;
    string[at] = passed;
  }
  shape(signal, 0.001, between(random, 0.25, 0.5), 0.03);
  return signal;
};

/**
 * Takes the corner off a sawtooth's step, one sample wide on either side (polynomial BLEP, Välimäki &
 * Huovilainen 2007).
 */
const corner = (phase: number, step: number): number => {
  if (phase < step) return 2 * (phase / step) - (phase / step) ** 2 - 1;
  if (phase > 1 - step) return ((phase - 1) / step) ** 2 + (2 * (phase - 1)) / step + 1;
  return 0;
};

/**
 * A bowed string: stick and slip make a sawtooth, with vibrato and the bow's noise, through the body's
 * resonances.
 */
export const bowed = (random: Random): Vec => {
  const signal = new Float32Array(soundLength);
  const pitch = pitchBetween(random, 180, 800);
  const depth = between(random, 0.004, 0.015);
  const beat = between(random, 4.5, 7);
  const scratch = between(random, 0.05, 0.2);
  let phase = random.uniform();
  for (let i = 0; i < soundLength; i++) {
    const step = (pitch * (1 + depth * Math.sin((2 * Math.PI * beat * i) / sampleRate))) / sampleRate;
    phase += step;
    if (phase >= 1) phase -= 1;
    signal[i] = 2 * phase - 1 - corner(phase, step) + scratch * (random.uniform() - 0.5);
  }
  const dry = signal.slice();
  resonate(signal, 480 * between(random, 0.9, 1.1), 250);
  for (let i = 0; i < soundLength; i++) signal[i] = 0.4 * signal[i] + dry[i];
  shape(signal, between(random, 0.06, 0.15), between(random, 0.3, 0.5), between(random, 0.05, 0.1));
  return signal;
};
