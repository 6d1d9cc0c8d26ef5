import { atMost, fromWidth, gap, stack } from './arrange.tsx';
import { naturalWidth, type Piece, type Placed, type Room } from './piece.tsx';

/**
 * How wide a column is: so many pixels, so many units of the size of type (`{ ems: 8 }`), or a share of what
 * is left (`{ share: 2 }`).
 */
export type Column = number | { readonly ems: number } | { readonly share: number };

const widthsOf = (columns: readonly Column[], { width, size }: Room, space: number): readonly number[] => {
  const fixed = columns.map((column) =>
    typeof column === 'number' ? column : 'ems' in column ? column.ems * size : 0,
  );
  const left = width - fixed.reduce((sum, own) => sum + own, 0) - space * (columns.length - 1);
  const shares = columns.map((column) =>
    typeof column === 'object' && 'share' in column ? column.share : 0,
  );
  const all = shares.reduce((sum, share) => sum + share, 0);
  return fixed.map((own, i) => (shares[i] === 0 ? own : (Math.max(0, left) * (shares[i] ?? 0)) / all));
};

/** A piece that is to be so wide among its neighbours; one alone has one share of what is left. */
export interface Cell {
  readonly column: Column;
  readonly piece: Piece;
}

/** A piece as a column that wide. */
export const wide = (column: Column, piece: Piece): Cell => ({ column, piece });

const cellOf = (one: Piece | Cell): Cell => (typeof one === 'function' ? wide({ share: 1 }, one) : one);

export interface ColumnsStyle {
  /** Pixels between two of them; 0 unless given. */
  readonly space?: number;
  /** What of them is in line; their upper edges unless given. */
  readonly align?: 'top' | 'middle' | 'bottom';
}

/** Pieces beside one another. */
export const columns =
  (all: readonly (Piece | Cell)[], { space = 0, align = 'top' }: ColumnsStyle = {}): Piece =>
  (room) => {
    const cells = all.map(cellOf);
    const widths = widthsOf(
      cells.map(({ column }) => column),
      room,
      space,
    );
    const laid = cells.map(({ piece }, i) => piece({ ...room, width: widths[i] ?? 0 }));
    const height = Math.max(0, ...laid.map((part) => part.height));
    const shift = { top: 0, middle: 0.5, bottom: 1 }[align];
    let x = 0;
    const parts = laid.map((part, i): Placed => {
      const placed = { x, y: shift * (height - part.height), laid: part };
      x += (widths[i] ?? 0) + space;
      return placed;
    });
    return { kind: 'columns', width: room.width, height, parts };
  };

/**
 * Pieces beside one another where there are at least `from` pixels of width, and where there are fewer one
 * below the other, `below` pixels apart.
 */
export const beside = (
  cells: readonly (Piece | Cell)[],
  {
    from = 600,
    below = 0,
    ...style
  }: ColumnsStyle & { readonly from?: number; readonly below?: number } = {},
): Piece =>
  fromWidth(
    from,
    columns(cells, style),
    stack(
      cells.map((one) => cellOf(one).piece),
      below,
    ),
  );

/** Pieces beside one another, each under its head; the heads end on one line, `below` pixels above them. */
export const headed = (
  all: readonly { readonly head: Piece; readonly piece: Piece }[],
  { space = 0, below = 4 }: { readonly space?: number; readonly below?: number } = {},
): Piece =>
  stack(
    [
      columns(
        all.map(({ head }) => head),
        { space, align: 'bottom' },
      ),
      columns(
        all.map(({ piece }) => piece),
        { space },
      ),
    ],
    below,
  );

/**
 * Pieces beside one another, each as wide as it would like to be: words of several colours or sizes on one
 * line, or on as many as they need where there is no room for one.
 */
export const inline =
  (pieces: readonly Piece[], space = 0): Piece =>
  (room) => {
    const lines: (Cell & { readonly column: number })[][] = [];
    let left = 0;
    for (const piece of pieces) {
      const width = Math.min(room.width, naturalWidth(piece, room));
      const last = lines.at(-1);
      if (last === undefined || width + space > left + 1e-6) lines.push([{ column: width, piece }]);
      else last.push({ column: width, piece });
      left = lines.at(-1) === last ? left - width - space : room.width - width;
    }
    const laid = lines.map((line) => {
      const width = line.reduce((sum, { column }) => sum + column, space * (line.length - 1));
      return atMost(width, columns(line, { space, align: 'bottom' }));
    });
    return { ...stack(laid)(room), kind: 'inline' };
  };

/**
 * Pieces row by row: exactly `across` in a row, or as many as have `least` pixels each, the rows as even as
 * they can be.
 */
export const grid =
  (
    pieces: readonly Piece[],
    {
      least,
      across,
      space = 0,
      rowSpace = space,
    }: {
      readonly least?: number;
      readonly across?: number;
      readonly space?: number;
      readonly rowSpace?: number;
    },
  ): Piece =>
  (room) => {
    const fit = Math.max(1, Math.floor((room.width + space) / ((least ?? room.width) + space)));
    const most = across ?? Math.ceil(pieces.length / Math.ceil(pieces.length / fit));
    const rows = Array.from({ length: Math.ceil(pieces.length / most) }, (_, row) =>
      columns(
        Array.from({ length: most }, (_, i) => pieces[row * most + i] ?? gap(0)),
        { space },
      ),
    );
    return { ...stack(rows, rowSpace)(room), kind: 'grid' };
  };
