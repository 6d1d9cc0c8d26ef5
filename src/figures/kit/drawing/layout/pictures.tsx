import { digitSide } from '../../../../data/digit.ts';
import { Pixels } from '../pixels.tsx';
import type { Piece } from './piece.tsx';

export interface PictureSpec {
  /** 8-bit samples, row after row: one a pixel (grey) or three (red, green, blue). */
  readonly pixels: Uint8Array;
  /** Pixels across and down; a digit’s unless given. */
  readonly shape?: readonly [height: number, width: number];
  /** Width in the drawing at most; all the room there is unless given. */
  readonly most?: number;
  /** Whether it is the chosen one among several: it has a frame around it. */
  readonly chosen?: boolean;
  /** What it shows, where the drawing does not say so. */
  readonly title?: string;
}

/** Half of the frame that lies around a picture. */
const frame = 0.5;

/**
 * Pictures with fewer pixels than that across are enlarged by whole factors, so that they stay crisp, where
 * there is room for two.
 */
const few = 40;

/** Width in the drawing of a picture with so many pixels across, in that much room. */
export const pictureWidth = (across: number, room: number): number =>
  across > few || room < 2 * across ? room : across * Math.floor(room / across);

/** A picture's true pixels in a thin frame, as large as its room allows. */
export const picture =
  ({
    pixels,
    shape: [down, across] = [digitSide, digitSide],
    most = Infinity,
    chosen = false,
    title,
  }: PictureSpec): Piece =>
  (room) => {
    const size = pictureWidth(across, Math.min(room.width, most) - 2 * frame);
    const tall = (size * down) / across;
    return {
      kind: 'picture',
      width: size + 2 * frame,
      height: tall + 2 * frame,
      marks: (
        <>
          <Pixels
            pixels={pixels}
            width={across}
            height={down}
            x={frame}
            y={frame}
            size={size}
            {...(title !== undefined && { title })}
          />
          {chosen ? (
            <rect
              x={-2}
              y={-2}
              width={size + 5}
              height={tall + 5}
              fill="none"
              stroke="var(--accent)"
              stroke-width={2}
            />
          ) : null}
        </>
      ),
    };
  };
