import { scaleLinear } from 'd3';
import type { Tally } from './frame.ts';

interface TalliesProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly tallies: readonly Tally[];
}

/** Height of so many rows. */
export const talliesHeight = (size: number, rows: number): number => (3.6 + 2 * rows) * size;

const parts = [
  { name: 'its shape', fill: 'var(--truth)' },
  { name: 'its surface', fill: 'var(--plus)' },
  { name: 'neither', fill: 'var(--rule)' },
] as const;

/** What the net named, of all our drawings: the thing whose shape it is, the one whose surface it is, or something else. */
export const Tallies = ({ x, y, width, size, tallies }: TalliesProps) => {
  const left = x + 10.6 * size;
  const bar = 0.95 * size;
  const length = scaleLinear([0, 1], [0, x + width - left - 3.6 * size]);
  return (
    <g font-size={size} style="font-variant-numeric: tabular-nums">
      <text x={x} y={y + size} font-weight={600}>
        what the net names, of all our drawings
      </text>
      {parts.map(({ name, fill }, i) => (
        <g key={name} transform={`translate(${x + i * 7.4 * size} ${y + 1.9 * size})`}>
          <rect
            y={0.05 * size}
            width={0.8 * size}
            height={0.8 * size}
            fill={fill}
            stroke="var(--edge)"
            stroke-width={0.5}
          />
          <text x={1.2 * size} y={0.8 * size} fill="var(--quiet)">
            {name}
          </text>
        </g>
      ))}
      {tallies.map((tally, row) => {
        const top = y + (3.5 + 2 * row) * size;
        const { n, shape, surface } = tally;
        const values = [shape, surface, n - shape - surface];
        return (
          <g key={tally.title}>
            <text x={left - 0.6 * size} y={top + 0.8 * size} text-anchor="end">
              {tally.title}
            </text>
            {values.map((value, i) => {
              if (value === 0) return null;
              const start = length(values.slice(0, i).reduce((sum, one) => sum + one, 0) / n);
              const room = length(value / n);
              return (
                <g key={parts[i]?.name}>
                  <rect
                    x={left + start}
                    y={top}
                    width={room}
                    height={bar}
                    fill={parts[i]?.fill}
                    stroke="var(--edge)"
                    stroke-width={0.5}
                  />
                  {room < 1.6 * size ? null : (
                    <text
                      x={left + start + room / 2}
                      y={top + 0.82 * size}
                      text-anchor="middle"
                      fill={i === 2 ? 'var(--ink)' : 'var(--paper)'}
                    >
                      {value}
                    </text>
                  )}
                </g>
              );
            })}
            <text x={x + width} y={top + 0.8 * size} text-anchor="end" fill="var(--quiet)">
              n = {n}
            </text>
          </g>
        );
      })}
    </g>
  );
};
