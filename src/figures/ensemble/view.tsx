import { AnswerGrid, answerGridHeight, answerGridPlaces } from '../kit/drawing/answer-grid.tsx';
import { Axes, chartHeight, fieldOf } from '../kit/drawing/chart/chart.tsx';
import { Lines } from '../kit/drawing/chart/lines.tsx';
import { linear } from '../kit/drawing/chart/quantity.ts';
import { decimal } from '../kit/words/format.ts';
import type { View } from '../kit/contract/figure.ts';
import { Triptych, triptychHeight } from '../kit/drawing/triptych.tsx';
import { Svg } from '../kit/drawing/svg.tsx';
import type { Attacked, EnsembleFrame } from './frame.ts';
import { attackersOf, params, shownAttacker, type EnsembleState } from './params.ts';
import { rowsOf } from './grid.ts';
import { WhoSays } from './who-says.tsx';
import { attackerNames, wrongOf } from './words.ts';

const places = {
  wide: {
    width: 720,
    size: 13,
    columns: [0, 108, 216],
    chart: { x: 356, width: 364, height: 176, room: 11 },
    table: 312,
  },
  narrow: {
    width: 340,
    size: 13,
    columns: [0, 128, 256],
    chart: { x: 0, width: 340, height: 160, room: 10.8 },
    table: 340,
  },
} as const;

const picture = 84;
const pixels = 784;
const tones = ['var(--quiet)', 'var(--minus)', 'var(--plus)', 'var(--belief)'] as const;
const magnification = 1 / params.epsilon.max;

/** A chosen digit under a chosen attacker; how many digits each attacker turns, step by step; all digits under all attackers. */
const view: View<EnsembleState, EnsembleFrame> = ({ state, frame, layout, id }) => {
  const { width, size, columns, chart: place, table: tableWidth } = places[layout];
  const wide = layout === 'wide';
  const n = frame.labels.length;
  const ids = attackersOf(state);
  const attacker = shownAttacker(state);
  const chosen = ids.indexOf(attacker);
  const attacked = frame.after[chosen] as Attacked;
  const label = frame.labels[state.digit] ?? 0;
  const cut = (all: Uint8Array): Uint8Array => all.subarray(state.digit * pixels, (state.digit + 1) * pixels);
  const common = state.nets * n + state.digit;
  const tall = triptychHeight(picture, size, 2);
  const tableTop = tall + 20;
  const tableEnd = tableTop + (1.5 * (state.nets + (state.nets > 1 ? 1 : 0)) + 1.6) * size;
  const chartTop = wide ? 0 : tableEnd + 18;
  const across = linear('steps', [0, state.steps], { count: wide ? 5 : 4, format: (value) => decimal(value, 0) });
  const up = linear(`wrong answers, of ${n}`, [0, n], { format: (value) => decimal(value, 0) });
  const chart = { ...place, y: chartTop, size, across, up };
  const gridTop = Math.max(tableEnd, chartTop + chartHeight(place.height, size)) + 20;
  const grid = answerGridPlaces[layout];
  const rows = rowsOf(state, frame);
  const height = Math.ceil(gridTop + answerGridHeight(grid, size, rows.length) + 2);
  return (
    <Svg
      id={id}
      width={width}
      height={height}
      air={3}
      title="One digit attacked and what each net says of it; how many digits each of four attackers turns, step by step; ten digits under all of them"
    >
      <Triptych
        y={0}
        columns={columns}
        picture={picture}
        room={picture}
        edge={columns[2] + picture + 4}
        size={size}
        from={cut(frame.digits)}
        to={cut(attacked.shown)}
        magnification={magnification}
        panels={[
          { head: 'picture', captions: [{ text: `drawn: ${label}`, mark: 'truth' }] },
          {
            head: `nudge × ${magnification}`,
            captions: [{ text: `ε = ${decimal(state.epsilon)}`, mark: 'limit', strong: true }],
          },
          {
            head: `${wide ? 'what ' : ''}${state.nets === 1 ? 'it sees' : 'they see'}`,
            captions: [
              {
                text: `${state.nets === 1 ? 'it says' : 'they say'}: ${attacked.says[common] ?? 0}`,
                mark: 'belief',
                strong: true,
              },
            ],
          },
        ]}
      />
      <text x={0} y={tall + 0.1 * size} font-size={size} fill="var(--quiet)">
        attacker: {attackerNames[attacker]}
      </text>
      <WhoSays {...{ y: tableTop, width: tableWidth, size, state, frame, attacked }} />
      <Axes {...chart} />
      <Lines
        field={fieldOf(chart)}
        lines={ids.map((one, a) => ({
          label: `${attackerNames[one]} ${wrongOf(frame.after[a] as Attacked)}`,
          points: (frame.after[a] as Attacked).wrong.map((y, x) => ({ x, y })),
          tone: tones[a] ?? 'var(--ink)',
          strong: a === chosen,
        }))}
      />
      <AnswerGrid
        {...grid}
        {...{ y: gridTop, size, rows }}
        title={state.nets === 1 ? 'what it says of ten digits' : 'what they say together of ten digits'}
      />
    </Svg>
  );
};

export default view;
