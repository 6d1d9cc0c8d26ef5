import { numberAt } from '../../../lab/vec.ts';

/** Mid-grey: no change. */
const middle = [128, 128, 128] as const;
/**
 * Full scale up and down: orange and blue, apart in every common colour vision, on any ground, in both
 * schemes.
 */
const up = [255, 138, 20] as const;
const down = [10, 92, 255] as const;

/**
 * A signed change (shares of the whole range of a pixel) as RGB pixels around mid-grey: orange where it adds
 * light, blue where it takes some; a change of 1 / `magnification` and more in full colour.
 */
export const signedPixels = (perturbation: Float32Array, magnification: number): Uint8Array => {
  const out = new Uint8Array(perturbation.length * 3);
  perturbation.forEach((value, i) => {
    const share = Math.min(1, Math.abs(value) * magnification);
    const end = value < 0 ? down : up;
    middle.forEach((grey, c) => (out[3 * i + c] = Math.round(grey + share * (numberAt(end, c) - grey))));
  });
  return out;
};

/** What was done to a picture, as shares of the whole range of a pixel. */
export const changeOf = (after: Uint8Array, before: Uint8Array): Float32Array =>
  Float32Array.from(after, (value, i) => (value - (before[i] ?? 0)) / 255);

/**
 * A signed change of red, green and blue samples around mid-grey, each sample for itself; full scale as
 * above.
 */
const signedSamples = (perturbation: Float32Array, magnification: number): Uint8Array =>
  Uint8Array.from(perturbation, (value) =>
    Math.round(128 + 127 * Math.max(-1, Math.min(1, value * magnification))),
  );

/**
 * A signed change of a picture as RGB pixels: grey pictures in two colours, coloured ones channel by channel.
 */
export const signedPicture = (
  perturbation: Float32Array,
  channels: 1 | 3,
  magnification: number,
): Uint8Array =>
  channels === 1 ? signedPixels(perturbation, magnification) : signedSamples(perturbation, magnification);
