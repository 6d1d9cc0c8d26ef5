import { digitSide, digitSize } from './digit.ts';
import { smoothStroke, type CurvePoint } from './ink-curve.ts';
import type { Ink } from './ink.ts';

/** The box a digit of MNIST fills, in pixels. */
const box = 20;
/** MNIST puts the centre of mass at pixel 14, counted from 0; the middle of that pixel lies at 14.5. */
const centre = 14.5;
/** A drawing smaller than this, in units of the pad, is not enlarged further: a dot stays a dot. */
const smallest = 64;
/** The mean width of the pen, in pixels: about what nine in ten digits of MNIST have. */
const pen = { min: 2, max: 3.4 } as const;
/** No part of a stroke is thinner or thicker than that, in pixels. */
const width = { min: 1.2, max: 5 } as const;

const clamp = (value: number, { min, max }: { readonly min: number; readonly max: number }): number =>
  Math.min(max, Math.max(min, value));

/** A stroke in pixels: places and half widths, at a scale. */
const atScale = (
  strokes: readonly (readonly CurvePoint[])[],
  scale: number,
): readonly (readonly CurvePoint[])[] => {
  const points = strokes.flat();
  const mean = points.reduce((sum, point) => sum + point.width, 0) / points.length;
  const widen = clamp(mean * scale, pen) / mean;
  return strokes.map((stroke) =>
    stroke.map((point) => ({
      x: point.x * scale,
      y: point.y * scale,
      width: clamp(point.width * widen, width),
    })),
  );
};

interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const boundsOf = (strokes: readonly (readonly CurvePoint[])[]): Bounds => {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width: w } of strokes.flat()) {
    left = Math.min(left, x - w / 2);
    right = Math.max(right, x + w / 2);
    top = Math.min(top, y - w / 2);
    bottom = Math.max(bottom, y + w / 2);
  }
  return { left, top, right, bottom };
};

/** The drawing at the largest scale at which it fits the box, pen and all; the pen keeps a digit's width. */
const fit = (strokes: readonly (readonly CurvePoint[])[]): readonly (readonly CurvePoint[])[] => {
  let low = 0;
  let high = box / smallest;
  const fits = (scale: number): boolean => {
    const { left, top, right, bottom } = boundsOf(atScale(strokes, scale));
    return Math.max(right - left, bottom - top) <= box;
  };
  if (fits(high)) return atScale(strokes, high);
  for (let i = 0; i < 30; i++) {
    const scale = (low + high) / 2;
    if (fits(scale)) low = scale;
    else high = scale;
  }
  return atScale(strokes, low);
};

/** Darkens the pixels that one piece of a stroke covers; a pixel on its edge in part. */
const stamp = (picture: Float64Array, a: CurvePoint, b: CurvePoint, dx: number, dy: number): void => {
  const reach = Math.max(a.width, b.width) / 2 + 1;
  const [ax, ay, bx, by] = [a.x + dx, a.y + dy, b.x + dx, b.y + dy];
  const length2 = (bx - ax) ** 2 + (by - ay) ** 2;
  const from = (low: number): number => Math.max(0, Math.floor(low - reach));
  const to = (high: number): number => Math.min(digitSide - 1, Math.ceil(high + reach));
  for (let row = from(Math.min(ay, by)); row <= to(Math.max(ay, by)); row++) {
    for (let column = from(Math.min(ax, bx)); column <= to(Math.max(ax, bx)); column++) {
      const [px, py] = [column + 0.5, row + 0.5];
      const along = length2 === 0 ? 0 : ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length2;
      const t = clamp(along, { min: 0, max: 1 });
      const gap = Math.hypot(px - ax - t * (bx - ax), py - ay - t * (by - ay));
      const cover = clamp((a.width + t * (b.width - a.width)) / 2 - gap + 0.5, { min: 0, max: 1 });
      const at = row * digitSide + column;
      picture[at] = Math.max(picture[at], cover);
    }
  }
};

const paint = (strokes: readonly (readonly CurvePoint[])[], dx: number, dy: number): Float64Array => {
  const picture = new Float64Array(digitSize);
  for (const stroke of strokes) {
    stroke.forEach((point, i) => stamp(picture, stroke[i - 1] ?? point, point, dx, dy));
  }
  return picture;
};

/** The centre of mass of a picture (pixel middles at halves); the middle of an empty one. */
const massCentre = (picture: Float64Array): readonly [x: number, y: number] => {
  let [mass, x, y] = [0, 0, 0];
  picture.forEach((value, i) => {
    mass += value;
    x += value * ((i % digitSide) + 0.5);
    y += value * (Math.floor(i / digitSide) + 0.5);
  });
  return mass === 0 ? [centre, centre] : [x / mass, y / mass];
};

/**
 * A drawing as the net's training pictures were made (LeCun et al. 1998, MNIST): fitted into 20 × 20 pixels
 * keeping its proportions, its centre of mass at the middle of 28 × 28, white on black, edges softened. 784
 * grey levels, row after row; all 0 for an empty drawing. A lopsided drawing is moved less, so that nothing
 * of it is cut off.
 */
export const rasteriseInk = (ink: Ink): Uint8Array<ArrayBuffer> => {
  const drawn = ink.map((stroke) => smoothStroke(stroke)).filter((stroke) => stroke.length > 0);
  if (drawn.length === 0) return new Uint8Array(digitSize);
  const strokes = fit(drawn);
  const { left, top, right, bottom } = boundsOf(strokes);
  let dx = centre - (left + right) / 2;
  let dy = centre - (top + bottom) / 2;
  // Softened edges depend on where the grid lies, so the centre is found by a few corrections.
  for (let i = 0; i < 4; i++) {
    const [x, y] = massCentre(paint(strokes, dx, dy));
    dx = clamp(dx + centre - x, { min: 0.5 - left, max: digitSide - 0.5 - right });
    dy = clamp(dy + centre - y, { min: 0.5 - top, max: digitSide - 0.5 - bottom });
  }
  return Uint8Array.from(paint(strokes, dx, dy), (cover) => Math.round(255 * cover));
};
