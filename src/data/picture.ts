/** A picture of the reader's, cut square: it stays in the tab, and no link carries it. */
export interface ReaderPicture {
  /** Where it comes from: the file's name, 'pasted' or 'camera'. */
  readonly name: string;
  /** Pixels along each side. */
  readonly side: number;
  /** side × side × 3 samples of red, green and blue, row by row, 0 … 255. */
  readonly pixels: Uint8Array;
  /** Tells it from any other. */
  readonly key: string;
}

/** FNV-1a of the samples, in eight hexadecimal digits. */
const keyOf = (pixels: Uint8Array): string => {
  let h = 0x811c9dc5;
  for (const value of pixels) h = Math.imul(h ^ value, 0x01000193);
  return (h >>> 0).toString(16).padStart(8, '0');
};

/** A picture from the RGBA samples of a canvas; what is transparent stands on white. */
export const readerPicture = (name: string, side: number, rgba: ArrayLike<number>): ReaderPicture => {
  const pixels = Uint8Array.from({ length: 3 * side * side }, (_, i) => {
    const at = 4 * Math.floor(i / 3);
    const alpha = (rgba[at + 3] ?? 255) / 255;
    return Math.round(alpha * (rgba[at + (i % 3)] ?? 0) + 255 * (1 - alpha));
  });
  return { name, side, pixels, key: keyOf(pixels) };
};
