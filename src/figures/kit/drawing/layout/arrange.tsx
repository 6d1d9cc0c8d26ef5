import type { ComponentChildren } from 'preact';
import {
  naturalWidth,
  present,
  type Laid,
  type Maybe,
  type Piece,
  type Placed,
  type Room,
} from './piece.tsx';

/** Nothing, that high. */
export const gap =
  (height: number): Piece =>
  () => ({ kind: 'gap', width: 0, height });

/** Pieces below one another, each as wide as there is room, `space` pixels apart. */
export const stack =
  (pieces: readonly Maybe<Piece>[], space = 0): Piece =>
  (room) => {
    const laid = present(pieces).map((piece) => piece(room));
    const parts: Placed[] = [];
    let y = 0;
    for (const part of laid) {
      if (part.height === 0) continue;
      parts.push({ x: 0, y, laid: part });
      y += part.height + space;
    }
    const height = parts.length === 0 ? 0 : y - space;
    return { kind: 'stack', width: Math.max(0, ...laid.map(({ width }) => width)), height, parts };
  };

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

/** Pieces beside one another, `space` pixels apart, their upper edges (or their middles) in line. */
export const columns =
  (
    cells: readonly (readonly [column: Column, piece: Piece])[],
    {
      space = 0,
      align = 'top',
    }: { readonly space?: number; readonly align?: 'top' | 'middle' | 'bottom' } = {},
  ): Piece =>
  (room) => {
    const widths = widthsOf(
      cells.map(([column]) => column),
      room,
      space,
    );
    const laid = cells.map(([, piece], i) => piece({ ...room, width: widths[i] ?? 0 }));
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
 * Pieces beside one another, each as wide as it would like to be: words of several colours or sizes on one
 * line, or on as many as they need where there is no room for one.
 */
export const inline =
  (pieces: readonly Piece[], space = 0): Piece =>
  (room) => {
    const lines: (readonly [width: number, piece: Piece])[][] = [];
    let left = 0;
    for (const piece of pieces) {
      const width = Math.min(room.width, naturalWidth(piece, room));
      const last = lines.at(-1);
      if (last === undefined || width + space > left + 1e-6) lines.push([[width, piece]]);
      else last.push([width, piece]);
      left = lines.at(-1) === last ? left - width - space : room.width - width;
    }
    const laid = lines.map((line) => {
      const width = line.reduce((sum, [own]) => sum + own, space * (line.length - 1));
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
        Array.from({ length: most }, (_, i) => [{ share: 1 }, pieces[row * most + i] ?? gap(0)] as const),
        { space },
      ),
    );
    return { ...stack(rows, rowSpace)(room), kind: 'grid' };
  };

/** One arrangement where there are at least that many pixels of width, another where there are fewer. */
export const fromWidth =
  (least: number, wide: Piece, narrow: Piece): Piece =>
  (room) =>
    (room.width >= least ? wide : narrow)(room);

/** A piece that goes when the room has been short of height that often. */
export const droppedAt =
  (short: number, piece: Piece): Piece =>
  (room) =>
    room.short >= short ? gap(0)(room) : piece(room);

/** A piece that folds into a smaller one when the room has been short of height that often. */
export const foldedAt =
  (short: number, piece: Piece, smaller: Piece): Piece =>
  (room) =>
    (room.short >= short ? smaller : piece)(room);

/** A piece with room left free around it. */
export const inset =
  (
    {
      left = 0,
      right = 0,
      top = 0,
      bottom = 0,
    }: Partial<Record<'left' | 'right' | 'top' | 'bottom', number>>,
    piece: Piece,
  ): Piece =>
  (room) => {
    const laid = piece({ ...room, width: room.width - left - right });
    return {
      kind: 'inset',
      width: laid.width + left + right,
      height: laid.height + top + bottom,
      parts: [{ x: left, y: top, laid }],
    };
  };

/** No wider than that many pixels. */
export const atMost =
  (width: number, piece: Piece): Piece =>
  (room) =>
    piece({ ...room, width: Math.min(width, room.width) });

const shifted =
  (kind: string, share: number, piece: Piece): Piece =>
  (room) => {
    const laid = piece(room);
    const x = share * (room.width - laid.width);
    return { kind, width: room.width, height: laid.height, parts: [{ x, y: 0, laid }] };
  };

/** A piece in the middle of its room's width. */
export const centred = (piece: Piece): Piece => shifted('centred', 0.5, piece);

/** A piece at the right edge of its room. */
export const atEnd = (piece: Piece): Piece => shifted('at end', 1, piece);

export interface Press {
  /** The fields that a press sets, as a link writes them. */
  readonly set: string;
  /** Whether keyboards reach it. */
  readonly keys?: boolean;
  /** Whether it is the one chosen, among those that set the same field. */
  readonly chosen?: boolean;
}

/** A piece that sets fields of the figure when it is pressed; the page makes a button of it. */
export const pressed =
  ({ set, keys = false, chosen }: Press, piece: Piece): Piece =>
  (room) => {
    const laid: Laid = piece(room);
    const around = (children: ComponentChildren) => (
      <g
        data-set={set}
        {...(keys && { 'data-keys': true })}
        {...(chosen !== undefined && { 'data-chosen': String(chosen) })}
        style="cursor: pointer"
      >
        {children}
      </g>
    );
    return { kind: 'pressed', width: laid.width, height: laid.height, parts: [{ x: 0, y: 0, laid }], around };
  };
