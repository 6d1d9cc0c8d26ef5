/**
 * The frequency, between −rate/2 and rate/2, that samples taken `rate` times a second show of a true one: the
 * one that differs from it by a whole multiple of the rate (Shannon 1949).
 */
export const alias = (frequency: number, rate: number): number =>
  frequency - rate * Math.floor(frequency / rate + 0.5);

/**
 * A square picture made `factor` times as large: values in between along straight lines, beyond the edge as
 * at the edge.
 */
export const enlarge = (picture: Float32Array, side: number, factor: number): Float32Array<ArrayBuffer> => {
  const large = side * factor;
  const at = (y: number, x: number): number =>
    picture[Math.min(side - 1, Math.max(0, y)) * side + Math.min(side - 1, Math.max(0, x))];
  return Float32Array.from({ length: large * large }, (_, i) => {
    const y = (Math.floor(i / large) + 0.5) / factor - 0.5;
    const x = ((i % large) + 0.5) / factor - 0.5;
    const [top, left] = [Math.floor(y), Math.floor(x)];
    const [v, u] = [y - top, x - left];
    return (
      (1 - v) * ((1 - u) * at(top, left) + u * at(top, left + 1)) +
      v * ((1 - u) * at(top + 1, left) + u * at(top + 1, left + 1))
    );
  });
};

/** Where, in a cell of so many pixels across, the one pixel lies that `everyNth` keeps. */
export const kept = (factor: number): number => Math.floor(factor / 2);

/**
 * A square picture of side·factor pixels made smaller by keeping one pixel of each cell: what samples without
 * a filter see.
 */
export const everyNth = (picture: Float32Array, side: number, factor: number): Float32Array<ArrayBuffer> => {
  const middle = kept(factor);
  return Float32Array.from({ length: side * side }, (_, i) => {
    const y = Math.floor(i / side) * factor + middle;
    return picture[y * side * factor + (i % side) * factor + middle];
  });
};

/** The same by the mean of each cell: the filter that keeps what is finer than the new pixels out. */
export const cellMeans = (picture: Float32Array, side: number, factor: number): Float32Array<ArrayBuffer> => {
  const sums = new Float32Array(side * side);
  const large = side * factor;
  picture.forEach((value, i) => {
    const cell = Math.floor(Math.floor(i / large) / factor) * side + Math.floor((i % large) / factor);
    sums[cell] += value / factor ** 2;
  });
  return sums;
};

/**
 * A picture as `everyNth` will see another: the large one with its kept pixels moved to the small one's, all
 * the way at `share` 1.
 */
export const hidden = (
  large: Float32Array,
  small: Float32Array,
  side: number,
  factor: number,
  share: number,
): Float32Array<ArrayBuffer> => {
  const out = Float32Array.from(large);
  const middle = kept(factor);
  small.forEach((value, i) => {
    const at = (Math.floor(i / side) * factor + middle) * side * factor + (i % side) * factor + middle;
    out[at] = (1 - share) * out[at] + share * value;
  });
  return out;
};
