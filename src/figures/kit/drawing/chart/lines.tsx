import { area, line } from 'd3';
import { numberAt } from '../../../../lab/vec.ts';
import { toBaseline, wrapped } from '../layout/type.ts';
import type { Field } from './field.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
  /** Bounds of the interval in which y lies with 95 %, where it is measured. */
  readonly low?: number;
  readonly high?: number;
}

/** One line of a chart, labelled at its end. */
export interface Line {
  readonly label: string;
  readonly points: readonly Point[];
  /** A token: var(--belief). */
  readonly tone: string;
  readonly dash?: string;
  /**
   * Dots at the points, with their intervals as strokes; a line without them shows its intervals as a band.
   */
  readonly dots?: boolean;
  readonly strong?: boolean;
}

export interface LinesProps {
  readonly field: Field;
  readonly lines: readonly Line[];
}

/**
 * Heights for labels that want to stand at `wanted` and have so many lines of `pitch` each: moved apart as
 * little as keeps them inside.
 */
export const spread = (
  wanted: readonly number[],
  pitch: number,
  [top, bottom]: readonly [number, number],
  lines: readonly number[] = wanted.map(() => 1),
) => {
  const order = wanted.map((_, i) => i).toSorted((a, b) => numberAt(wanted, a) - numberAt(wanted, b));
  const out = [...wanted];
  let least = top;
  for (const i of order) {
    out[i] = Math.max(numberAt(out, i), least);
    least = out[i] + pitch * numberAt(lines, i);
  }
  let most = bottom;
  for (const i of order.toReversed()) {
    out[i] = Math.min(numberAt(out, i), most - pitch * (numberAt(lines, i) - 1));
    most = out[i] - pitch;
  }
  return out;
};

const Interval = ({
  field,
  point,
  tone,
}: {
  readonly field: Field;
  readonly point: Point;
  readonly tone: string;
}) =>
  point.low === undefined || point.high === undefined ? null : (
    <path
      d={`M${field.px(point.x)} ${field.py(point.low)}V${field.py(point.high)}`}
      stroke={tone}
      stroke-opacity={0.6}
      stroke-width={1.25}
    />
  );

/** Space between a line's end and its name, in units of the text's size. */
const before = 0.6;

/**
 * Lines with their intervals, each named where it ends; names that would overlap make room for one another.
 */
export const Lines = ({ field, lines }: LinesProps) => {
  const { px, py, size, right, top, bottom, labels = Infinity } = field;
  const path = line<Point>(
    ({ x }) => px(x),
    ({ y }) => py(y),
  );
  const band = area<Point>(
    ({ x }) => px(x),
    ({ y, low }) => py(low ?? y),
    ({ y, high }) => py(high ?? y),
  );
  const drawn = lines.filter(({ points }) => points.length > 0);
  const ends = drawn.map(({ points }) => points.at(-1) as Point);
  const names = drawn.map(({ label, strong = false }, i) =>
    wrapped(label, (right + labels - px((ends[i] as Point).x)) / size - before, strong ? 600 : 500),
  );
  const pitch = 1.2 * size;
  const heights = spread(
    ends.map(({ y }) => py(y) + toBaseline * size),
    pitch,
    [top + toBaseline * size, bottom],
    names.map((broken) => broken.length),
  );
  return (
    <g font-size={size} style="font-variant-numeric: tabular-nums">
      {drawn.map(({ label, points, tone, dash, dots = false, strong = false }, i) => {
        const end = ends[i] as Point;
        return (
          <g key={label}>
            {!dots && points.some(({ low }) => low !== undefined) ? (
              <path d={band([...points]) ?? ''} fill={tone} fill-opacity={0.16} />
            ) : null}
            <path
              d={path([...points]) ?? ''}
              fill="none"
              stroke={tone}
              stroke-width={strong ? 2.25 : 1.75}
              stroke-linejoin="round"
              {...(dash && { 'stroke-dasharray': dash })}
            />
            {dots
              ? points.map((point) => (
                  <g key={point.x}>
                    <Interval field={field} point={point} tone={tone} />
                    <circle cx={px(point.x)} cy={py(point.y)} r={2.75} fill={tone} />
                  </g>
                ))
              : null}
            {names[i]?.map((words, k) => (
              <text
                key={words}
                x={px(end.x) + before * size}
                y={(heights[i] ?? 0) + k * pitch}
                fill={tone}
                font-weight={strong ? 600 : 500}
              >
                {words}
              </text>
            ))}
          </g>
        );
      })}
    </g>
  );
};
