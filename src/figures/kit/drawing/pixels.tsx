import { pngDataUri } from './png.ts';

export interface PixelsProps {
  /** 8-bit samples, row after row: one a pixel (grey) or three (red, green, blue). */
  readonly pixels: Uint8Array;
  /** Pixels across and down. */
  readonly width: number;
  readonly height: number;
  /**
   * Place and width in the drawing, in its units; a whole multiple of `width` where there are few pixels, so
   * that they stay crisp.
   */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Height in the drawing; in proportion if not given. */
  readonly tall?: number;
  /** What the picture shows; without one it is part of a drawing that describes itself. */
  readonly title?: string;
}

/**
 * Data as a picture: its true pixels, smoothed only where it is shown smaller than they are, in a thin frame,
 * in both colour schemes the same.
 */
export const Pixels = ({
  pixels,
  width,
  height,
  x,
  y,
  size,
  tall = (size * height) / width,
  title,
}: PixelsProps) => (
  <g>
    {title === undefined ? null : <title>{title}</title>}
    <image
      href={pngDataUri(pixels, width, height, pixels.length === width * height ? 1 : 3)}
      x={x}
      y={y}
      width={size}
      height={tall}
      preserveAspectRatio="none"
      style={size < width ? undefined : 'image-rendering: pixelated'}
    />
    <rect x={x - 0.5} y={y - 0.5} width={size + 1} height={tall + 1} fill="none" stroke="var(--edge)" />
  </g>
);
