import { classesOf } from '../../data/plane.ts';
import { Point } from './maps.tsx';
import type { FarAwayState } from './params.ts';
import { className } from './words.ts';

interface LegendProps {
  readonly state: FarAwayState;
  readonly x: number;
  /** The first baseline. */
  readonly y: number;
  /** Where the second column begins; one column below the other without. */
  readonly second?: number;
  readonly size: number;
}

/** Distance between two lines, in sizes of the text. */
const pitch = 1.45;

/** What the colours, signs, thin lines and dots of the maps mean. */
export const Legend = ({ state, x, y, second, size }: LegendProps) => {
  const classes = Array.from({ length: classesOf(state.data) }, (_, label) => label);
  const each = 2.1 * size;
  const after = x + classes.length * each + 0.4 * size;
  const lines = [
    'thin lines: where a linear piece ends',
    'dots around it: the limit along each ray;',
    'grey: no certainty, for ever',
  ];
  const rest = lines.map((text, i) =>
    second !== undefined && i > 0 ? { text, at: second, down: i - 1 } : { text, at: x, down: i + 1 },
  );
  return (
    <g font-size={size} fill="var(--quiet)">
      {classes.map((label) => (
        <g key={label}>
          <Point x={x + label * each + 0.4 * size} y={y - 0.35 * size} r={0.36 * size} label={label} />
          <text x={x + label * each + size} y={y} fill="var(--ink)" font-weight={600}>
            {className(label)}
          </text>
        </g>
      ))}
      <text x={after} y={y}>
        {second === undefined ? 'full colour: at least 99.9 % sure of it' : 'full colour: ≥ 99.9 % sure of it'}
      </text>
      {rest.map(({ text, at, down }) => (
        <text key={text} x={at} y={y + pitch * down * size}>
          {text}
        </text>
      ))}
    </g>
  );
};

/** Its height from the first baseline to the last. */
Legend.height = (twoColumns: boolean, size: number): number => pitch * (twoColumns ? 1 : 3) * size;
