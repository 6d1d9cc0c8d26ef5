import { soundLength, soundNames, synthesise, toBox } from '../../data/sounds/sounds.ts';
import { random } from '../../lab/random.ts';
import type { Rows, Task } from './task.ts';

/** Synthesised sounds, every one of them new: an epoch is a number of sounds, not a set. */
export interface SoundsPlan {
  readonly kind: 'sounds';
  /** Sounds in one epoch. */
  readonly count: number;
}

const trialCount = 2000;

/**
 * Sounds `from` to `to` of those that a net is judged by; sound i is of kind i mod 10, from a seed that
 * training never draws from.
 */
export const freshSounds = (from: number, to: number): Rows => {
  const x = new Float32Array((to - from) * soundLength);
  const labels = Int32Array.from({ length: to - from }, (_, i) => (from + i) % soundNames.length);
  labels.forEach((kind, i) =>
    x.set(toBox(synthesise(kind, random('fresh sounds').fork(from + i))), i * soundLength),
  );
  return { x, labels };
};

/** The task of telling kinds of sounds apart. */
export const soundsTask = (plan: SoundsPlan): Task => ({
  data: { name: 'synthesised sounds', train: [], test: [] },
  count: plan.count,
  example: (index, stream) => {
    const label = index % soundNames.length;
    return { x: toBox(synthesise(label, stream)), label };
  },
  trials: [{ name: 'fresh sounds', count: trialCount, rows: freshSounds }],
});
