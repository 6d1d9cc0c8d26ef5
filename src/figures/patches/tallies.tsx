import { columns, stack, wide } from '../kit/drawing/arrange.ts';
import { heading, type Piece, plot, text, textWidth, toBaseline } from '../kit/drawing/pieces.ts';
import type { Tally } from './frame.ts';

const kinds = [
  { name: 'its shape', fill: 'var(--truth)', ink: 'var(--paper)' },
  { name: 'its surface', fill: 'var(--plus)', ink: 'var(--paper)' },
  { name: 'neither', fill: 'var(--rule)', ink: 'var(--ink)' },
] as const;

const framed = { stroke: 'var(--edge)', 'stroke-width': 0.5 } as const;

const key: Piece = columns(
  kinds.map(({ name, fill }, i) => {
    const swatch = plot('swatch', { lines: 1 }, ({ height, size }) => (
      <rect y={height / 2 - 0.4 * size} width={0.8 * size} height={0.8 * size} fill={fill} {...framed} />
    ));
    return wide(
      i === kinds.length - 1 ? { share: 1 } : { ems: textWidth(name) + 2.2 },
      columns([wide({ ems: 1.2 }, swatch), text(name)]),
    );
  }),
);

/** Parts of a whole in one bar, each with its number where there is room for it. */
const bar = ({ n, shape, surface }: Tally): Piece =>
  plot('bar', { lines: 1 }, ({ width, height, size }) => {
    const values = [shape, surface, n - shape - surface];
    const lengthOf = (value: number): number => (n === 0 ? 0 : (width * value) / n);
    return kinds.map(({ name, fill, ink }, i) => {
      const start = lengthOf(values.slice(0, i).reduce((sum, one) => sum + one, 0));
      const value = values[i] ?? 0;
      const long = lengthOf(value);
      return value === 0 ? null : (
        <g key={name} font-size={size}>
          <rect
            x={start}
            y={height / 2 - 0.475 * size}
            width={long}
            height={0.95 * size}
            fill={fill}
            {...framed}
          />
          {long < 1.6 * size ? null : (
            <text x={start + long / 2} y={height / 2 + toBaseline * size} text-anchor="middle" fill={ink}>
              {value}
            </text>
          )}
        </g>
      );
    });
  });

/**
 * What the net named, of all our drawings: the thing whose shape it is, the one whose surface it is, or
 * something else.
 */
export const tallied = (tallies: readonly Tally[]): Piece =>
  stack(
    [
      stack([heading('what the net names, of all our drawings'), key]),
      ...tallies.map((tally) =>
        columns(
          [
            wide({ ems: 9.8 }, text(tally.title, { align: 'end', tone: 'ink' })),
            bar(tally),
            wide({ ems: 3.3 }, text(`n = ${tally.n}`, { align: 'end' })),
          ],
          { space: 6 },
        ),
      ),
    ],
    6,
  );
