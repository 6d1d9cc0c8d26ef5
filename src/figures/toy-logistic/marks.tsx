import type { Tone } from '../kit/drawing/pieces.ts';

/** Two decimals are finer than any screen and keep the markup small. */
export const px = (x: number): number => Math.round(x * 100) / 100;

/** The colour of a signed quantity: above zero, below, or neither. */
export const toneOf = (x: number): Tone => (x > 0 ? 'plus' : x < 0 ? 'minus' : 'quiet');

/** The same as a token, for marks. */
export const colourOf = (x: number): string => `var(--${toneOf(x)})`;

interface LineProps {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly stroke?: string;
  readonly dash?: string;
}

export const Line = ({ from, to, stroke = 'var(--rule)', dash }: LineProps) => (
  <path
    d={`M${px(from[0])} ${px(from[1])}L${px(to[0])} ${px(to[1])}`}
    stroke={stroke}
    stroke-dasharray={dash}
  />
);

interface RingProps {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly stroke: string;
  readonly width?: number;
  readonly fill?: string;
}

export const Ring = ({ x, y, r, stroke, width = 1.5, fill = 'var(--paper)' }: RingProps) => (
  <circle cx={px(x)} cy={px(y)} r={px(r)} fill={fill} stroke={stroke} stroke-width={width} />
);

interface WedgeProps {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly done: boolean;
}

/**
 * A nudge: a wedge whose base stands where the quantity was and whose point is where it is now, so that even
 * a step of a few units of width has a direction. Hollow while it is only planned.
 */
export const Wedge = ({ from, to, y, done }: WedgeProps) =>
  from === to ? null : (
    <path
      d={`M${px(from)} ${px(y - 5)}L${px(to)} ${px(y)}L${px(from)} ${px(y + 5)}Z`}
      fill={done ? 'var(--ink)' : 'var(--paper)'}
      stroke={done ? 'var(--paper)' : 'var(--quiet)'}
      stroke-width={1}
      paint-order="stroke"
    />
  );
