import { area, line } from 'd3';
import { numberAt } from '../../../../lab/vec.ts';
import { label } from '../layout/label.tsx';
import type { Placed } from '../layout/piece.tsx';
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
  /** What it is called; '' where it goes without a name. */
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
  /** One of many that only together say something. */
  readonly thin?: boolean;
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

const shown = (lines: readonly Line[]): readonly Line[] => lines.filter(({ points }) => points.length > 0);

/** The lines whose names are written. */
export const named = (lines: readonly Line[]): readonly Line[] =>
  shown(lines).filter(({ label: name }) => name !== '');

/** From one name to the next, in units of their size. */
export const namePitch = 1.2;

/** The names of lines, each where its line ends; those that would overlap make room for one another. */
export const lineNames = ({ field, lines }: LinesProps): readonly Placed[] => {
  const { px, py, size, right, top, bottom, labels } = field;
  const names = named(lines).map(({ label: name, points, tone, strong = false }) => {
    const end = points.at(-1) as Point;
    const [x, weight] = [px(end.x) + before * size, strong ? 600 : 500];
    return { x, y: py(end.y), weight, tone, words: wrapped(name, (right + labels - x) / size, weight) };
  });
  const pitch = namePitch * size;
  const heights = spread(
    names.map(({ y }) => y + toBaseline * size),
    pitch,
    [top + toBaseline * size, bottom],
    names.map(({ words }) => words.length),
  );
  return names.flatMap(({ x, weight, tone, words }, i) =>
    words.map((line, k) => label(line, { x, y: (heights[i] ?? 0) + k * pitch }, { size, weight, tone })),
  );
};

/** Lines with their intervals. */
export const Lines = ({ field, lines }: LinesProps) => {
  const { px, py } = field;
  const path = line<Point>(
    ({ x }) => px(x),
    ({ y }) => py(y),
  );
  const band = area<Point>(
    ({ x }) => px(x),
    ({ y, low }) => py(low ?? y),
    ({ y, high }) => py(high ?? y),
  );
  return (
    <g>
      {shown(lines).map(({ points, tone, dash, dots = false, strong = false, thin = false }, i) => (
        <g key={i}>
          {!dots && points.some(({ low }) => low !== undefined) ? (
            <path d={band([...points]) ?? ''} fill={tone} fill-opacity={0.16} />
          ) : null}
          <path
            d={path([...points]) ?? ''}
            fill="none"
            stroke={tone}
            stroke-width={thin ? 0.75 : strong ? 2.25 : 1.75}
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
        </g>
      ))}
    </g>
  );
};
