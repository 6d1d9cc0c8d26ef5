import { smoothStroke } from '../../../data/ink-curve.ts';
import { maxInkPoints, type InkPoint } from '../../../data/ink.ts';

/** A place on the pad, in its units (0 … 255). */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Width of the pen, in units of the pad, before it has moved and for the keyboard: about a tenth of a digit's
 * height.
 */
export const restingWidth = 24;

const clamp = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value));

/** A point in the whole numbers that a link carries. */
export const quantise = ({ x, y, width }: InkPoint): InkPoint => ({
  x: clamp(Math.round(x), 0, 255),
  y: clamp(Math.round(y), 0, 255),
  width: clamp(Math.round(width), 1, 255),
});

/** Width by the pressure (0 … 1) of a pen that feels it. */
export const widthOfPressure = (pressure: number): number => 12 + 26 * clamp(pressure, 0, 1);

/**
 * Width by speed, in units of the pad a millisecond: ink runs thinner under a fast pen; follows the last
 * width softly.
 */
export const widthOfSpeed = (speed: number, last: number): number => {
  const wanted = 29 - 12 * clamp(speed / 1.2, 0, 1);
  return last + 0.25 * (wanted - last);
};

/**
 * How far a point lies from the line between two others; a change of width counts a third of one of place.
 */
const deviation = (p: InkPoint, a: InkPoint, b: InkPoint): number => {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0, 1);
  const width = (p.width - a.width - t * (b.width - a.width)) / 3;
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy, width);
};

/**
 * The points without which a stroke would stray by more than `tolerance` units (Douglas and Peucker 1973);
 * ends stay.
 */
export const thin = (stroke: readonly InkPoint[], tolerance = 1): readonly InkPoint[] => {
  const keep = new Set([0, stroke.length - 1]);
  const open: (readonly [number, number])[] = [[0, stroke.length - 1]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [from, to] = span;
    const a = stroke[from];
    const b = stroke[to];
    if (a === undefined || b === undefined) continue;
    let farthest = -1;
    let most = tolerance;
    for (let i = from + 1; i < to; i++) {
      const point = stroke[i];
      const far = point === undefined ? 0 : deviation(point, a, b);
      if (far > most) [farthest, most] = [i, far];
    }
    if (farthest === -1) continue;
    keep.add(farthest);
    open.push([from, farthest], [farthest, to]);
  }
  return stroke.filter((_, i) => keep.has(i));
};

/** A stroke under way, and whether the next point still finds room. */
export interface Growing {
  readonly stroke: readonly InkPoint[];
  readonly full: boolean;
}

/**
 * The stroke with one more point, if that is far enough from the last one; of more points than `room`, those
 * that say least are given up, and where that does not help the stroke stays as it is and is full.
 */
export const grow = ({ stroke, full }: Growing, point: InkPoint, room: number): Growing => {
  if (full || room < 1) return { stroke, full: true };
  const last = stroke.at(-1);
  if (last !== undefined && Math.hypot(point.x - last.x, point.y - last.y) < 2.5) return { stroke, full };
  if (stroke.length < room) return { stroke: [...stroke, point], full };
  const thinned = thin(stroke);
  return thinned.length < room ? { stroke: [...thinned, point], full } : { stroke: thinned, full: true };
};

const average = (a: InkPoint, b: InkPoint, c: InkPoint): InkPoint => ({
  x: (a.x + 2 * b.x + c.x) / 4,
  y: (a.y + 2 * b.y + c.y) / 4,
  width: (a.width + 2 * b.width + c.width) / 4,
});

/**
 * A stroke without the tremor of hand and mouse: even small steps along it, each averaged with its
 * neighbours.
 */
export const steady = (stroke: readonly InkPoint[]): readonly InkPoint[] => {
  let points = smoothStroke(stroke);
  for (let pass = 0; pass < 4; pass++) {
    points = points.map((point, i) => average(points[i - 1] ?? point, point, points[i + 1] ?? point));
  }
  // Averaging draws the ends in a little; they are where the pen was put down and lifted.
  return points.length < 2 ? points : [stroke[0] ?? [], ...points.slice(1, -1), stroke.at(-1) ?? []].flat();
};

/** A finished stroke as it is kept: steady, in whole numbers, of no more points than `room`. */
export const finish = (stroke: readonly InkPoint[], tolerance: number, room: number): readonly InkPoint[] => {
  const points = steady(stroke);
  for (let allowed = tolerance; ; allowed *= 1.5) {
    const kept = thin(points, allowed);
    if (kept.length <= Math.max(2, room)) return kept.map(quantise);
  }
};

/** How many points a stroke may have beside those that are drawn already. */
export const roomBeside = (points: number): number => Math.max(0, maxInkPoints - points);

const arrows: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Whether a key moves the pen. */
export const isArrow = (key: string): boolean => Object.hasOwn(arrows, key);

/** Where the pen stands after one press, with all arrows held at that moment: two of them go diagonally. */
export const moveBy = (from: Place, held: ReadonlySet<string>, step: number): Place => {
  let { x, y } = from;
  for (const key of held) {
    const [dx, dy] = arrows[key] ?? [0, 0];
    x += dx * step;
    y += dy * step;
  }
  return { x: clamp(x, 0, 255), y: clamp(y, 0, 255) };
};
