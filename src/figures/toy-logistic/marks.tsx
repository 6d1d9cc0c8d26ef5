import type { ComponentChildren } from 'preact';

/** Two decimals are finer than any screen and keep the markup small. */
export const px = (x: number): number => Math.round(x * 100) / 100;

/** The colour of a signed quantity: above zero, below, or neither. */
export const tone = (x: number): string => (x > 0 ? 'var(--plus)' : x < 0 ? 'var(--minus)' : 'var(--quiet)');

type Anchor = 'start' | 'middle' | 'end';

interface LabelProps {
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly anchor?: Anchor;
  readonly size?: number;
  readonly weight?: 400 | 500 | 600;
  readonly fill?: string;
  /** Lets the text stand on top of lines. */
  readonly halo?: boolean;
  readonly children: ComponentChildren;
}

export const Label = ({
  x,
  y,
  anchor = 'start',
  size = 13,
  weight = 400,
  fill = 'var(--ink)',
  halo,
  children,
}: LabelProps) => (
  <text
    x={px(x)}
    y={px(y)}
    text-anchor={anchor}
    font-size={size}
    font-weight={weight}
    fill={fill}
    {...(halo
      ? { stroke: 'var(--paper)', 'stroke-width': 4, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }
      : {})}
  >
    {children}
  </text>
);

interface BigProps {
  readonly x: number;
  readonly y: number;
  readonly fill: string;
  readonly text: string;
  /** Follows in text size. */
  readonly unit?: string;
}

/** A number in large figures, all of one size. */
export const Big = ({ x, y, fill, text, unit }: BigProps) => (
  <text x={px(x)} y={px(y)} fill={fill} style={{ fontVariantNumeric: 'normal' }}>
    <tspan font-size={26} font-weight={600}>
      {text}
    </tspan>
    {unit !== undefined && (
      <tspan font-size={13} fill="var(--ink)">
        {unit}
      </tspan>
    )}
  </text>
);

interface LineProps {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly stroke?: string;
  readonly width?: number;
  readonly dash?: string;
}

export const Line = ({ from, to, stroke = 'var(--rule)', width = 1, dash }: LineProps) => (
  <path
    d={`M${px(from[0])} ${px(from[1])}L${px(to[0])} ${px(to[1])}`}
    fill="none"
    stroke={stroke}
    stroke-width={width}
    stroke-dasharray={dash}
  />
);

/**
 * A nudge: a wedge whose base stands where the quantity was and whose point is where it is now, so that even
 * a step of a few units of width has a direction. Hollow while it is only planned.
 */
export const Wedge = ({
  from,
  to,
  y,
  done,
}: {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly done: boolean;
}) =>
  from === to ? null : (
    <path
      d={`M${px(from)} ${px(y - 5)}L${px(to)} ${px(y)}L${px(from)} ${px(y + 5)}Z`}
      fill={done ? 'var(--ink)' : 'var(--paper)'}
      stroke={done ? 'var(--paper)' : 'var(--quiet)'}
      stroke-width={1}
      paint-order="stroke"
    />
  );

/** A horizontal arrow; its head shrinks with it. */
export const Arrow = ({
  from,
  to,
  y,
  stroke = 'var(--ink)',
  width = 2,
}: {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly stroke?: string;
  readonly width?: number;
}) => {
  const head = Math.min(8, Math.abs(to - from)) * Math.sign(to - from);
  if (head === 0) return <circle cx={px(from)} cy={px(y)} r={width} fill={stroke} />;
  return (
    <g>
      <Line from={[from, y]} to={[to - head, y]} stroke={stroke} width={width} />
      <path
        d={`M${px(to - head)} ${px(y - 4.5)}L${px(to)} ${px(y)}L${px(to - head)} ${px(y + 4.5)}Z`}
        fill={stroke}
      />
    </g>
  );
};
