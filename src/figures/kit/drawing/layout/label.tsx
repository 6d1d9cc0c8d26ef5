import type { Piece, Placed } from './piece.tsx';
import type { Place } from './plot.tsx';
import { textWidth } from './type.ts';

const anchors = { start: 0, middle: 0.5, end: 1 } as const;

export interface LabelStyle {
  readonly size: number;
  /** What of it stands at its point; its start unless given. */
  readonly anchor?: keyof typeof anchors;
  readonly weight?: number;
  /** A token: var(--belief). Quiet unless given. */
  readonly tone?: string;
}

/** From the top of a label to its baseline, in units of its size. */
const rise = 0.8;

/**
 * Words at a point of a drawing, `y` their baseline: placed on one line in a box as tight as they are, so
 * that it is told where they reach out or lie over others.
 */
export const label = (
  content: string,
  { x, y }: { readonly x: number; readonly y: number },
  { size, anchor = 'start', weight = 400, tone = 'var(--quiet)' }: LabelStyle,
): Placed => {
  const width = size * textWidth(content, weight);
  const before = anchors[anchor] * width;
  const marks = (
    <text
      x={before}
      y={rise * size}
      font-size={size}
      fill={tone}
      {...(weight !== 400 && { 'font-weight': weight })}
      {...(anchor !== 'start' && { 'text-anchor': anchor })}
    >
      {content}
    </text>
  );
  return {
    x: x - before,
    y: y - rise * size,
    laid: { kind: 'label', width, height: size, text: content, marks },
  };
};

/** A piece with words placed in it: `words` is told how large the piece is. */
export const labelled =
  (piece: Piece, words: (place: Place) => readonly Placed[]): Piece =>
  (room) => {
    const laid = piece(room);
    const { width, height, parts = [] } = laid;
    return { ...laid, parts: [...parts, ...words({ width, height, size: room.size })] };
  };
