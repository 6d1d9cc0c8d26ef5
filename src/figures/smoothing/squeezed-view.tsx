import { fromLevels, toLevels } from '../../lab/eight-bits.ts';
import { clip } from '../../lab/vec.ts';
import { AnswerGrid, answerGridHeight, answerGridPlaces } from '../kit/drawing/answer-grid.tsx';
import type { Answer } from '../kit/drawing/answer-row.tsx';
import { bare, BeliefMark, TruthMark } from '../kit/drawing/belief-bars.tsx';
import { Axes, chartHeight, fieldOf } from '../kit/drawing/chart/chart.tsx';
import { Lines } from '../kit/drawing/chart/lines.tsx';
import { linear } from '../kit/drawing/chart/quantity.ts';
import { decimal } from '../kit/words/format.ts';
import type { ViewProps } from '../kit/contract/figure.ts';
import { Pixels } from '../kit/drawing/pixels.tsx';
import { Svg } from '../kit/drawing/svg.tsx';
import { defenceOf } from './defence.ts';
import type { SqueezedFrame } from './frame.ts';
import type { SmoothingState } from './params.ts';
import { last } from './words.ts';

const places = {
  wide: { width: 720, size: 13, chart: { x: 320, width: 400, height: 190, room: 12 } },
  narrow: { width: 340, size: 13, chart: { x: 0, width: 340, height: 160, room: 10.4 } },
} as const;

const picture = 84;
const pixels = 784;
const columns = [0, 150] as const;

interface PairProps {
  readonly y: number;
  readonly size: number;
  readonly state: SmoothingState;
  readonly head: string;
  readonly levels: Uint8Array;
  readonly label: number;
  readonly says: number;
  readonly sure: number;
}

/** A picture, what the defence makes of it, and what the net then says. */
const Pair = ({ y, size, state, head, levels, label, says, sure }: PairProps) => {
  const top = y + 1.6 * size;
  const seen = toLevels(clip(defenceOf(state).apply(fromLevels(levels)), [0, 1]));
  const wrong = says !== label;
  const baseline = top + picture + 1.5 * size;
  return (
    <g font-size={size} style="font-variant-numeric: tabular-nums">
      {[head, 'what the net sees'].map((text, i) => (
        <text key={text} x={columns[i]} y={y + size} font-weight={600}>
          {text}
        </text>
      ))}
      <Pixels pixels={levels} width={28} height={28} x={columns[0]} y={top} size={picture} />
      <path
        d={`M${picture + 22} ${top + picture / 2}h22m-7 -5l7 5l-7 5`}
        fill="none"
        stroke="var(--quiet)"
        stroke-width={1.5}
      />
      <Pixels pixels={seen} width={28} height={28} x={columns[1]} y={top} size={picture} />
      <TruthMark x={columns[0] + 5} y={baseline - 0.36 * size} />
      <text x={columns[0] + 15} y={baseline} fill="var(--quiet)">
        drawn: {label}
      </text>
      <BeliefMark x={columns[1] + 5} y={baseline - 0.36 * size} />
      <text
        x={columns[1] + 15}
        y={baseline}
        font-weight={600}
        fill={wrong ? 'var(--warn)' : 'var(--ink)'}
        {...(wrong && { 'text-decoration': 'underline' })}
      >
        {says}, {bare(sure)}
        {'\u00a0%'}
      </text>
    </g>
  );
};

/** A digit and what the defence makes of it, unattacked and attacked; how many answers fall; ten digits under both attackers. */
export const SqueezedView = ({
  state,
  frame,
  layout,
  id,
}: Omit<ViewProps<SmoothingState, SqueezedFrame>, 'frame'> & { readonly frame: SqueezedFrame }) => {
  const { width, size, chart: place } = places[layout];
  const { labels, digits, before, naive, knowing, undefended } = frame;
  const n = labels.length;
  const attacked = frame[state.attacker];
  const cut = (all: Uint8Array): Uint8Array => all.subarray(state.digit * pixels, (state.digit + 1) * pixels);
  const pairHeight = picture + 4.3 * size;
  const chartTop = layout === 'wide' ? 0 : 2 * pairHeight + 12;
  const across = linear('steps', [0, state.steps], { count: 4, format: (value) => decimal(value, 0) });
  const up = linear(`wrong answers, of ${n}`, [0, n], { format: (value) => decimal(value, 0) });
  const chart = { ...place, y: chartTop, size, across, up };
  const path = (history: readonly number[]) => history.map((y, x) => ({ x, y }));
  const gridTop = Math.max(2 * pairHeight, chartTop + chartHeight(place.height, size)) + 16;
  const grid = answerGridPlaces[layout];
  const answers = (says: Uint8Array, attacker?: SmoothingState['attacker']): readonly Answer[] =>
    Array.from(labels.slice(0, 10), (label, i) => ({
      text: String(says[i] ?? 0),
      fooled: says[i] !== label,
      ...(attacker && {
        set: `attacker=${attacker}&digit=${i}`,
        chosen: attacker === state.attacker && i === state.digit,
      }),
    }));
  const rows = [
    { name: 'unattacked', pictures: digits, answers: answers(before.says) },
    { name: 'attacker does not know', pictures: naive.shown, answers: answers(naive.says, 'naive') },
    { name: 'attacker knows', pictures: knowing.shown, answers: answers(knowing.says, 'knowing') },
  ];
  const height = Math.ceil(gridTop + answerGridHeight(grid, size, rows.length) + 2);
  const one = { size, state, label: labels[state.digit] ?? 0 };
  return (
    <Svg
      id={id}
      width={width}
      height={height}
      air={3}
      title="A digit before and after the filter, unattacked and attacked; how many answers each attacker makes wrong, step by step; ten digits"
    >
      <Pair
        {...one}
        y={0}
        head="picture"
        levels={cut(digits)}
        says={before.says[state.digit] ?? 0}
        sure={before.sure[state.digit] ?? 0}
      />
      <Pair
        {...one}
        y={pairHeight}
        head={state.attacker === 'naive' ? 'attacker does not know' : 'attacker knows'}
        levels={cut(attacked.shown)}
        says={attacked.says[state.digit] ?? 0}
        sure={attacked.sure[state.digit] ?? 0}
      />
      <Axes {...chart} />
      <Lines
        field={fieldOf(chart)}
        lines={[
          { label: `no filter ${last(undefended)}`, points: path(undefended), tone: 'var(--quiet)', dash: '5 4' },
          {
            label: `knows ${last(knowing.wrong)}`,
            points: path(knowing.wrong),
            tone: 'var(--belief)',
            strong: state.attacker === 'knowing',
          },
          {
            label: `does not know ${last(naive.wrong)}`,
            points: path(naive.wrong),
            tone: 'var(--minus)',
            strong: state.attacker === 'naive',
          },
        ]}
      />
      <AnswerGrid {...grid} {...{ y: gridTop, size, rows }} title="what the net says behind the filter" />
    </Svg>
  );
};
