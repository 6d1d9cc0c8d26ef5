import { fromBox, synthesise, toBox } from '../../data/sounds/sounds.ts';
import { spectrogram, spectrogramPicture } from '../../data/sounds/spectrogram.ts';
import { balls } from '../../lab/balls/index.ts';
import { unitBox } from '../../lab/box.ts';
import type { Vec } from '../../lab/oracle.ts';
import { random } from '../../lab/random.ts';
import { add, clip, length, mapped, subtract } from '../../lab/vec.ts';
import { pictureRange, type HearFrame } from './frame.ts';
import type { HearState } from './params.ts';

const loudest = 32767;

type Samples = Int16Array<ArrayBuffer>;

/** A sound of the box 0 … 1 in 16 bits, as a file holds it. */
export const toBits = (x: Vec): Samples =>
  Int16Array.from(fromBox(x), (value) => Math.round(loudest * value));

/** 16-bit samples as numbers of the box 0 … 1. */
export const fromBits = (samples: Int16Array): Vec =>
  toBox(Float32Array.from(samples, (value) => value / loudest));

/** The sound of a state in 16 bits, without any noise. */
export const soundOf = ({ kind, seed }: HearState): Samples =>
  toBits(toBox(synthesise(Number(kind), random('heard').fork(Number(kind)).fork(seed))));

/** The sound with random noise of the state's seed, as loud as what was added to it in `heard`. */
export const controlOf = (state: HearState, sound: Int16Array, heard: Int16Array): Samples => {
  const x0 = fromBits(sound);
  const size = length(subtract(fromBits(heard), x0));
  const hiss = balls.l2.sampleOfSize(x0.length, 1, random(state.seed).fork('hiss'));
  return toBits(
    clip(
      add(
        x0,
        mapped(hiss, (value) => size * value),
      ),
      unitBox,
    ),
  );
};

/**
 * What a frame lets one hear and see: each sound in 16 bits, and pictures of them and of both noises on one
 * scale.
 */
export interface Heard {
  readonly sound: Int16Array;
  readonly heard: Int16Array;
  readonly control: Int16Array;
  readonly pictures: Readonly<Record<'sound' | 'noise' | 'heard' | 'hiss' | 'control', Uint8Array>>;
}

const pictureOf = (sound: Vec): Uint8Array => spectrogramPicture(spectrogram(sound), pictureRange);

const known = new WeakMap<Int16Array, Heard>();

/** All that a frame's noise stands for; remembered, as both layouts and the players ask for it. */
export const heardIn = (state: HearState, { noise }: HearFrame): Heard => {
  const old = known.get(noise);
  if (old !== undefined) return old;
  const sound = soundOf(state);
  // Differences of 16 bits wrap around, and so do sums: what comes out is what went in.
  const heard = sound.map((value, i) => value + (noise[i] ?? 0));
  const control = controlOf(state, sound, heard);
  const played = (bits: Samples): Vec => fromBox(fromBits(bits));
  const [plain, chosen, chance] = [played(sound), played(heard), played(control)];
  const fresh: Heard = {
    sound,
    heard,
    control,
    pictures: {
      sound: pictureOf(plain),
      noise: pictureOf(subtract(chosen, plain)),
      heard: pictureOf(chosen),
      hiss: pictureOf(subtract(chance, plain)),
      control: pictureOf(chance),
    },
  };
  known.set(noise, fresh);
  return fresh;
};
