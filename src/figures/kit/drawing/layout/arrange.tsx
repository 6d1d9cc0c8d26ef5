import type { ComponentChildren } from 'preact';
import { present, type Laid, type Maybe, type Piece, type Placed } from './piece.tsx';

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
