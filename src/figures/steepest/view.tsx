import { Axes, chartHeight, fieldOf } from '../kit/drawing/chart/chart.tsx';
import { Lines } from '../kit/drawing/chart/lines.tsx';
import { linear, type Quantity } from '../kit/drawing/chart/quantity.ts';
import type { View } from '../kit/contract/figure.ts';
import { decimal, signed } from '../kit/words/format.ts';
import { Svg } from '../kit/drawing/svg.tsx';
import type { SteepestFrame } from './frame.ts';
import { angleOf, asFarAs, dot, type Measure, pointing } from './linear.ts';
import { unitOf, type SteepestState } from './params.ts';
import { Plane } from './plane.tsx';
import { isFlat, measureNames, sideOf } from './words.ts';

const places = {
  wide: { width: 720, size: 13, plane: { x: 1, side: 340 }, chart: { x: 372, width: 348, height: 176, room: 3 } },
  narrow: { width: 340, size: 13, plane: { x: 1, side: 338 }, chart: { x: 0, width: 340, height: 160, room: 3 } },
} as const;

const tones: Readonly<Record<Measure, string>> = { l2: 'var(--minus)', linf: 'var(--plus)' };

/** A full turn, written every quarter. */
const turnOf = (name: string): Quantity => ({
  name,
  place: (degrees) => degrees / 360,
  ticks: [0, 90, 180, 270, 360].map((value) => ({ value, text: `${value}°` })),
});

/** The change of y for every direction under each limit, the chosen one and the best of both marked. */
const Rises = ({
  state,
  frame,
  ...place
}: { state: SteepestState; frame: SteepestFrame } & typeof places.wide.chart & { y: number; size: number }) => {
  const { w } = unitOf(state);
  const most = Math.max(Math.abs(w[0]) + Math.abs(w[1]), 0.2) * state.epsilon * 1.08;
  const across = turnOf('direction of Δx (0° is right, 90° up)');
  const up = linear('change of the output, Δy', [-most, most], { count: 5 });
  const chart = { ...place, across, up };
  const field = fieldOf(chart);
  const rise = (degrees: number, measure: Measure): number =>
    dot(w, asFarAs(pointing(degrees), state.epsilon, measure));
  const angle = angleOf(frame.direction);
  const lines = (['linf', 'l2'] as const).map((measure) => ({
    label: measureNames[measure],
    tone: tones[measure],
    strong: state.measure === measure,
    points: Array.from({ length: 121 }, (_, i) => ({ x: 3 * i, y: rise(3 * i, measure) })),
  }));
  const best = [
    { measure: 'l2', move: frame.along.l2 },
    { measure: 'linf', move: frame.corner.linf },
  ] as const;
  return (
    <g>
      <Axes {...chart} />
      <path d={`M${field.left} ${field.py(0)}H${field.right}`} stroke="var(--edge)" />
      <path d={`M${field.px(angle)} ${field.top}V${field.bottom}`} stroke="var(--ink)" stroke-width={1.5} />
      <Lines field={field} lines={lines} />
      {best.map(({ measure, move }) => (
        <circle
          key={measure}
          cx={field.px(angleOf(move.change))}
          cy={field.py(move.rise)}
          r={4.5}
          fill="var(--paper)"
          stroke={tones[measure]}
          stroke-width={2.25}
        />
      ))}
      {(['linf', 'l2'] as const).map((measure) => (
        <circle
          key={measure}
          cx={field.px(angle)}
          cy={field.py(frame.chosen[measure].rise)}
          r={state.measure === measure ? 3.25 : 2.25}
          fill="var(--ink)"
        />
      ))}
    </g>
  );
};

interface RowsProps {
  readonly frame: SteepestFrame;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** Δy of the chosen and of the two steepest directions, under both limits; the larger of a column is bold. */
const Rows = ({ frame, x, y, width, size }: RowsProps) => {
  const { chosen, along, corner } = frame;
  const rows = [
    { name: 'this Δx', moves: chosen },
    { name: `${sideOf(frame)}${isFlat(frame) ? '' : ', the gradient'}`, moves: along },
    { name: 'to the corner', moves: corner },
  ];
  const columns = [
    { measure: 'linf', right: x + width - 7.4 * size },
    { measure: 'l2', right: x + width },
  ] as const;
  const most = (measure: Measure): number => Math.max(...rows.map(({ moves }) => Math.abs(moves[measure].rise)));
  return (
    <g font-size={size} style="font-variant-numeric: tabular-nums">
      <text x={x} y={y + size} font-weight={600}>
        Δy
      </text>
      {columns.map(({ measure, right }) => (
        <text key={measure} x={right} y={y + size} text-anchor="end" fill={tones[measure]} font-weight={600}>
          {measure === 'linf' ? 'square (L∞)' : 'circle (L2)'}
        </text>
      ))}
      <path d={`M${x} ${y + 1.5 * size}H${x + width}`} stroke="var(--rule)" />
      {rows.map(({ name, moves }, i) => (
        <g key={name}>
          <text x={x} y={y + (3 + 1.55 * i) * size}>
            {name}
          </text>
          {columns.map(({ measure, right }) => (
            <text
              key={measure}
              x={right}
              y={y + (3 + 1.55 * i) * size}
              text-anchor="end"
              font-weight={Math.abs(moves[measure].rise) > most(measure) - 1e-6 ? 600 : 400}
            >
              {signed(moves[measure].rise)}
            </text>
          ))}
        </g>
      ))}
    </g>
  );
};

/** The plane of two inputs with both balls; Δy against the direction of Δx; the three directions in numbers. */
const view: View<SteepestState, SteepestFrame> = ({ state, frame, layout, id }) => {
  const { width, size, plane, chart } = places[layout];
  const wide = layout === 'wide';
  const planeTop = 1.7 * size;
  const planeEnd = planeTop + plane.side;
  const notesEnd = planeEnd + 3.4 * size;
  const chartTop = wide ? 0 : notesEnd + 14;
  const rowsTop = chartTop + chartHeight(chart.height, size) + 10;
  const height = Math.ceil(Math.max(notesEnd, rowsTop + 6.6 * size) + 4);
  const move = frame.chosen[state.measure];
  return (
    <Svg
      id={id}
      width={width}
      height={height}
      title={`Two inputs with a circle and a square around x; how much the output changes in every direction. This change: ${signed(move.rise)}.`}
    >
      <text x={0} y={size} font-size={size} font-weight={600}>
        the two inputs, x₁ across and x₂ up
      </text>
      <Plane {...{ state, frame, size, id }} {...plane} y={planeTop} />
      <g font-size={size} fill="var(--quiet)">
        <text x={0} y={planeEnd + 1.6 * size}>
          {`E = (y ${state.desired < 0 ? '+' : '−'} ${decimal(Math.abs(state.desired))})²: ${decimal(frame.error)} at x, ${decimal(move.error)} at x + Δx (`}
          <tspan fill={tones[state.measure]} font-weight={600}>
            {measureNames[state.measure]}
          </tspan>
          )
        </text>
        <text x={0} y={planeEnd + 3.1 * size}>
          rings: where the circle and the square touch
        </text>
      </g>
      <Rises {...{ state, frame, size }} {...(chart as typeof places.wide.chart)} y={chartTop} />
      <Rows frame={frame} x={chart.x} y={rowsTop} width={chart.width} size={size} />
    </Svg>
  );
};

export default view;
