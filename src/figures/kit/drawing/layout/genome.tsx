import { GenomePicture } from '../genome.tsx';
import { pictureWidth } from './pictures.tsx';
import type { Piece } from './piece.tsx';

export interface GenomeSpec {
  /** The genome as its encoding writes it. */
  readonly genome: string;
  /** Pixels along each side: those that a net sees, or many for a sharp pattern. */
  readonly pixels: number;
  /** Width in the drawing at most. */
  readonly most: number;
  readonly chosen?: boolean;
}

/** An evolved picture, computed from its genome. */
export const genome =
  ({ genome: written, pixels, most, chosen = false }: GenomeSpec): Piece =>
  (room) => {
    const size = pictureWidth(pixels, Math.min(room.width, most) - 1);
    return {
      kind: 'genome',
      width: size + 1,
      height: size + 1,
      marks: (
        <>
          <GenomePicture genome={written} pixels={pixels} x={0.5} y={0.5} size={size} />
          {chosen ? (
            <rect
              x={-1.5}
              y={-1.5}
              width={size + 4}
              height={size + 4}
              fill="none"
              stroke="var(--accent)"
              stroke-width={3}
            />
          ) : null}
        </>
      ),
    };
  };
