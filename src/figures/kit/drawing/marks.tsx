export interface At {
  readonly x: number;
  readonly y: number;
}

/** The sign of what a person says: an open ring. */
export const TruthMark = ({ x, y }: At) => (
  <circle cx={x} cy={y} r={4.5} fill="none" stroke="var(--truth)" stroke-width={1.75} />
);

/** The sign of what the net says: a dot, small enough to stand inside the ring where both say the same. */
export const BeliefMark = ({ x, y }: At) => <circle cx={x} cy={y} r={2.75} fill="var(--belief)" />;

/** The sign of what is wanted: an open triangle, wide enough for the dot where it is reached. */
export const TargetMark = ({ x, y }: At) => (
  <path
    d={`M${x - 5} ${y - 5.5}V${y + 5.5}L${x + 6.5} ${y}Z`}
    fill="none"
    stroke="var(--ink)"
    stroke-width={1.25}
    stroke-linejoin="round"
  />
);

/** The sign of the limit, in the middle of a line of words: a small triangle that points down. */
export const LimitMark = ({ x, y }: At) => (
  <path d={`M${x - 4} ${y - 3.5}h8L${x} ${y + 3.5}Z`} fill="var(--ink)" />
);

/** Lets words stand on top of lines. */
export const halo = {
  stroke: 'var(--paper)',
  'stroke-width': 4,
  'stroke-linejoin': 'round',
  'paint-order': 'stroke',
} as const;

export interface ArrowProps {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly stroke: string;
  readonly width: number;
}

/** An arrow whose head shrinks with it; nothing where it is shorter than a pixel. */
export const Arrow = ({ from, to, stroke, width }: ArrowProps) => {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  if (length < 1) return null;
  const head = Math.min(9, length);
  const [ux, uy] = [dx / length, dy / length];
  const [bx, by] = [to[0] - head * ux, to[1] - head * uy];
  return (
    <g>
      <path d={`M${from[0]} ${from[1]}L${bx} ${by}`} stroke={stroke} stroke-width={width} />
      <path
        d={`M${to[0]} ${to[1]}L${bx - 4.5 * uy} ${by + 4.5 * ux}L${bx + 4.5 * uy} ${by - 4.5 * ux}Z`}
        fill={stroke}
      />
    </g>
  );
};
