/** Mid-grey: no change. */
const middle = [128, 128, 128] as const;
/** Full scale up and down: orange and blue, apart in every common colour vision, on any ground, in both schemes. */
const up = [255, 138, 20] as const;
const down = [10, 92, 255] as const;

/**
 * A signed change (shares of the whole range of a pixel) as RGB pixels around mid-grey: orange where it adds light, blue
 * where it takes some; a change of 1 / `magnification` and more in full colour.
 */
export const signedPixels = (perturbation: Float32Array, magnification: number): Uint8Array => {
  const out = new Uint8Array(perturbation.length * 3);
  perturbation.forEach((value, i) => {
    const share = Math.min(1, Math.abs(value) * magnification);
    const end = value < 0 ? down : up;
    middle.forEach((grey, c) => (out[3 * i + c] = Math.round(grey + share * ((end[c] as number) - grey))));
  });
  return out;
};
