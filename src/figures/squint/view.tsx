import { BeliefMark, TruthMark, bare } from '../kit/drawing/belief-bars.tsx';
import { Axes, chartHeight, fieldOf } from '../kit/drawing/chart/chart.tsx';
import { Lines } from '../kit/drawing/chart/lines.tsx';
import { linear } from '../kit/drawing/chart/quantity.ts';
import { decimal } from '../kit/words/format.ts';
import { withArticle } from '../kit/words/grammar.ts';
import type { View } from '../kit/contract/figure.ts';
import { Pixels } from '../kit/drawing/pixels.tsx';
import { Svg } from '../kit/drawing/svg.tsx';
import { blurred, part } from './blurred.ts';
import { Ten, tenHeight } from './ten.tsx';
import { blurAt, likeAt, readAt, type SquintFrame } from './frame.ts';
import { blurs, type SquintState } from './params.ts';

/** Where everything stands: three large pictures, the row of ten, the chart. */
const places = {
  wide: {
    width: 720,
    size: 13,
    large: 112,
    gap: 24,
    small: 56,
    pitch: 72.8,
    perRow: 10,
    chart: { x: 424, y: 0, width: 296, height: 118 },
  },
  narrow: {
    width: 340,
    size: 14,
    large: 84,
    gap: 44,
    small: 56,
    pitch: 70,
    perRow: 5,
    chart: { x: 0, y: 0, width: 340, height: 130 },
  },
} as const;

/** An evolved picture sharp and blurred beside the shape it should have, all ten blurred, and what blurring does to both counts. */
const view: View<SquintState, SquintFrame> = ({ state, frame, layout, id }) => {
  const { width, size, large, gap, small, pitch, perRow, chart } = places[layout];
  const wide = layout === 'wide';
  const digit = Number(state.digit);
  const b = blurAt(state.blur);
  const at = 10 * b + digit;
  const panels = [
    {
      head: wide ? 'as evolved' : 'evolved',
      picture: part(frame.pictures, digit),
      lines: [`net: ${frame.says[digit] ?? 0}`, `${bare(frame.sure[digit] ?? 0)}\u00a0% ${digit}`],
      mark: 'belief',
    },
    {
      head: state.blur === 0 ? 'not blurred' : `blurred ${decimal(state.blur)} px`,
      picture: blurred(part(frame.pictures, digit), state.blur),
      lines: [`net: ${frame.says[at] ?? 0}`, `${bare(frame.sure[at] ?? 0)}\u00a0% ${digit}`],
      mark: 'belief',
    },
    {
      head: wide ? `mean shape of ${withArticle(String(digit))}` : `mean ${digit}`,
      picture: part(frame.shapes, digit),
      lines: [`likest: ${frame.likest[at] ?? 0}`],
      mark: 'truth',
    },
  ] as const;
  const top = 1.6 * size;
  const largeEnd = top + large + 3.3 * size;
  const rowTop = largeEnd + (wide ? 22 : 18);
  const rowEnd = rowTop + tenHeight(10 / perRow, small, size);
  const chartTop = wide ? 0 : rowEnd + 12;
  const placed = {
    ...chart,
    y: chartTop,
    size,
    across: linear('blur, pixels', [0, 4]),
    up: linear('of the ten pictures', [0, 10]),
    room: 7.4,
  };
  const field = fieldOf(placed);
  const count = (of: (frame: SquintFrame, b: number) => number) =>
    blurs.map((blur, k) => ({ x: blur, y: of(frame, k) }));
  const height = Math.ceil(Math.max(rowEnd, chartTop + chartHeight(chart.height, size))) + 4;
  return (
    <Svg
      id={id}
      width={width}
      height={height}
      title="An evolved picture, the same blurred, and the mean shape of its digit; all ten evolved pictures blurred; how many look like their digit and how many the net still reads, by blur"
    >
      <g font-size={size} style="font-variant-numeric: tabular-nums">
        {panels.map(({ head, picture, lines, mark }, i) => {
          const x = i * (large + gap);
          const Mark = mark === 'belief' ? BeliefMark : TruthMark;
          return (
            <g key={head}>
              <text x={x} y={size} font-weight={600}>
                {head}
              </text>
              <Pixels pixels={picture} width={28} height={28} x={x} y={top} size={large} />
              <Mark x={x + 5} y={top + large + 1.1 * size} />
              {lines.map((line, k) => (
                <text
                  key={line}
                  x={x + 15}
                  y={top + large + (1.45 + 1.35 * k) * size}
                  font-weight={k === 0 ? 600 : 400}
                  fill={k === 0 ? 'var(--ink)' : 'var(--quiet)'}
                >
                  {line}
                </text>
              ))}
            </g>
          );
        })}
      </g>
      <Ten state={state} frame={frame} y={rowTop} size={size} small={small} pitch={pitch} perRow={perRow} />
      <Axes {...placed} />
      <path d={`M${field.px(state.blur)} ${field.top}V${field.bottom}`} stroke="var(--edge)" />
      <Lines
        field={field}
        lines={[
          { label: 'net reads it', points: count(readAt), tone: 'var(--belief)', strong: true },
          {
            label: 'right shape',
            points: count(likeAt),
            tone: 'var(--truth)',
            strong: true,
          },
          {
            label: 'chance',
            points: [
              { x: 0, y: 1 },
              { x: 4, y: 1 },
            ],
            tone: 'var(--quiet)',
            dash: '3 3',
          },
        ]}
      />
    </Svg>
  );
};

export default view;
