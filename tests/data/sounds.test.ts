import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fromBox,
  sampleRate,
  soundLength,
  soundNames,
  synthesise,
  toBox,
} from '../../src/data/sounds/sounds.ts';
import { between, resonate } from '../../src/data/sounds/signal.ts';
import { random } from '../../src/lab/random.ts';
import type { Vec } from '../../src/lab/oracle.ts';

const anySound = fc.record({ kind: fc.nat(9), seed: fc.nat() });

/** The strength of a signal at a frequency in Hz (Goertzel's sum). */
const strength = (signal: Vec, frequency: number): number => {
  let [re, im] = [0, 0];
  signal.forEach((value, i) => {
    re += value * Math.cos((2 * Math.PI * frequency * i) / sampleRate);
    im += value * Math.sin((2 * Math.PI * frequency * i) / sampleRate);
  });
  return Math.hypot(re, im);
};

/** Mean strength over a band. */
const band = (signal: Vec, low: number, high: number): number => {
  let sum = 0;
  for (let frequency = low; frequency < high; frequency += 20) sum += strength(signal, frequency);
  return sum / ((high - low) / 20);
};

describe('A synthesised sound', () => {
  it('is half a second between −1 and 1, neither silent nor louder than its kind of loudness allows', () =>
    fc.assert(
      fc.property(anySound, ({ kind, seed }) => {
        const sound = synthesise(kind, random(seed));
        expect(sound).toHaveLength(soundLength);
        const peak = sound.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
        expect(peak).toBeLessThanOrEqual(1);
        expect(peak).toBeGreaterThan(0.25);
      }),
      { numRuns: 60 },
    ));

  it('is a function of its kind and seed alone', () =>
    fc.assert(
      fc.property(anySound, ({ kind, seed }) => {
        expect(synthesise(kind, random(seed))).toEqual(synthesise(kind, random(seed)));
        expect(synthesise(kind, random(seed))).not.toEqual(synthesise(kind, random(seed + 1)));
        expect(synthesise(kind, random(seed))).not.toEqual(synthesise((kind + 1) % 10, random(seed)));
      }),
      { numRuns: 20 },
    ));

  it('survives the way into the box and back', () => {
    const sound = synthesise(7, random('bell'));
    const boxed = toBox(sound);
    expect(boxed.every((value) => value >= 0 && value <= 1)).toBe(true);
    fromBox(boxed).forEach((value, i) => expect(value).toBeCloseTo(sound[i] ?? NaN, 6));
  });

  it('is refused where there is no such kind', () => {
    expect(() => synthesise(soundNames.length, random(1))).toThrow(RangeError);
  });
});

describe('Vowels', () => {
  it('differ as their formants do: i is stronger than a around 2300 Hz, a stronger than i around 900 Hz', () => {
    for (let seed = 0; seed < 10; seed++) {
      const [a, i] = [synthesise(0, random(seed)), synthesise(2, random(seed))];
      const relative = (sound: Vec): number => band(sound, 2100, 2600) / band(sound, 700, 1300);
      expect(relative(i)).toBeGreaterThan(relative(a));
    }
  });
});

describe('A resonance', () => {
  it('leaves a constant as it is in the end, and rings at its frequency', () => {
    const constant = new Float32Array(soundLength).fill(1);
    resonate(constant, 500, 100);
    expect(constant[soundLength - 1]).toBeCloseTo(1, 3);
    const impulse = new Float32Array(soundLength);
    impulse[0] = 1;
    resonate(impulse, 500, 60);
    for (const off of [350, 430, 570, 650])
      expect(strength(impulse, 500)).toBeGreaterThan(strength(impulse, off));
  });

  it('draws numbers between its bounds', () => {
    const stream = random('between');
    for (let i = 0; i < 100; i++) expect(Math.abs(between(stream, 2, 3) - 2.5)).toBeLessThanOrEqual(0.5);
  });
});
