import type { Shape } from '../lab/black-box/shape.ts';
import type { Vec } from '../lab/oracle.ts';

/** Which source pixels an output pixel covers along one side, and how much of each; the shares sum to 1. */
const covered = (
  i: number,
  from: number,
  to: number,
): readonly (readonly [place: number, share: number])[] => {
  const [start, end] = [(i * from) / to, ((i + 1) * from) / to];
  const places = Array.from(
    { length: Math.ceil(end - 1e-9) - Math.floor(start) },
    (_, k) => Math.floor(start) + k,
  );
  return places.map(
    (place) => [place, (Math.min(end, place + 1) - Math.max(start, place)) / (end - start)] as const,
  );
};

/** How much red, green and blue count for the light of a pixel (ITU-R BT.601). */
const light = [0.299, 0.587, 0.114] as const;

const recoloured = (x: Vec, from: number, to: number): Vec => {
  if (from === to) return x;
  const pixels = x.length / from;
  if (to === 3) return Float32Array.from({ length: 3 * pixels }, (_, i) => x[Math.floor(i / 3)]);
  return Float32Array.from({ length: pixels }, (_, p) =>
    light.reduce((sum, weight, c) => sum + weight * x[3 * p + c], 0),
  );
};

/**
 * A picture in another size and with another number of channels (1 or 3): every new pixel is the mean of the
 * area that it covers, grey is the light of the colours.
 */
export const resampled = (x: Vec, from: Shape, to: Shape): Vec => {
  const { channels } = from;
  if (from.height === to.height && from.width === to.width) return recoloured(x, channels, to.channels);
  const rows = Array.from({ length: to.height }, (_, y) => covered(y, from.height, to.height));
  const columns = Array.from({ length: to.width }, (_, i) => covered(i, from.width, to.width));
  const out = new Float32Array(to.height * to.width * channels);
  rows.forEach((lines, y) => {
    columns.forEach((places, i) => {
      for (let c = 0; c < channels; c++) {
        let sum = 0;
        for (const [line, high] of lines) {
          for (const [place, wide] of places)
            sum += high * wide * x[(line * from.width + place) * channels + c];
        }
        out[(y * to.width + i) * channels + c] = sum;
      }
    });
  });
  return recoloured(out, channels, to.channels);
};

/** The value below which that share of all lies. */
const quantile = (values: Vec, share: number): number =>
  values.toSorted()[Math.round(share * (values.length - 1))];

/** Ink on paper as nets for digits know it: the paper black, the ink white, whatever the light was. */
export const inkOnBlack = (grey: Vec): Vec => {
  const [ink, paper] = [quantile(grey, 0.01), quantile(grey, 0.75)];
  if (paper - ink < 0.02) return grey.map((value) => 1 - value);
  return grey.map((value) =>
    Math.min(1, Math.max(0, (0.9 * paper + 0.1 * ink - value) / (0.9 * (paper - ink)))),
  );
};

/**
 * Whether a square grey picture looks like dark ink on light paper: its rim is nearer to the lightest than to
 * the darkest.
 */
export const looksLikeInkOnPaper = (grey: Vec): boolean => {
  const side = Math.round(Math.sqrt(grey.length));
  const isRim = (place: number): boolean => place === 0 || place === side - 1;
  const rim = grey.filter((_, i) => isRim(i % side) || isRim(Math.floor(i / side)));
  return quantile(rim, 0.5) > (quantile(grey, 0.01) + quantile(grey, 0.99)) / 2;
};
