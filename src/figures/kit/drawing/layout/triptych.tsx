import { digitSide } from '../../../../data/digit.ts';
import { decimal } from '../../words/format.ts';
import { LimitMark } from '../marks.tsx';
import { Pixels } from '../pixels.tsx';
import { changeOf, signedPicture } from '../signed.ts';
import { gap, inset, stack } from './arrange.tsx';
import { columns } from './columns.tsx';
import type { Piece } from './piece.tsx';
import { picture } from './pictures.tsx';
import { fitting, heading, text } from './text.tsx';
import { ascent, leading } from './type.ts';

type Head = string | readonly string[];

export interface TriptychSpec {
  /** The picture and what became of it: 8-bit samples, one a pixel (grey) or three (red, green, blue). */
  readonly from: Uint8Array;
  readonly to: Uint8Array;
  /** Rows and columns of pixels; a digit’s unless given. */
  readonly shape?: readonly [height: number, width: number];
  /** 1 / the share of a pixel's range that is shown in full colour. */
  readonly magnification: number;
  /** Width of a picture at most. */
  readonly most: number;
  /** What stands above each picture: one way to say it, or several from the longest to the shortest. */
  readonly heads: readonly [Head, Head, Head];
  /** What stands under each picture. */
  readonly captions: readonly [readonly Piece[], readonly Piece[], readonly Piece[]];
}

/** Least pixels for '+' and '=' between the pictures. */
const signRoom = 20;

/** '+' or '=', in the middle of its room. */
export const sign =
  (content: '+' | '='): Piece =>
  ({ width }) => ({
    kind: 'sign',
    width,
    height: 20,
    text: content,
    marks: (
      <text x={width / 2} y={16} font-size={19} text-anchor="middle" fill="var(--quiet)">
        {content}
      </text>
    ),
  });

/** A picture and, in the middle of what is left of its room, the sign before the next one. */
const withSign =
  (image: Piece, before?: '+' | '='): Piece =>
  (room) => {
    const laid = image({ ...room, width: room.width - signRoom });
    const mark = before && sign(before)({ ...room, width: room.width - laid.width });
    const parts = [
      { x: 0, y: 0, laid },
      ...(mark === undefined ? [] : [{ x: laid.width, y: (laid.height - mark.height) / 2, laid: mark }]),
    ];
    return { kind: 'picture and sign', width: room.width, height: laid.height, parts };
  };

/**
 * Picture + nudge = what the net sees now, pictures of any size, grey or in colour; the nudge is magnified
 * around mid-grey, in two colours for grey pictures and channel by channel for coloured ones.
 */
export const triptych = ({
  from,
  to,
  shape = [digitSide, digitSide],
  magnification,
  most,
  heads,
  captions,
}: TriptychSpec): Piece => {
  const channels = from.length === shape[0] * shape[1] ? 1 : 3;
  const nudge = signedPicture(changeOf(to, from), channels, magnification);
  const signs = ['+', '='] as const;
  const pictures = [from, nudge, to].map((pixels, i) => withSign(picture({ pixels, shape, most }), signs[i]));
  const row = (cells: readonly Piece[], align: 'top' | 'bottom', right = 0): Piece =>
    columns(
      cells.map((cell) => inset({ right }, cell)),
      { align },
    );
  return stack([
    row(
      heads.map((head) => (typeof head === 'string' ? heading(head) : fitting(head, { strong: true }))),
      'bottom',
      6,
    ),
    gap(3),
    row(pictures, 'top'),
    gap(4),
    row(
      captions.map((lines) => stack(lines)),
      'top',
      6,
    ),
  ]);
};

export interface ScaleSpec {
  /** Grey levels of 255 at which the limit stands to both sides; 0 for none. */
  readonly limit: number;
  readonly magnification: number;
  readonly channels: 1 | 3;
}

/**
 * The colours of a nudge, from the largest decrease that can be told apart to the largest increase, in levels
 * of 255.
 */
export const nudgeScale =
  ({ limit, magnification, channels }: ScaleSpec): Piece =>
  ({ width, size }) => {
    const full = 255 / magnification;
    const steps = Float32Array.from(
      { length: 33 * channels },
      (_, i) => (Math.floor(i / channels) / 16 - 1) / magnification,
    );
    const place = (level: number): number => (width * (1 + Math.max(-1, Math.min(1, level / full)))) / 2;
    const digits = full < 10 ? 1 : 0;
    const baseline = 16 + ascent * size;
    return {
      kind: 'scale',
      width,
      height: 16 + leading * size,
      marks: (
        <g font-size={size} fill="var(--quiet)">
          <Pixels
            pixels={signedPicture(steps, channels, magnification)}
            width={33}
            height={1}
            x={0}
            y={8}
            size={width}
            tall={8}
          />
          {limit === 0 ? null : (
            <>
              <LimitMark x={place(-limit)} y={5.5} />
              <LimitMark x={place(limit)} y={5.5} />
            </>
          )}
          <text y={baseline}>−{decimal(full, digits)}</text>
          <text x={width / 2} y={baseline} text-anchor="middle">
            0
          </text>
          <text x={width} y={baseline} text-anchor="end">
            +{decimal(full, digits)}
          </text>
        </g>
      ),
    };
  };

/** The line under a nudge that says how large it may be. */
export const limitLine = (content: string): Piece => text(content, { mark: 'limit', strong: true });
