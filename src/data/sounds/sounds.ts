import type { Vec } from '../../lab/oracle.ts';
import type { Random } from '../../lab/random.ts';
import { largestSize, mapped } from '../../lab/vec.ts';
import { bell, burst, siren } from './objects.ts';
import { reverberate } from './room.ts';
import { between, delayed } from './signal.ts';
import { bowed, plucked } from './strings.ts';
import { vowel } from './vowel.ts';

export { sampleRate, soundLength } from './signal.ts';

const kinds: readonly { readonly name: string; readonly make: (random: Random) => Vec }[] = [
  { name: 'a', make: (random) => vowel('a', random) },
  { name: 'e', make: (random) => vowel('e', random) },
  { name: 'i', make: (random) => vowel('i', random) },
  { name: 'o', make: (random) => vowel('o', random) },
  { name: 'u', make: (random) => vowel('u', random) },
  { name: 'plucked string', make: plucked },
  { name: 'bowed string', make: bowed },
  { name: 'bell', make: bell },
  { name: 'noise burst', make: burst },
  { name: 'siren', make: siren },
];

/** The kinds of sounds by their labels 0 … 9; the first five are vowels. */
export const soundNames: readonly string[] = kinds.map(({ name }) => name);

/**
 * A sound of that kind, 4000 samples at 8 kHz between −1 and 1: pitch, length, start, loudness and room are
 * drawn, and there is a little noise. Throws a RangeError if there is no such kind.
 */
export const synthesise = (kind: number, random: Random): Vec => {
  const made = kinds[kind]?.make(random);
  if (!made) throw new RangeError(`There is no sound ${kind}.`);
  const heard = delayed(reverberate(made, random), between(random, 0, 0.08));
  const gain = between(random, 0.3, 0.95) / (largestSize(heard) || 1);
  const noise = between(random, 0.001, 0.006);
  return mapped(heard, (value) => {
    const loud = gain * value + noise * random.normal();
    return Math.max(-1, Math.min(1, loud));
  });
};

/** A sound in the box 0 … 1 in which the laboratory's nets and attacks work: (s + 1) / 2; silence is ½. */
export const toBox = (sound: Vec): Vec => mapped(sound, (value) => (value + 1) / 2);

/** The sound of numbers in the box: 2x − 1. */
export const fromBox = (x: Vec): Vec => mapped(x, (value) => 2 * value - 1);
