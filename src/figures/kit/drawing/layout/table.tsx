import { gap, stack } from './arrange.tsx';
import { columns, wide } from './columns.tsx';
import { naturalWidth, present, type Maybe, type Piece } from './piece.tsx';

/** A row of a table: its cells, or one piece across all columns (a rule, a note). */
export type Row = readonly Piece[] | Piece;

const isCells = (row: Row): row is readonly Piece[] => typeof row !== 'function';

/**
 * Rows of cells in columns: each is as wide as its widest cell needs, and the first has what is left. Where
 * that is too little, the first cell of a row stands above the others.
 */
export const table =
  (
    rows: readonly Maybe<Row>[],
    { space = 12, rowSpace = 0 }: { readonly space?: number; readonly rowSpace?: number } = {},
  ): Piece =>
  (room) => {
    const cells = present(rows).filter(isCells);
    const widthOf = (i: number): number =>
      Math.max(0, ...cells.map((row) => (row[i] === undefined ? 0 : naturalWidth(row[i], room))));
    const others = Array.from({ length: Math.max(0, ...cells.map((row) => row.length - 1)) }, (_, i) =>
      widthOf(i + 1),
    );
    const least = Math.min(space, 5);
    const folded = others.reduce((sum, width) => sum + width + least, widthOf(0)) > room.width + 0.5;
    // Columns move closer before anything is folded.
    const free = room.width - others.reduce((sum, width) => sum + width, widthOf(0));
    const between = Math.max(least, Math.min(space, free / Math.max(1, others.length)));
    const rowOf = ([first = gap(0), ...rest]: readonly Piece[]): Piece => {
      const ends = rest.map((cell, i) => wide(others[i] ?? 0, cell));
      return folded
        ? stack([first, columns([gap(0), ...ends], { space: between })])
        : columns([first, ...ends], { space: between });
    };
    return {
      ...stack(
        present(rows).map((row) => (isCells(row) ? rowOf(row) : row)),
        rowSpace,
      )(room),
      kind: 'table',
    };
  };
