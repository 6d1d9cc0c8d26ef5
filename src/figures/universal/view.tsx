import { netWords } from '../../nets/catalogue.ts';
import { wilson } from '../../lab/statistics/interval.ts';
import { AnswerGrid, answerGridHeight, answerGridPlaces } from '../kit/drawing/answer-grid.tsx';
import { Axes, chartHeight, fieldOf, type ChartProps } from '../kit/drawing/chart/chart.tsx';
import { Lines } from '../kit/drawing/chart/lines.tsx';
import { linear, shares } from '../kit/drawing/chart/quantity.ts';
import type { View } from '../kit/contract/figure.ts';
import { decimal } from '../kit/words/format.ts';
import { Pixels } from '../kit/drawing/pixels.tsx';
import { signedPixels } from '../kit/drawing/signed.ts';
import { Svg } from '../kit/drawing/svg.tsx';
import { drawn, type UniversalFrame } from './frame.ts';
import { tableNetIds } from '../kit/words/digit-nets.ts';
import { held, stepsOf, type UniversalState } from './params.ts';
import tuned, { plain } from './tuned.ts';
import { chanceOf } from './words.ts';

const size = 13;

const places = {
  wide: { width: 720, picture: 140, table: 160, growth: { x: 400, width: 320 }, tuning: { x: 0, width: 720 } },
  narrow: { width: 340, picture: 112, table: 128, growth: { x: 0, width: 340 }, tuning: { x: 0, width: 340 } },
} as const;

const tall = 124;
const magnification = 2;

/** Each net: how many of the digits it reads anew, and how many under random signs. */
const Nets = ({
  x,
  frame,
  state,
}: {
  readonly x: number;
  readonly frame: UniversalFrame;
  readonly state: UniversalState;
}) => (
  <g font-size={size} style="font-variant-numeric: tabular-nums">
    <text x={x} y={size} font-weight={600}>
      fooled, of {held}
    </text>
    <text x={x} y={2.4 * size} fill="var(--quiet)">
      by it · random signs
    </text>
    {tableNetIds.map((id, m) => (
      <g key={id} data-set={`shownTo=${id}`} style="cursor: pointer">
        <text x={x} y={(4 + 1.45 * m) * size} font-weight={id === state.shownTo ? 700 : 400}>
          {netWords(id).short}
        </text>
        <text x={x + 108} y={(4 + 1.45 * m) * size} text-anchor="end" font-weight={600} fill="var(--warn)">
          {frame.fooled[m] ?? 0}
        </text>
        <text x={x + 140} y={(4 + 1.45 * m) * size} text-anchor="end" fill="var(--quiet)">
          {frame.chance[m] ?? '–'}
        </text>
      </g>
    ))}
  </g>
);

const Growth = ({
  chart,
  state,
  frame,
}: {
  readonly chart: ChartProps;
  readonly state: UniversalState;
  readonly frame: UniversalFrame;
}) => (
  <g>
    <Axes {...chart} />
    <Lines
      field={fieldOf(chart)}
      lines={[
        {
          label: `grown ${frame.history.at(-1) ?? 0}\u00a0%`,
          tone: 'var(--plus)',
          strong: true,
          points: frame.history.map((count, x) => {
            const { rate, low, high } = wilson(count, held);
            return { x, y: rate, low, high };
          }),
        },
        {
          label: `chance ${chanceOf(frame, state.net)}\u00a0%`,
          tone: 'var(--quiet)',
          points:
            frame.chance.length === 0
              ? []
              : [0, stepsOf(state)].map((x) => ({ x, y: chanceOf(frame, state.net) / held })),
        },
      ]}
    />
  </g>
);

