import { Fragment, type ComponentChild, type ComponentChildren } from 'preact';
import { typeSize } from './type.ts';

/**
 * What a piece is given: how wide it may be, in pixels, the size of type, and how much it should leave out.
 */
export interface Room {
  readonly width: number;
  readonly size: number;
  /**
   * 0 where there is all the height that one could wish for; each step more drops or folds what may go first.
   */
  readonly short: number;
}

/** A piece that has found its size. It and its parts lie within width × height. */
export interface Laid {
  /** What it is, for outlines and complaints: 'text', 'stack'. */
  readonly kind: string;
  readonly width: number;
  readonly height: number;
  /** Its own marks, from its upper left corner at (0, 0). */
  readonly marks?: ComponentChild;
  /** What stands in it as words. */
  readonly text?: string;
  /** Whether words had to be left out that should stand there. */
  readonly cut?: boolean;
  readonly parts?: readonly Placed[];
  /** Holds marks and parts together: a group that can be pressed, a clip. */
  readonly around?: (children: ComponentChildren) => ComponentChild;
}

/** A laid-out piece and its upper left corner in the one that holds it. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly laid: Laid;
}

/** A piece of a drawing: knows its size in any room, and draws itself in it. */
export type Piece = (room: Room) => Laid;

/** A piece, or nothing where a figure has nothing to show. */
export type Maybe<T> = T | false | null | undefined;

export const present = <T,>(pieces: readonly Maybe<T>[]): readonly T[] =>
  pieces.filter((piece): piece is T => piece !== false && piece !== null && piece !== undefined);

const rounded = (value: number): number => Math.round(100 * value) / 100;

/** A laid-out piece as SVG. */
export const Drawn = ({ laid }: { readonly laid: Laid }): ComponentChild => {
  const { marks, parts = [], around } = laid;
  const content = (
    <>
      {marks}
      {parts.map(({ x, y, laid: part }, i) =>
        x === 0 && y === 0 ? (
          <Drawn key={i} laid={part} />
        ) : (
          <g key={i} transform={`translate(${rounded(x)} ${rounded(y)})`}>
            <Drawn laid={part} />
          </g>
        ),
      )}
    </>
  );
  return <Fragment>{around === undefined ? content : around(content)}</Fragment>;
};

/** How often a piece may be asked to leave something out. */
const shortest = 6;

/**
 * Lays a piece out in a width and, if given, within a height: leaves out as little as gets it in, and all
 * that may go where it does not fit even so.
 */
export const fitted = (piece: Piece, width: number, height = Infinity): Laid => {
  const size = typeSize(width);
  let laid = piece({ width, size, short: 0 });
  for (let short = 1; laid.height > height && short <= shortest; short++)
    laid = piece({ width, size, short });
  return laid;
};

/** How wide a piece would be if it had all the room that it wants. */
export const naturalWidth = (piece: Piece, room: Room): number => piece({ ...room, width: Infinity }).width;

const sides = ({ x, y, laid: { width, height } }: Placed) => ({
  left: x,
  top: y,
  right: x + width,
  bottom: y + height,
});

/** Parts may touch, and share a pixel by rounding. */
const slack = 1;

/**
 * What is wrong with a layout: words that are cut, parts that reach out of what holds them, and parts that
 * lie over one another; each as a sentence with the way to it.
 */
export const complaints = (laid: Laid, path = laid.kind): readonly string[] => {
  // What has no size is nowhere in anybody's way.
  const parts = (laid.parts ?? []).filter(({ laid: part }) => part.width > 0 && part.height > 0);
  const own = parts.flatMap((part, i) => {
    const name = `${path} > ${part.laid.kind}${part.laid.text === undefined ? '' : ` “${part.laid.text}”`}`;
    const a = sides(part);
    const out =
      a.left < -slack || a.top < -slack || a.right > laid.width + slack || a.bottom > laid.height + slack
        ? [`${name} reaches out: ${JSON.stringify(a)} in ${laid.width} × ${laid.height}`]
        : [];
    const over = parts.slice(i + 1).flatMap((other) => {
      const b = sides(other);
      const apart =
        a.right <= b.left + slack ||
        b.right <= a.left + slack ||
        a.bottom <= b.top + slack ||
        b.bottom <= a.top + slack;
      return apart
        ? []
        : [
            `${name} lies over ${other.laid.kind}${other.laid.text === undefined ? '' : ` “${other.laid.text}”`}`,
          ];
    });
    return [...out, ...over];
  });
  const cut = laid.cut === true ? [`${path} “${laid.text ?? ''}” is cut`] : [];
  return [...cut, ...own, ...parts.flatMap(({ laid: part }) => complaints(part, `${path} > ${part.kind}`))];
};

/**
 * A layout in words: every piece that shows something, one a line, with its corner in the drawing, its size
 * and its text.
 */
export const outline = (
  { kind, width, height, text, marks, parts = [] }: Laid,
  x = 0,
  y = 0,
): readonly string[] => {
  const numbers = (values: readonly number[]): string => values.map((value) => value.toFixed(0)).join(' ');
  const own = `${kind} ${numbers([x, y])} · ${numbers([width, height])}${text === undefined ? '' : ` · ${text}`}`;
  return [
    ...(marks === undefined ? [] : [own]),
    ...parts.flatMap((part) => outline(part.laid, x + part.x, y + part.y)),
  ];
};
