import type { ComponentChildren } from 'preact';
import type { Piece, Room } from './piece.tsx';
import { leading } from './type.ts';

/**
 * How high a plot is: so many pixels where there is room (and the least that shows anything), so many times
 * its width, or as high as so many lines of words.
 */
export type Height =
  | number
  | { readonly full: number; readonly least: number }
  | { readonly ofWidth: number }
  | { readonly lines: number };

/** What is as wide as it is high would have to get narrower, too, and words do not get smaller. */
const heightIn = (height: Height, { width, size, short }: Room): number => {
  if (typeof height === 'number') return height * 0.85 ** short;
  if ('full' in height) return Math.max(height.least, height.full * 0.85 ** short);
  return 'lines' in height ? leading * size * height.lines : height.ofWidth * width;
};

/** How large a place to draw in is, and the size of type in it. */
export interface Place {
  readonly width: number;
  readonly height: number;
  readonly size: number;
}

/** Something drawn freely within its room: `draw` is told how wide and high it is, and the size of type. */
export const plot =
  (kind: string, height: Height, draw: (place: Place) => ComponentChildren): Piece =>
  (room) => {
    const { width, size } = room;
    const tall = heightIn(height, room);
    return { kind, width, height: tall, marks: <>{draw({ width, height: tall, size })}</> };
  };

/** A piece on something drawn behind all of it: `draw` is told how large the piece is. */
export const behind =
  (draw: (place: Place) => ComponentChildren, piece: Piece): Piece =>
  (room) => {
    const laid = piece(room);
    const { width, height } = laid;
    const marks = <>{draw({ width, height, size: room.size })}</>;
    return { kind: 'behind', width, height, marks, parts: [{ x: 0, y: 0, laid }] };
  };

/** A thin line across the room. */
export const rule = (tone: 'rule' | 'edge' = 'edge'): Piece =>
  plot('rule', 5, ({ width }) => <path d={`M0 2.5H${width}`} stroke={`var(--${tone})`} />);

/** An arrow to the right, in the middle of its room: what becomes of a picture. */
export const arrow: Piece = plot('arrow', 12, ({ width }) => (
  <path d={`M${width / 2 - 11} 6h22m-7 -5l7 5l-7 5`} fill="none" stroke="var(--quiet)" stroke-width={1.5} />
));
