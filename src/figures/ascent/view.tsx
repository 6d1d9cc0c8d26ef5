import { netWords } from '../../nets/catalogue.ts';
import { bare } from '../kit/drawing/belief-bars.tsx';
import { Axes, chartHeight, fieldOf } from '../kit/drawing/chart/chart.tsx';
import { Lines } from '../kit/drawing/chart/lines.tsx';
import { linear, logOdds } from '../kit/drawing/chart/quantity.ts';
import { cutTo, ems } from '../kit/drawing/ems.ts';
import type { View } from '../kit/contract/figure.ts';
import { decimal, fixed } from '../kit/words/format.ts';
import { Triptych, triptychHeight } from '../kit/drawing/triptych.tsx';
import { Svg } from '../kit/drawing/svg.tsx';
import { climbsOf, type AscentFrame, type Climb } from './frame.ts';
import { answerName, othersOf, shapeOf, targetOf, type AscentState } from './params.ts';

const size = 13;
const lines = 2;
/** A change of half a pixel's range is in full colour. */
const magnification = 2;

const places = {
  wide: { width: 720, columns: [0, 166, 332], room: 150, edge: 482, others: { x: 508, width: 212 }, chart: 160 },
  narrow: { width: 340, columns: [0, 117, 234], room: 112, edge: 340, others: { x: 0, width: 340 }, chart: 140 },
} as const;

/** Widths of a picture: whole multiples of 28 and of 64 pixels. */
const pictures = { wide: { 28: 140, 64: 128 }, narrow: { 28: 84, 64: 64 } } as const;

interface OthersProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly state: AscentState;
  readonly climb: Climb;
}

const othersHeight = (state: AscentState): number => (1.6 + 1.4 * othersOf(state).length) * size;

/** What the nets say whose gradient nobody asked for. */
const Others = ({ x, y, width, state, climb }: OthersProps) => (
  <g font-size={size} style="font-variant-numeric: tabular-nums">
    <text x={x} y={y + size} font-weight={600}>
      nets that took no part say, %
    </text>
    {othersOf(state).map((id, k) => {
      const { says, sure } = climb.others[k] ?? { says: 0, sure: 0 };
      const wanted = says === targetOf(state);
      const baseline = y + (2.5 + 1.4 * k) * size;
      return (
        <g key={id}>
          <text x={x} y={baseline} fill="var(--quiet)">
            {netWords(id).short}
          </text>
          <text x={x + width} y={baseline} text-anchor="end" font-weight={wanted ? 600 : 400}>
            {cutTo(answerName(state, says), Math.max(5, width / size - ems(netWords(id).short) - 4.6))}, {bare(sure)}
          </text>
        </g>
      );
    })}
  </g>
);

/** Start + change = picture, for each climb; what other nets say; how sure the net grew. */
const view: View<AscentState, AscentFrame> = ({ state, frame, layout, id }) => {
  const wide = layout === 'wide';
  const { width, columns, room, edge, others, chart } = places[layout];
  const [side] = shapeOf(state);
  const picture = pictures[layout][side === 28 ? 28 : 64];
  const rowHeight = triptychHeight(picture, size, lines) + (wide ? 18 : othersHeight(state) + 34);
  const target = answerName(state, targetOf(state));
  const climbs = climbsOf(state, frame);
  const chartTop = climbs.length * rowHeight + 6;
  const axes = {
    ...{ x: 0, y: chartTop, width, height: chart, size, room: 7 },
    across: linear('steps', [0, state.steps], { count: 5, format: (value) => decimal(value, 0) }),
    up: logOdds(`how sure ${wide ? netWords(state.net).said : 'the net'} is of “${target}”, %`, [1e-5, 0.999999]),
  };
  const height = Math.ceil(chartTop + chartHeight(chart, size) + 2);
  const heads = ['no decay', `decay ${decimal(state.decay, 3)}`];
  return (
    <Svg
      id={id}
      width={width}
      height={height}
      title="The start, what gradient ascent added, and the picture that came of it, without decay and with it; what other nets say; how sure the net grew, step by step"
    >
      {climbs.map((climb, i) => (
        <g key={i}>
          <Triptych
            y={i * rowHeight}
            {...{ columns, picture, room, edge, size }}
            shape={[side, side]}
            from={frame.start}
            to={climb.picture}
            magnification={magnification}
            panels={[
              { head: 'start', captions: [{ text: heads[i] ?? '', strong: true }] },
              { head: `change × ${magnification}`, captions: [{ text: `length ${fixed(climb.length, 1)}` }] },
              {
                head: wide ? 'what the net sees' : 'net sees',
                captions: [
                  { text: cutTo(answerName(state, climb.says), 7), mark: 'belief' },
                  { text: `${bare(climb.answerSure)} %`, inset: true },
                ],
              },
            ]}
          />
          <Others
            x={others.x}
            y={i * rowHeight + (wide ? 0 : triptychHeight(picture, size, lines) + 6)}
            width={others.width}
            {...{ state, climb }}
          />
        </g>
      ))}
      <Axes {...axes} />
      <Lines
        field={fieldOf(axes)}
        lines={climbs.map((climb, i) => ({
          label: heads[i] ?? '',
          points: climb.sure.map((y, x) => ({ x, y })),
          tone: i === 0 ? 'var(--belief)' : 'var(--accent)',
          strong: i === 0,
        }))}
      />
    </Svg>
  );
};

export default view;
