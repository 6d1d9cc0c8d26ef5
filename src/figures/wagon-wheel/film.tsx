import { Axes, chartHeight, fieldOf } from '../kit/drawing/chart/chart.tsx';
import { Lines } from '../kit/drawing/chart/lines.tsx';
import { linear } from '../kit/drawing/chart/quantity.ts';
import type { Layout } from '../kit/contract/figure.ts';
import { fixed } from '../kit/words/format.ts';
import { isEither, params, seenSpeed, type WheelState } from './params.ts';
import { Wheel } from './wheel.tsx';

interface FilmProps {
  readonly state: WheelState;
  readonly index: number;
  readonly layout: Layout;
}

const places = {
  wide: {
    size: 13,
    r: 78,
    large: [0, 200],
    strip: { y: 232, pitch: 54.5, r: 21 },
    chart: { x: 432, y: 0, width: 288, height: 140 },
  },
  narrow: {
    size: 14,
    r: 66,
    large: [0, 178],
    strip: { y: 206, pitch: 26, r: 11 },
    chart: { x: 0, y: 320, width: 340, height: 150 },
  },
} as const;

/** Height of the film's drawing. */
export const filmHeight = (layout: Layout): number => {
  const { size, strip, chart } = places[layout];
  return Math.max(strip.y + 4 * size + 4 * strip.r + 24, chart.y + chartHeight(chart.height, size));
};

const most = params.speed.max;

/** Frames that stand side by side after the first of them. */
const inStrip = 12;

/** What a film shows at every true speed, as pieces between the speeds at which it jumps from forwards to backwards. */
const pieces = (state: WheelState): readonly (readonly { x: number; y: number }[])[] => {
  const period = state.rate / state.spokes;
  return Array.from({ length: Math.floor(most / period + 0.5) + 1 }, (_, k) => {
    const [from, to] = [Math.max(0, (k - 0.5) * period), Math.min(most, (k + 0.5) * period)];
    return [from, to].map((x) => ({ x, y: x - k * period }));
  });
};

/** A frame of the film large, as it is filmed and with one spoke painted; the whole film; and what films show of all speeds. */
export const Film = ({ state, index, layout }: FilmProps) => {
  const { size, r, large, strip, chart } = places[layout];
  const turns = (frame: number): number => (state.speed * frame) / state.rate;
  const seen = seenSpeed(state.speed, state);
  const firstInStrip = inStrip * Math.max(0, Math.ceil(index / inStrip) - 1);
  const dots = isEither(seen, state) ? [seen, -seen] : [seen];
  const limit = Math.max(0.5, state.rate / state.spokes / 2);
  const placed = {
    ...chart,
    size,
    across: linear('the wheel turns, times a second', [0, most], { count: 6 }),
    up: linear('it seems to turn, times a second', [-Math.min(most, limit), most], { count: 6 }),
    room: 3.6,
  };
  const field = fieldOf(placed);
  const rows = [
    { name: `the film, frames ${firstInStrip} to ${firstInStrip + inStrip}`, painted: false },
    { name: 'the same with one spoke painted', painted: true },
  ];
  return (
    <>
      <g font-size={size}>
        {large.map((x, i) => (
          <g key={x}>
            <text x={x} y={size} font-weight={600}>
              {i === 0
                ? `frame ${index}, ${fixed(index / state.rate, 2)} s`
                : layout === 'wide'
                  ? 'with one spoke painted'
                  : 'one spoke painted'}
            </text>
            <Wheel
              cx={x + r + 2}
              cy={1.8 * size + r}
              r={r}
              turns={turns(index)}
              spokes={state.spokes}
              painted={i === 1}
            />
          </g>
        ))}
        {rows.map(({ name, painted }, row) => {
          const y = strip.y + row * (2 * strip.r + 2 * size + 8);
          return (
            <g key={row}>
              <text x={0} y={y} fill="var(--quiet)">
                {name}
              </text>
              {Array.from({ length: inStrip + 1 }, (_, place) => {
                const frame = firstInStrip + place;
                const cx = place * strip.pitch + strip.r + 2;
                const cy = y + 0.6 * size + strip.r;
                return (
                  <g key={place}>
                    <Wheel cx={cx} cy={cy} r={strip.r} turns={turns(frame)} spokes={state.spokes} painted={painted} />
                    {frame === index ? (
                      <path
                        d={`M${cx - strip.r} ${cy + strip.r + 5}h${2 * strip.r}`}
                        stroke="var(--accent)"
                        stroke-width={2.5}
                      />
                    ) : null}
                  </g>
                );
              })}
            </g>
          );
        })}
      </g>
      <Axes {...placed} />
      <path d={`M${field.left} ${field.py(0)}H${field.right}`} stroke="var(--edge)" />
      <path
        d={`M${field.px(0)} ${field.py(0)}L${field.px(most)} ${field.py(most)}`}
        stroke="var(--truth)"
        stroke-dasharray="4 3"
        stroke-width={1.5}
      />
      {pieces(state).map((points) => (
        <path
          key={points[0]?.x}
          d={`M${points.map(({ x, y }) => `${field.px(x)} ${field.py(y)}`).join('L')}`}
          fill="none"
          stroke="var(--belief)"
          stroke-width={1.75}
        />
      ))}
      <Lines field={field} lines={[{ label: 'true', points: [{ x: most, y: most }], tone: 'var(--truth)' }]} />
      <g font-size={size}>
        {dots.map((y) => (
          <circle key={y} cx={field.px(state.speed)} cy={field.py(y)} r={4.5} fill="var(--belief)" />
        ))}
        <text x={field.right + 0.6 * size} y={field.py(0) + 0.36 * size} fill="var(--belief)" font-weight={600}>
          film
        </text>
      </g>
    </>
  );
};