const Tuning = ({ chart }: { readonly chart: ChartProps }) => (
  <g>
    <Axes {...chart} />
    <Lines
      field={fieldOf(chart)}
      lines={[
        {
          label: 'new ones',
          tone: 'var(--plus)',
          strong: true,
          dots: true,
          points: tuned.map(({ round, fresh }) => ({ x: round, y: fresh.rate, low: fresh.low, high: fresh.high })),
        },
        {
          label: 'plain digits',
          tone: 'var(--ink)',
          dash: '2 3',
          points: [0, tuned.length - 1].map((x) => ({ x, y: plain })),
        },
        {
          label: 'old ones',
          tone: 'var(--quiet)',
          dots: true,
          points: tuned.flatMap(({ round, learned }) =>
            learned ? [{ x: round, y: learned.rate, low: learned.low, high: learned.high }] : [],
          ),
        },
      ]}
    />
  </g>
);

/** The perturbation, what it does to each net, its growth; ten digits under it; the stored rounds of fine-tuning. */
const view: View<UniversalState, UniversalFrame> = ({ state, frame, layout, id }) => {
  const { width, picture, growth, tuning } = places[layout];
  const wide = layout === 'wide';
  const net = tableNetIds.indexOf(state.shownTo);
  const change = Float32Array.from(frame.perturbation, (level) => (level - 128) / 254);
  const tableX = picture + (wide ? 34 : 20);
  const growthTop = wide ? 0 : picture + 5.4 * size;
  const up = (name: string) => shares(name, [0, 1]);
  const growthChart: ChartProps = {
    ...{ ...growth, y: growthTop, height: tall, size, room: 7.6, up: up(`${netWords(state.net).short}: fooled, %`) },
    across: linear('steps of ten digits', [0, stepsOf(state)], { count: 4, format: (x) => decimal(x, 0) }),
  };
  const gridTop = Math.max(picture + 4 * size, growthTop + chartHeight(tall, size)) + (wide ? 6 : 16);
  const place = answerGridPlaces[layout];
  const answers = (says: Uint8Array) =>
    Array.from({ length: drawn }, (_, i) => ({
      text: String(says[net * drawn + i] ?? 0),
      fooled: says[net * drawn + i] !== frame.before[net * drawn + i],
    }));
  const tuningTop = gridTop + answerGridHeight(place, size, 1) + 22;
  const tuningChart: ChartProps = {
    ...{ ...tuning, y: tuningTop, height: tall, size, room: 7 },
    up: up(
      wide
        ? 'a net tuned on such nudges, again and again: fooled, % (measured beforehand)'
        : 'tuned on such nudges: fooled, % (stored)',
    ),
    across: linear('rounds of fine-tuning', [0, tuned.length - 1], {
      count: tuned.length,
      format: (x) => decimal(x, 0),
    }),
  };
  return (
    <Svg
      id={id}
      width={width}
      height={tuningTop + chartHeight(tall, size)}
      air={3}
      title="One perturbation for all digits, how many digits it turns as it grows, ten digits under it, and how a net fares that is tuned on such perturbations"
    >
      <text x={0} y={size} font-size={size} font-weight={600}>
        {wide ? 'the one nudge' : 'the nudge'} × {magnification}
      </text>
      <Pixels pixels={signedPixels(change, magnification)} width={28} height={28} x={0} y={1.6 * size} size={picture} />
      <text x={0} y={1.6 * size + picture + 1.3 * size} font-size={size} fill="var(--quiet)">
        ξ = {decimal(state.epsilon)}
        {wide ? `, for ${netWords(state.net).said}` : ''}
      </text>
      {wide ? null : (
        <text x={0} y={1.6 * size + picture + 2.7 * size} font-size={size} fill="var(--quiet)">
          for {netWords(state.net).said}
        </text>
      )}
      <Nets x={tableX} frame={frame} state={state} />
      <Growth chart={growthChart} state={state} frame={frame} />
      <AnswerGrid
        {...place}
        y={gridTop}
        size={size}
        title={`${wide ? 'ten digits it was not grown on, and' : 'ten unseen digits, and'} what ${wide ? netWords(state.shownTo).said : 'the net in bold'} says`}
        rows={[{ name: 'with the nudge', pictures: frame.pictures, answers: answers(frame.says) }]}
      />
      <Tuning chart={tuningChart} />
    </Svg>
  );
};

export default view;
