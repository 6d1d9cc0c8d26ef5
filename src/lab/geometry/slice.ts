import type { Answers, Vec } from '../oracle.ts';
import { readerError } from '../reader-error.ts';
import { softmax } from '../softmax.ts';
import { predictions, row, subtract } from '../vec.ts';
import { orthonormalColumns } from './tangent-normal.ts';

/** A plane in picture space: the point origin + u·first + v·second has the coordinates (u, v). */
export interface Plane {
  readonly origin: Vec;
  readonly first: Vec;
  readonly second: Vec;
}

/**
 * The plane through three pictures: the first is its origin, the second lies on its u axis. Fails where they
 * lie on a line.
 */
export const planeThrough = (a: Vec, b: Vec, c: Vec): Plane => {
  const [along, across] = [subtract(b, a), subtract(c, a)];
  const columns = new Float32Array(2 * a.length);
  for (let i = 0; i < a.length; i++) columns.set([along[i], across[i]], 2 * i);
  const [first, second] = orthonormalColumns(columns, a.length);
  if (!first || !second)
    throw readerError('The three pictures lie on one line; choose others to lay a plane through.');
  return { origin: a.slice(), first: Float32Array.from(first), second: Float32Array.from(second) };
};

/** The point of the plane at (u, v). */
export const pointAt = ({ origin, first, second }: Plane, u: number, v: number): Vec =>
  Float32Array.from(origin, (value, i) => value + u * first[i] + v * second[i]);

/** The coordinates of the point of the plane nearest to a picture. */
export const coordinatesOf = ({ origin, first, second }: Plane, x: Vec): readonly [u: number, v: number] => {
  let [u, v] = [0, 0];
  for (let i = 0; i < x.length; i++) {
    const value = x[i] - origin[i];
    u += value * first[i];
    v += value * second[i];
  }
  return [u, v];
};

/**
 * One row of the grid over a plane: all its cells' v, and per cell the logits, the predicted class and its
 * probability.
 */
export interface SliceRow {
  readonly index: number;
  readonly v: number;
  readonly logits: Vec;
  readonly predicted: Int32Array<ArrayBuffer>;
  readonly confidence: Vec;
}

/**
 * What a network says in a plane, row by row: cells stand evenly over u and v, the ends of both ranges
 * included.
 */
export async function* slice(
  answers: Answers,
  plane: Plane,
  grid: {
    readonly u: readonly [number, number];
    readonly v: readonly [number, number];
    readonly cells: number;
  },
): AsyncGenerator<SliceRow, void> {
  const { cells } = grid;
  const place = ([low, high]: readonly [number, number], i: number): number =>
    cells === 1 ? (low + high) / 2 : low + ((high - low) * i) / (cells - 1);
  for (let index = 0; index < cells; index++) {
    const v = place(grid.v, index);
    const x = new Float32Array(cells * answers.dimension);
    for (let i = 0; i < cells; i++) x.set(pointAt(plane, place(grid.u, i), v), i * answers.dimension);
    const logits = await answers.logits(x);
    const p = softmax(logits, answers.classes);
    const predicted = predictions(logits, answers.classes);
    const confidence = Float32Array.from(predicted, (k, i) => row(p, i, answers.classes)[k]);
    yield { index, v, logits, predicted, confidence };
  }
}
