import { numberAt } from '../../lab/vec.ts';

/**
 * What an attack needs of each kind of size; undefined until it has been tried, null where it found nothing.
 */
export interface Budget {
  readonly pixels?: number | null;
  readonly l2?: number | null;
  readonly linf?: number | null;
}

/** How far the attacks look for what they need, where they stop before all there is. */
export const limits = { pixels: 60, linf: 0.5 } as const;

/** A digit edited by hand, what the net says of it, and what attacks need for the same digit. */
export interface HandFrame {
  readonly step: number;
  readonly label: number;
  /** 28×28 grey levels: as the pen drew it, and edited. */
  readonly picture: Uint8Array;
  readonly edited: Uint8Array;
  readonly before: Float32Array;
  readonly after: Float32Array;
  readonly budget: Budget;
}

/**
 * What the reader spent: pixels changed, the length of the change, and the largest of a pixel, in shares of
 * black to white.
 */
export const spent = ({
  picture,
  edited,
}: HandFrame): { readonly pixels: number; readonly l2: number; readonly linf: number } => {
  const changes = Array.from(edited, (level, i) => Math.abs(level - numberAt(picture, i)) / 255);
  return {
    pixels: changes.filter((change) => change > 0).length,
    l2: Math.hypot(...changes),
    linf: Math.max(...changes),
  };
};
