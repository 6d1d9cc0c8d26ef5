import type { Vec } from '../../lab/oracle.ts';
import type { Random } from '../../lab/random.ts';
import { between, pitchBetween, resonate, sampleRate, shape, soundLength } from './signal.ts';

/** A vowel that can be synthesised. */
export type Vowel = 'a' | 'e' | 'i' | 'o' | 'u';

/** The first three formants of an adult in Hz, set by ear between the closed and open forms of each vowel. */
const formants: Readonly<Record<Vowel, readonly [number, number, number]>> = {
  a: [730, 1150, 2500],
  e: [480, 1950, 2600],
  i: [280, 2300, 3000],
  o: [460, 800, 2450],
  u: [290, 680, 2250],
};

/**
 * How far the glottis is open at a phase 0 … 1: opens along a half cosine, closes faster, stays shut (after
 * Rosenberg 1971).
 */
const glottis = (phase: number): number => {
  if (phase < 0.4) return 0.5 - 0.5 * Math.cos((Math.PI * phase) / 0.4);
  return phase < 0.56 ? Math.cos((Math.PI * (phase - 0.4)) / 0.32) : 0;
};

/**
 * A sung or spoken vowel: glottal pulses, their pitch gliding and trembling, through three formants of a
 * throat at random.
 */
export const vowel = (name: Vowel, random: Random): Vec => {
  const signal = new Float32Array(soundLength);
  const pitch = pitchBetween(random, 85, 260);
  const glide = between(random, -0.15, 0.15);
  const tremble = between(random, 0, 0.015);
  const beat = between(random, 4, 7);
  const breath = between(random, 0.005, 0.05);
  let phase = random.uniform();
  let last = glottis(phase);
  for (let i = 0; i < soundLength; i++) {
    const t = i / sampleRate;
    phase += (pitch * (1 + 2 * glide * t + tremble * Math.sin(2 * Math.PI * beat * t))) / sampleRate;
    if (phase >= 1) phase -= 1;
    const open = glottis(phase);
    // Lips radiate the change of the flow, not the flow.
    signal[i] = open - last + breath * open * (random.uniform() - 0.5);
    last = open;
  }
  const throat = between(random, 0.93, 1.12);
  formants[name].forEach((frequency, k) =>
    resonate(
      signal,
      frequency * throat * between(random, 0.97, 1.03),
      (60 + 30 * k) * between(random, 0.8, 1.5),
    ),
  );
  const end = between(random, 0.22, 0.5);
  shape(signal, between(random, 0.01, 0.06), end, between(random, 0.03, 0.1));
  return signal;
};
