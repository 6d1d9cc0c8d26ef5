import type { ComponentChildren } from 'preact';

export interface SvgProps {
  /** Unique on the page; the title gets one made of it. */
  readonly id: string;
  /** The drawing's size in its own units, of which one is about a pixel. */
  readonly width: number;
  readonly height: number;
  /**
   * Units left free on all sides, above and below at least one, for strokes and labels that reach over an
   * edge.
   */
  readonly air?: number;
  /** What the drawing shows, in words: its accessible name. */
  readonly title: string;
  readonly children: ComponentChildren;
}

/** The one SVG of a figure's view: named by its title, in the font and the ink of the page's controls. */
export const Svg = ({ id, width, height, air = 1, title, children }: SvgProps) => (
  <svg
    viewBox={`${-air} ${-Math.max(1, air)} ${width + 2 * air} ${Math.ceil(height) + 2 * Math.max(1, air)}`}
    role="img"
    aria-labelledby={`${id}-title`}
    style="font-family: var(--font-ui); font-variant-numeric: tabular-nums"
    fill="var(--ink)"
  >
    <title id={`${id}-title`}>{title}</title>
    {children}
  </svg>
);
