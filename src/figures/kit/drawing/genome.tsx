import { useMemo } from 'preact/hooks';
import { genomeUri } from './genome-uri.ts';

export interface GenomePictureProps {
  /** The genome as its encoding writes it. */
  readonly genome: string;
  /**
   * Pixels along each side: those that a net sees, or twice the size in the drawing and more for a sharp
   * pattern.
   */
  readonly pixels: number;
  /** Place and width in the drawing, in its units. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/**
 * An evolved picture in a drawing, computed from its genome; smoothed only where it is shown smaller than it
 * is.
 */
export const GenomePicture = ({ genome, pixels, x, y, size }: GenomePictureProps) => {
  const href = useMemo(() => genomeUri(genome, pixels), [genome, pixels]);
  return (
    <g>
      <image
        href={href}
        x={x}
        y={y}
        width={size}
        height={size}
        style={size < pixels ? undefined : 'image-rendering: pixelated'}
      />
      <rect x={x - 0.5} y={y - 0.5} width={size + 1} height={size + 1} fill="none" stroke="var(--edge)" />
    </g>
  );
};
