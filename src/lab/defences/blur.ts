import type { Vec } from '../oracle.ts';
import type { PictureShape, Preprocessing } from './preprocessing.ts';

/** The Gaussian bell at the whole numbers up to four widths away, with sum 1. */
const bell = (sigma: number): Float64Array => {
  const reach = Math.ceil(4 * sigma);
  const heights = Float64Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-(((i - reach) / sigma) ** 2) / 2),
  );
  const sum = heights.reduce((a, b) => a + b, 0);
  return heights.map((height) => height / sum);
};

/**
 * Numbers along one axis of a picture: `count` of them, `stride` apart, in each of the lines that start at
 * `starts`.
 */
interface Axis {
  readonly count: number;
  readonly stride: number;
  readonly starts: readonly number[];
}

const axes = ([h, w, c]: PictureShape): readonly Axis[] => [
  { count: h, stride: w * c, starts: Array.from({ length: w * c }, (_, i) => i) },
  {
    count: w,
    stride: c,
    starts: Array.from({ length: h * c }, (_, i) => Math.floor(i / c) * w * c + (i % c)),
  },
];

/**
 * Convolves along one axis, the picture going on beyond its edges as it is at the edge; or does the
 * transposed of that.
 */
const along = (
  x: Float64Array,
  { count, stride, starts }: Axis,
  kernel: Float64Array,
  back: boolean,
): Float64Array => {
  const reach = (kernel.length - 1) / 2;
  const out = new Float64Array(x.length);
  for (const start of starts) {
    for (let to = 0; to < count; to++) {
      for (let k = -reach; k <= reach; k++) {
        const near = start + Math.min(count - 1, Math.max(0, to + k)) * stride;
        const here = start + to * stride;
        const [i, j] = back ? [near, here] : [here, near];
        out[i] += kernel[k + reach] * x[j];
      }
    }
  }
  return out;
};

/**
 * A Gaussian blur of that standard deviation in pixels, each channel by itself; 0 leaves the picture as it
 * is. Linear, so its reverse pass is exact.
 */
export const gaussianBlur = (shape: PictureShape, sigma: number): Preprocessing => {
  const kernel = sigma === 0 ? Float64Array.of(1) : bell(sigma);
  const lines = axes(shape);
  const both = (x: Vec, back: boolean): Vec =>
    Float32Array.from(
      lines.reduce<Float64Array>((y, axis) => along(y, axis, kernel, back), Float64Array.from(x)),
    );
  return {
    id: `blur-${sigma}`,
    title: `Gaussian blur, σ = ${sigma}`,
    source: 'xu2018feature',
    apply: (x) => both(x, false),
    back: (_, gradient) => both(gradient, true),
  };
};
