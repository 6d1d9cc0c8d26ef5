export interface WheelProps {
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
  /** Turns since the start, clockwise. */
  readonly turns: number;
  readonly spokes: number;
  /** Whether the first spoke is painted. */
  readonly painted: boolean;
}

/** The end of a spoke of that length, that many turns from the top. */
export const tip = (
  cx: number,
  cy: number,
  length: number,
  turns: number,
): readonly [x: number, y: number] => [
  cx + length * Math.sin(2 * Math.PI * turns),
  cy - length * Math.cos(2 * Math.PI * turns),
];

/** A spoked wheel; one of its spokes may be painted, by which its turning can be told. */
export const Wheel = ({ cx, cy, r, turns, spokes, painted }: WheelProps) => (
  <g fill="none" stroke="var(--ink)" stroke-width={Math.max(1, r / 24)}>
    <circle cx={cx} cy={cy} r={r} />
    {Array.from({ length: spokes }, (_, i) => {
      const [x, y] = tip(cx, cy, r, turns + i / spokes);
      return i === 0 && painted ? (
        <path
          key={i}
          d={`M${cx} ${cy}L${x} ${y}`}
          stroke="var(--truth)"
          stroke-width={Math.max(2.5, r / 12)}
        />
      ) : (
        <path key={i} d={`M${cx} ${cy}L${x} ${y}`} />
      );
    })}
    <circle cx={cx} cy={cy} r={r / 7} fill="var(--paper)" />
  </g>
);
