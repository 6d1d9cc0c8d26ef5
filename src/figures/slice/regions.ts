import { numberAt } from '../../lab/vec.ts';

/** A cell of a map, from the left and from the bottom. */
export interface Place {
  readonly column: number;
  readonly row: number;
}

/** Where a class is written into a map: in the middle of its widest region. */
export interface RegionLabel extends Place {
  readonly label: number;
}

/**
 * How many times each cell survives when the regions are eaten from their edges, the map's own among them.
 */
const depths = (predicted: Uint8Array, side: number, rows: number): Uint8Array => {
  const depth = new Uint8Array(side * rows);
  let alive = Array.from({ length: side * rows }, (_, i) => i);
  const deepAs = (i: number, j: number, round: number): boolean =>
    predicted[i] === predicted[j] && numberAt(depth, j) >= round;
  for (let round = 0; alive.length > 0; round++) {
    const kept = alive.filter((i) => {
      const [column, row] = [i % side, Math.floor(i / side)];
      return (
        column > 0 &&
        deepAs(i, i - 1, round) &&
        column < side - 1 &&
        deepAs(i, i + 1, round) &&
        row > 0 &&
        deepAs(i, i - side, round) &&
        row < rows - 1 &&
        deepAs(i, i + side, round)
      );
    });
    for (const i of kept) depth[i] = round + 1;
    alive = kept;
  }
  return depth;
};

/**
 * One place for each class that fills more than `least` cells of the rows that are done: as far from other
 * classes as can be, and where there is room no nearer than `clear` cells to the places that are taken.
 */
export const regionLabels = (
  predicted: Uint8Array,
  side: number,
  rows: number,
  least: number,
  taken: readonly Place[] = [],
  clear = 0,
): readonly RegionLabel[] => {
  const depth = depths(predicted, side, rows);
  const middle = (side - 1) / 2;
  const found = new Map<number, { readonly at: number; readonly score: number; readonly count: number }>();
  for (let i = 0; i < side * rows; i++) {
    const label = numberAt(predicted, i);
    // Of equally deep cells the one nearest to the middle.
    const [column, row] = [i % side, Math.floor(i / side)];
    const crowded = taken.some((place) => Math.hypot(column - place.column, row - place.row) < clear)
      ? side
      : 0;
    const score = numberAt(depth, i) - Math.hypot(column - middle, row - middle) / (4 * side) - crowded;
    const best = found.get(label);
    const count = (best?.count ?? 0) + 1;
    found.set(label, best === undefined || score > best.score ? { at: i, score, count } : { ...best, count });
  }
  return [...found]
    .filter(([, { count }]) => count > least)
    .map(([label, { at }]) => ({ label, column: at % side, row: Math.floor(at / side) }));
};
