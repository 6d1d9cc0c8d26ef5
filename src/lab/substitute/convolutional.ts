import type { Shape } from '../black-box/shape.ts';
import type { Random } from '../random.ts';
import { convolution } from './convolution.ts';
import { denseLayer } from './dense.ts';
import { pool } from './pool.ts';
import type { Layer, SmallNet } from './small-net.ts';

/** Some rows and columns of a picture, one channel or all. */
interface Looks {
  readonly height: number;
  readonly width: number;
}

/** As many rows and columns as there are, up to so many. */
const upTo = (most: number, { height, width }: Shape): Looks => ({
  height: Math.min(most, height),
  width: Math.min(most, width),
});

/**
 * Which number of a picture each number of each window is: windows row by row, so many places apart, those
 * that lie within the picture; of all channels, or of each channel in turn.
 */
const windowsOf = (shape: Shape, looks: Looks, apart: Looks, each: boolean): Int32Array => {
  const { height, width, channels } = shape;
  const found: number[] = [];
  for (let top = 0; top + looks.height <= height; top += apart.height) {
    for (let left = 0; left + looks.width <= width; left += apart.width) {
      for (let first = 0; first < (each ? channels : 1); first++) {
        for (let y = top; y < top + looks.height; y++) {
          for (let x = left; x < left + looks.width; x++) {
            const at = (y * width + x) * channels;
            if (each) found.push(at + first);
            else for (let c = 0; c < channels; c++) found.push(at + c);
          }
        }
      }
    }
  }
  return Int32Array.from(found);
};

const sizeOf = ({ height, width, channels }: Shape): number => height * width * channels;

/** The shape of what filters put out, and of what is left of it where the largest of 2 × 2 is kept. */
const stage = (
  shape: Shape,
  filters: number,
  random: Random,
): { readonly layers: readonly Layer[]; readonly to: Shape } => {
  const looks = upTo(5, shape);
  const between: Shape = {
    height: shape.height - looks.height + 1,
    width: shape.width - looks.width + 1,
    channels: filters,
  };
  const four = upTo(2, between);
  const to: Shape = {
    height: Math.floor(between.height / four.height),
    width: Math.floor(between.width / four.width),
    channels: filters,
  };
  const seen = {
    windows: windowsOf(shape, looks, { height: 1, width: 1 }, false),
    size: looks.height * looks.width * shape.channels,
  };
  const kept = { windows: windowsOf(between, four, four, true), size: four.height * four.width };
  return { layers: [convolution(sizeOf(shape), seen, filters, random), pool(sizeOf(between), kept)], to };
};

/**
 * A convolutional net for pictures of that shape: for each number of filters windows of 5 × 5 and the largest
 * of 2 × 2, then a dense layer for the classes (LeCun et al. 1998).
 */
export const convolutionalNet = (
  shape: Shape,
  filters: readonly number[],
  classes: number,
  random: Random,
): SmallNet => {
  let now = shape;
  const layers: Layer[] = [];
  for (const count of filters) {
    const next = stage(now, count, random);
    layers.push(...next.layers);
    now = next.to;
  }
  return [...layers, denseLayer(sizeOf(now), classes, random)];
};
