import { netWords } from '../../nets/catalogue.ts';
import { wilson } from '../../lab/statistics/interval.ts';
import { Axes, chartHeight, fieldOf, type Field } from '../kit/drawing/chart/chart.tsx';
import { Lines } from '../kit/drawing/chart/lines.tsx';
import { linear, shares } from '../kit/drawing/chart/quantity.ts';
import { decimal } from '../kit/words/format.ts';
import type { View } from '../kit/contract/figure.ts';
import { Svg } from '../kit/drawing/svg.tsx';
import type { CurveFrame } from './frame.ts';
import { measuredOf, type Measured } from './measured.ts';
import { curvesOf, epsilonAt, shownCurve, type CurveState } from './params.ts';
import { Strip, stripHeight } from './strip.tsx';
import { nudgeNames } from './nudges.ts';
import { curveName } from './words.ts';

const places = {
  wide: { width: 720, size: 13, height: 250, room: 13, picture: 56 },
  narrow: { width: 340, size: 13, height: 210, room: 8.2, picture: 28 },
} as const;

const tonesOfNudges = ['var(--quiet)', 'var(--plus)', 'var(--belief)'] as const;
const tonesOfNets = ['var(--belief)', 'var(--quiet)', 'var(--plus)', 'var(--minus)', 'var(--ok)'] as const;

/** Short names where the drawing is narrow. */
const short: Readonly<Record<string, string>> = {
  'random signs': 'random',
};

interface SquareProps {
  readonly field: Field;
  readonly one: Measured;
  readonly tone: string;
  /** Aside of its ε, where several would lie upon each other. */
  readonly aside: number;
}

/** A measured share with its interval: an open square. */
const Square = ({ field, one, tone, aside }: SquareProps) => {
  const [x, y] = [field.px(one.epsilon) + aside, field.py(one.rate)];
  return (
    <g stroke={tone} fill="none">
      <path d={`M${x} ${field.py(one.low)}V${field.py(one.high)}`} stroke-opacity={0.7} />
      <rect x={x - 4} y={y - 4} width={8} height={8} fill="var(--paper)" stroke-width={1.75} />
    </g>
  );
};

/** Share read rightly against ε, a line with its interval for each nudge or net; one digit at each ε. */
const view: View<CurveState, CurveFrame> = ({ state, frame, layout, id }) => {
  const { width, size, height: tall, room, picture } = places[layout];
  const curves = curvesOf(state);
  const tones = state.compare === 'nets' ? tonesOfNets : tonesOfNudges;
  const chart = {
    ...{ x: 0, y: 0, width, height: tall, size, room },
    across: linear('ε: how far each pixel may go, black to white = 1', [0, state.largest], {
      count: layout === 'wide' ? 8 : 4,
    }),
    up: shares(`read rightly, % of ${frame.n} digits`),
  };
  const field = fieldOf(chart);
  const scanned = curves.flatMap((curve, c) => {
    const one = measuredOf(curve);
    return one === undefined || one.epsilon > state.largest + 1e-9 ? [] : [{ one, tone: tones[c] ?? 'var(--ink)' }];
  });
  const keyTop = chartHeight(tall, size) + 0.8 * size;
  const stripTop = keyTop + (scanned.length > 0 ? 1.9 * size : 0.4 * size);
  const shown = curves[shownCurve(state)];
  const rows = [
    { name: nudgeNames.random, pictures: frame.noisy, says: frame.saysNoisy },
    ...(shown === undefined || shown.nudge === 'random'
      ? []
      : [{ name: nudgeNames[shown.nudge], pictures: frame.attacked, says: frame.saysAttacked }]),
  ];
  const height = Math.ceil(stripTop + stripHeight(picture, size, rows.length) + 2);
  return (
    <Svg
      id={id}
      width={width}
      height={height}
      air={3}
      title="The share of digits that are still read rightly, by the size of the nudge, with intervals; one digit at each size"
    >
      <Axes {...chart} />
      <Lines
        field={field}
        lines={curves.map((curve, c) => {
          const name = curveName(state, curve);
          const right = frame.right[c] ?? [];
          return {
            label: `${layout === 'narrow' ? (short[name] ?? name) : name} ${decimal((100 * (right.at(-1) ?? 0)) / frame.n, 0)}\u00a0%`,
            points: right.map((count, step) => {
              const { rate, low, high } = wilson(count, frame.n);
              return { x: epsilonAt(state, step), y: rate, low, high };
            }),
            tone: tones[c] ?? 'var(--ink)',
            strong: c === shownCurve(state),
          };
        })}
      />
      {scanned.map(({ one, tone }, i) => (
        <Square
          key={`${one.net} ${one.nudge}`}
          {...{ field, one, tone }}
          aside={state.compare === 'nets' ? 10 * (i - (scanned.length - 1) / 2) : 0}
        />
      ))}
      {scanned.length === 0 ? null : (
        <g font-size={size} fill="var(--quiet)">
          <rect
            x={field.left + 1}
            y={keyTop - 1}
            width={8}
            height={8}
            fill="none"
            stroke="var(--quiet)"
            stroke-width={1.75}
          />
          <text x={field.left + 16} y={keyTop + 0.6 * size}>
            {layout === 'wide'
              ? 'measured on 1,000 scanned digits (MNIST), of the same net under the same nudge'
              : 'measured on 1,000 digits of MNIST'}
          </text>
        </g>
      )}
      <Strip
        y={stripTop}
        {...{ width, size, picture, rows }}
        label={frame.label}
        net={layout === 'wide' ? netWords(shown?.net ?? 'digits-lenet').said : 'the net'}
        epsilons={Array.from({ length: frame.step + 1 }, (_, step) => epsilonAt(state, step))}
        slots={state.points + 1}
      />
    </Svg>
  );
};

export default view;
