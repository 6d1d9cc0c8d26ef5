import type { InkPoint } from './ink.ts';

/** A point of a smooth stroke: like `InkPoint`, in fractions too. */
export interface CurvePoint {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const mix = (a: number, b: number, t: number): number => a + (b - a) * t;

const mixPoints = (a: CurvePoint, b: CurvePoint, t: number): CurvePoint => ({
  x: mix(a.x, b.x, t),
  y: mix(a.y, b.y, t),
  width: mix(a.width, b.width, t),
});

const distance = (a: CurvePoint, b: CurvePoint): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Knot spacing of the centripetal spline: the root of the distance, which makes neither loops nor cusps. */
const knot = (a: CurvePoint, b: CurvePoint): number => Math.max(1e-6, Math.sqrt(distance(a, b)));

/** The point between b and c at share t of the way, by the pyramid of Barry and Goldman (1988). */
const between = (a: CurvePoint, b: CurvePoint, c: CurvePoint, d: CurvePoint, t: number): CurvePoint => {
  const t1 = knot(a, b);
  const t2 = t1 + knot(b, c);
  const t3 = t2 + knot(c, d);
  const at = mix(t1, t2, t);
  const ab = mixPoints(a, b, at / t1);
  const bc = mixPoints(b, c, (at - t1) / (t2 - t1));
  const cd = mixPoints(c, d, (at - t2) / (t3 - t2));
  const abc = mixPoints(ab, bc, at / t2);
  const bcd = mixPoints(bc, cd, (at - t1) / (t3 - t1));
  // Widths run straight from point to point: a spline through them could fall below zero.
  return { ...mixPoints(abc, bcd, t), width: mix(b.width, c.width, t) };
};

/** A neighbour before the first point and after the last, so that the curve ends straight. */
const mirror = (end: CurvePoint, next: CurvePoint): CurvePoint => ({
  x: 2 * end.x - next.x,
  y: 2 * end.y - next.y,
  width: end.width,
});

/**
 * A stroke as the smooth line the pen meant: the centripetal Catmull-Rom curve through its points, sampled no
 * more than `spacing` units of the pad apart. One point stays one point; none stays none.
 */
export const smoothStroke = (stroke: readonly InkPoint[], spacing = 3): readonly CurvePoint[] => {
  const points = stroke.filter((point, i) => {
    const before = stroke[i - 1];
    return before === undefined || before.x !== point.x || before.y !== point.y;
  });
  const first = points[0];
  if (first === undefined) return [];
  const curve: CurvePoint[] = [first];
  for (let i = 0; i + 1 < points.length; i++) {
    const b = points[i] ?? first;
    const c = points[i + 1] ?? b;
    const a = points[i - 1] ?? mirror(b, c);
    const d = points[i + 2] ?? mirror(c, b);
    const pieces = Math.max(1, Math.ceil(distance(b, c) / spacing));
    for (let k = 1; k < pieces; k++) curve.push(between(a, b, c, d, k / pieces));
    curve.push(c);
  }
  return curve;
};
