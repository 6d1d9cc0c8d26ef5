import { centripetal, spline } from './spline.ts';

/** The latents that move single knots of a glyph. */
export const fields = ['loop', 'reach', 'opening'] as const;

/** A latent that moves single knots. */
export type Field = (typeof fields)[number];

/**
 * A point the pen passes, x to the right and y down, the digit about 1 high around the origin; with how far
 * it moves when a latent goes from 0 to 1.
 */
export type Knot = readonly [
  x: number,
  y: number,
  moves?: Partial<Readonly<Record<Field, readonly [number, number]>>>,
];

/** Pieces drawn without lifting the pen; each begins where the last one ended, with a corner there. */
export type Stroke = readonly (readonly Knot[])[];

/** One way to write a digit. */
export interface Glyph {
  readonly name: string;
  readonly strokes: readonly Stroke[];
}

/** x and y of all nodes of a glyph's polyline. */
export interface Nodes {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * A glyph as linear maps from its latents to the nodes of a polyline: nodes = base + Σ field × latent, once
 * with sharp corners and once with round ones, and the segments as indices of their two nodes.
 */
export interface Template {
  readonly sharp: readonly Nodes[];
  readonly round: readonly Nodes[];
  readonly from: Int32Array;
  readonly to: Int32Array;
}

const spacing = 0.025;
const smoothing = 0.11;

/** Parameters at equal distances along the spline through the knots. */
const evenly = (t: Float64Array, knots: readonly Knot[]): Float64Array => {
  const end = t.at(-1) ?? 0;
  const fine = Float64Array.from({ length: 401 }, (_, i) => (end * i) / 400);
  const x = spline(
    t,
    Float64Array.from(knots, (knot) => knot[0]),
    fine,
  );
  const y = spline(
    t,
    Float64Array.from(knots, (knot) => knot[1]),
    fine,
  );
  const along = new Float64Array(401);
  for (let i = 1; i <= 400; i++) {
    const [dx, dy] = [(x[i] ?? 0) - (x[i - 1] ?? 0), (y[i] ?? 0) - (y[i - 1] ?? 0)];
    along[i] = (along[i - 1] ?? 0) + Math.hypot(dx, dy);
  }
  const length = along[400] ?? 0;
  const count = Math.max(2, Math.round(length / spacing));
  let i = 0;
  return Float64Array.from({ length: count + 1 }, (_, j) => {
    const target = (length * j) / count;
    while (i < 399 && (along[i + 1] ?? 0) < target) i++;
    const [low, high] = [along[i] ?? 0, along[i + 1] ?? 0];
    return (end * (i + Math.min(1, (target - low) / Math.max(high - low, 1e-12)))) / 400;
  });
};

/** Nodes of one stroke: one column per base and field, for x and for y. */
const strokeColumns = (stroke: Stroke): { x: number[][]; y: number[][] } => {
  const columns = {
    x: [[], ...fields.map(() => [])] as number[][],
    y: [[], ...fields.map(() => [])] as number[][],
  };
  let last: readonly Knot[] = [];
  for (const piece of stroke) {
    const knots = [...last, ...piece];
    const t = centripetal(knots.map(([x, y]) => [x, y]));
    const where = evenly(t, knots);
    (['x', 'y'] as const).forEach((axis, a) => {
      columns[axis].forEach((column, c) => {
        const field = fields[c - 1];
        const values = knots.map((knot) => (field ? (knot[2]?.[field]?.[a] ?? 0) : (knot[a] as number)));
        column.push(...spline(t, values, where).subarray(last.length > 0 ? 1 : 0));
      });
    });
    last = knots.slice(-1);
  }
  return columns;
};

/**
 * A Gaussian average along the stroke; its ends stay where they are because the stroke goes on beyond them,
 * mirrored.
 */
const smooth = (column: readonly number[]): number[] => {
  const n = column.length;
  const sigma = smoothing / spacing;
  const reach = Math.ceil(3 * sigma);
  const beyond = (i: number): number => {
    if (i < 0) return 2 * (column[0] ?? 0) - beyond(-i);
    if (i >= n) return 2 * (column[n - 1] ?? 0) - beyond(2 * (n - 1) - i);
    return column[i] ?? 0;
  };
  return column.map((_, i) => {
    let [total, weight] = [0, 0];
    for (let k = -reach; k <= reach; k++) {
      const w = Math.exp((-k * k) / (2 * sigma * sigma));
      total += w * beyond(i + k);
      weight += w;
    }
    return total / weight;
  });
};

/** Prepares a glyph for drawing. */
export const template = (glyph: Glyph): Template => {
  const strokes = glyph.strokes.map(strokeColumns);
  const join = (shape: (column: readonly number[]) => readonly number[]): Nodes[] =>
    ['base', ...fields].map((_, c) => ({
      x: Float64Array.from(strokes.flatMap((stroke) => shape(stroke.x[c] ?? []))),
      y: Float64Array.from(strokes.flatMap((stroke) => shape(stroke.y[c] ?? []))),
    }));
  const from: number[] = [];
  let start = 0;
  for (const stroke of strokes) {
    const nodes = stroke.x[0]?.length ?? 0;
    for (let i = 0; i < nodes - 1; i++) from.push(start + i);
    start += nodes;
  }
  return {
    sharp: join((column) => column),
    round: join(smooth),
    from: Int32Array.from(from),
    to: Int32Array.from(from, (i) => i + 1),
  };
};
