/** Pixels on a side of a digit's picture, as MNIST has them. */
export const digitSide = 28;

/** Pixels of a digit's picture. */
export const digitSize = digitSide ** 2;

/** Height, width and channels of a digit's picture. */
export const digitShape = [digitSide, digitSide, 1] as const;

/** One of several digits' pictures that lie one after the other: a view, not a copy. */
export const digitAt = (pictures: Uint8Array, i: number): Uint8Array =>
  pictures.subarray(i * digitSize, (i + 1) * digitSize);
