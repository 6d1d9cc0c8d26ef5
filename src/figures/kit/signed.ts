/** Mid-grey: no change. */
const middle = [128, 128, 128] as const;
/** Full scale up and down: orange and blue, apart in every common colour vision, on any ground, in both schemes. */
const up = [255, 138, 20] as const;
const down = [10, 92, 255] as const;

/** Share of the changes that may lie beyond the scale, where one pixel moves much further than all others. */
const beyond = 0.01;

/**
 * The power of two (1 … 128) that brings the largest change nearest to full scale, the same for both signs; all but the
 * largest hundredth of the changes stay within the scale. 1 where nothing changes. Changes are shares of the whole range
 * of a pixel.
 */
export const magnificationFor = (perturbation: Float32Array): number => {
  const sizes = perturbation.map(Math.abs).sort();
  const largest = sizes[Math.max(0, Math.ceil((1 - beyond) * sizes.length) - 1)] ?? 0;
  if (largest === 0) return 1;
  let magnification = 1;
  // Half a grey level of room, so that 0.5 in 32 bits still doubles to 1.
  while (magnification < 128 && largest * magnification * 2 <= 1 + 1 / 510) magnification *= 2;
  return magnification;
};

/** A signed change as RGB pixels around mid-grey: orange where it adds light, blue where it takes some. */
export const signedPixels = (perturbation: Float32Array, magnification: number): Uint8Array => {
  const out = new Uint8Array(perturbation.length * 3);
  perturbation.forEach((value, i) => {
    const share = Math.min(1, Math.abs(value) * magnification);
    const end = value < 0 ? down : up;
    middle.forEach((grey, c) => (out[3 * i + c] = Math.round(grey + share * ((end[c] as number) - grey))));
  });
  return out;
};
