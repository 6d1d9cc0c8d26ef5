/**
 * How the numbers of an input lie: row by row, in each row place by place, the channels of a place beside
 * each other.
 */
export interface Shape {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

/**
 * The shape of so many numbers: a grey or else a coloured square where they make one, otherwise one line, as
 * a sound is.
 */
export const shapeOf = (dimension: number): Shape => {
  for (const channels of [1, 3]) {
    const side = Math.round(Math.sqrt(dimension / channels));
    if (side * side * channels === dimension) return { height: side, width: side, channels };
  }
  return { height: 1, width: dimension, channels: 1 };
};

/** A window of a picture: some rows and columns of it. */
export interface Window {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

/** The places of a window in one channel of a picture of that shape, row by row. */
export const placesOf = ({ width, channels }: Shape, window: Window, channel: number): Int32Array =>
  Int32Array.from({ length: window.height * window.width }, (_, i) => {
    const y = window.top + Math.floor(i / window.width);
    const x = window.left + (i % window.width);
    return (y * width + x) * channels + channel;
  });
