import { Axes, chartHeight, fieldOf } from '../kit/drawing/chart/chart.tsx';
import { Lines, type Point } from '../kit/drawing/chart/lines.tsx';
import { logOdds, powers } from '../kit/drawing/chart/quantity.ts';
import type { View } from '../kit/contract/figure.ts';
import { count, decimal } from '../kit/words/format.ts';
import { Svg } from '../kit/drawing/svg.tsx';
import { distances, type FarAwayFrame, type Ray } from './frame.ts';
import { Legend } from './legend.tsx';
import { Map } from './maps.tsx';
import { nearest, rays, type FarAwayState } from './params.ts';
import { describe, limitName, radii, rayOf, whole } from './words.ts';

const layouts = {
  wide: { width: 720, size: 13, map: 288, columns: [12, 404], chart: 180, room: 8.4 },
  narrow: { width: 340, size: 13, map: 144, columns: [4, 188], chart: 160, room: 6.4 },
} as const;

/** Certainty beyond the ends of the scale stands at its end. */
const ends = [1 / 3, 1 - 1e-7] as const;

const along = ({ sure }: Ray): readonly Point[] => distances.map((x, i) => ({ x, y: sure[i] ?? 0 }));

/** The median ray at each distance, and between which bounds nine rays of ten lie. */
const median = (all: readonly Ray[]): readonly Point[] =>
  distances.map((x, i) => {
    const sorted = all.map(({ sure }) => sure[i] ?? 0).toSorted((a, b) => a - b);
    const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
    return { x, y: at(0.5), low: at(0.05), high: at(0.95) };
  });

/** What the second map is: the first one again while the net is trained, then how far one has stepped back. */
const zoomed = ({ far }: FarAwayFrame, narrow: boolean): string => {
  if (far.reach === nearest) return narrow ? 'not yet zoomed out' : 'the same, not yet zoomed out';
  return narrow ? `out to ${radii(far.reach)} radii` : `far: out to ${radii(far.reach)} radii`;
};

/** Two maps of what the net says, near and far, and the confidence along the chosen ray out to 10,000 radii. */
const FarAway: View<FarAwayState, FarAwayFrame> = ({ state, frame, layout, id }) => {
  const { width, size, map, columns, chart: height, room } = layouts[layout];
  const narrow = layout === 'narrow';
  const top = 2.4 * size;
  const ray = rayOf(state, frame);
  const under = top + map + 2 * size;
  const key = { x: columns[0], y: under + 1.45 * size, size, ...(narrow ? {} : { second: columns[1] }) };
  const place = { x: 0, y: key.y + Legend.height(!narrow, size) + 2 * size, width, size, room, height };
  const chart = {
    ...place,
    across: powers('distance from the middle, in radii of the data', [0.1, 10_000], (value) =>
      narrow && value >= 1000 ? `${value / 1000}k` : decimal(value, 1),
    ),
    up: logOdds('confidence along a ray, % (log-odds)', ends),
  };
  const field = fieldOf(chart);
  const shared = { y: top, size: map, frame, angle: state.angle, text: size };
  return (
    <Svg id={id} width={width} height={place.y + chartHeight(height, size)} air={0} title={describe(state, frame)}>
      <Map
        {...shared}
        x={columns[0]}
        map={frame.near}
        head={narrow ? 'near the data' : `near: out to ${decimal(frame.near.reach)} radii of the data`}
      />
      <Map {...shared} x={columns[1]} map={frame.far} head={zoomed(frame, narrow)} limits />
      <g font-size={size} fill="var(--quiet)">
        <text x={columns[0]} y={under}>
          {`${whole(frame.near)} ${narrow ? 'is' : 'of it is'} ≥ 99.9 % sure`}
        </text>
        <text x={columns[1]} y={under}>
          {`${whole(frame.far)} ${narrow ? 'is' : 'of it is'} ≥ 99.9 % sure`}
        </text>
      </g>
      <Legend state={state} {...key} />
      <Axes {...chart} />
      <path d={`M${field.px(1)} ${field.top}V${field.bottom}`} stroke="var(--quiet)" stroke-dasharray="2 3" />
      <text x={field.px(1) + 4} y={field.bottom - 18} font-size={size} fill="var(--quiet)">
        data end
      </text>
      {ray === undefined ? null : (
        <g stroke="var(--accent)" stroke-width={1.5}>
          {Array.from(ray.ends, (end) => (
            <path key={end} d={`M${Math.round(10 * field.px(end)) / 10} ${field.bottom}v-9`} />
          ))}
        </g>
      )}
      <Lines
        field={field}
        lines={[
          { label: narrow ? 'median' : `median of ${count(rays)}`, points: median(frame.rays), tone: 'var(--quiet)' },
          ...(ray === undefined
            ? []
            : [
                {
                  label: narrow ? `${state.angle}°: ${limitName(ray)}` : `ray at ${state.angle}°: ${limitName(ray)}`,
                  points: along(ray),
                  tone: 'var(--accent)',
                  strong: true,
                },
              ]),
        ]}
      />
    </Svg>
  );
};

export default FarAway;
