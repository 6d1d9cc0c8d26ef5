import { smoothStroke } from '../../../data/ink-curve.ts';
import type { InkPoint } from '../../../data/ink.ts';

const short = (value: number): string => String(Math.round(value * 10) / 10);

const disc = (x: number, y: number, radius: number): string => {
  const r = short(radius);
  // Twice the rounded radius: two arcs over any other chord would bulge.
  const d = short(2 * Number(r));
  return `M${short(x - radius)} ${short(y)}a${r} ${r} 0 1 1 ${d} 0a${r} ${r} 0 1 1 -${d} 0z`;
};

/**
 * A stroke as it looks in ink: the outline, as an SVG path to be filled, of a line whose width changes along
 * the way. Discs and the quadrilaterals between them run the same way round, so that the default rule leaves
 * no holes.
 */
export const strokePath = (stroke: readonly InkPoint[]): string => {
  const parts: string[] = [];
  let last: { readonly x: number; readonly y: number; readonly width: number } | undefined;
  for (const point of smoothStroke(stroke, 4)) {
    parts.push(disc(point.x, point.y, point.width / 2));
    if (last !== undefined) {
      const length = Math.hypot(point.x - last.x, point.y - last.y) || 1;
      const nx = (point.y - last.y) / length / 2;
      const ny = (last.x - point.x) / length / 2;
      const corner = (p: typeof point, side: number): string =>
        `${short(p.x + side * nx * p.width)} ${short(p.y + side * ny * p.width)}`;
      parts.push(`M${corner(last, 1)}L${corner(point, 1)}L${corner(point, -1)}L${corner(last, -1)}z`);
    }
    last = point;
  }
  return parts.join('');
};
