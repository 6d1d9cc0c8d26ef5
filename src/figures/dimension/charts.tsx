import { Axes, fieldOf, type Field } from '../kit/drawing/chart/chart.tsx';
import { Lines } from '../kit/drawing/chart/lines.tsx';
import { linear, powers, type Quantity } from '../kit/drawing/chart/quantity.ts';
import { count, decimal } from '../kit/words/format.ts';
import { curveEpsilons, type DimensionFrame, type Reading } from './frame.ts';
import { sides, type DimensionState } from './params.ts';
import type { Shift } from './sums.ts';
import { ratioOf, short } from './words.ts';

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly size: number;
}

const tens = ['10', '100', '1,000', '10⁴', '10⁵', '10⁶'];

/** Powers of ten, the large ones written short. */
const counts = (name: string): Quantity => {
  const quantity = powers(name, [10, 1e6]);
  return { ...quantity, ticks: quantity.ticks.map(({ value }, i) => ({ value, text: tens[i] ?? count(value) })) };
};

/** How many times as far aligned signs move the last sum as random ones, between the names of both lines where there is room. */
const Between = ({ field, last, size }: { readonly field: Field; readonly last: Shift; readonly size: number }) => {
  const [aligned, random] = [field.py(last.aligned), field.py(last.typical)];
  if (random - aligned < 2.6 * size) return null;
  return (
    <text
      x={field.px(last.n) + 0.6 * size}
      y={(aligned + random) / 2 + 0.36 * size}
      font-size={size}
      fill="var(--quiet)"
    >
      {short(ratioOf(last))} times as far
    </text>
  );
};

/** The shift of a sum against the number of its inputs: along the signs of the weights, and with random signs. */
export const Sums = ({ state, frame, ...place }: Place & { state: DimensionState; frame: DimensionFrame }) => {
  const { shifts } = frame;
  const domain = state.scale === 'fixed' ? ([0.01, 1e6] as const) : ([0.001, 1000] as const);
  const up = powers('shift of the sum', domain, (value) =>
    value > 999 ? `10${['³', '⁴', '⁵', '⁶'][Math.round(Math.log10(value)) - 3] ?? ''}` : decimal(value, 3),
  );
  const few = { ...up, ticks: up.ticks.filter((_, i) => i % 2 === 0) };
  const chart = { ...place, across: counts('inputs n'), up: few, room: 8.8 };
  const field = fieldOf(chart);
  const last = shifts.at(-1);
  return (
    <g>
      <Axes {...chart} />
      {shifts.map(({ n, random }) =>
        random.map((shift, i) => (
          <circle
            key={`${n} ${i}`}
            cx={field.px(n)}
            cy={field.py(shift)}
            r={1.5}
            fill="var(--quiet)"
            fill-opacity={0.5}
          />
        )),
      )}
      <Lines
        field={field}
        lines={[
          {
            label: last ? `aligned, ${short(last.aligned)}` : 'aligned',
            tone: 'var(--plus)',
            strong: true,
            points: shifts.map(({ n, aligned }) => ({ x: n, y: aligned })),
          },
          {
            label: last ? `random, ${short(last.typical)}` : 'random',
            tone: 'var(--quiet)',
            points: shifts.map(({ n, typical }) => ({ x: n, y: typical })),
          },
        ]}
      />
      {last === undefined ? null : <Between {...{ field, last }} size={place.size} />}
    </g>
  );
};

/** The ε that the median picture needs, against its number of pixels. */
export const Needs = ({ readings, ...place }: Place & { readings: readonly Reading[] }) => {
  const across = powers('pixels n', [12, 1000]);
  const pixels = sides.map((side) => ({ value: side * side, text: count(side * side) }));
  const up = powers('ε at which half of the digits fall', [0.03, 5], (value) => decimal(value, 2));
  const chart = { ...place, across: { ...across, ticks: pixels }, up, room: 8.8 };
  const points = (of: (reading: Reading) => number) => readings.map((one) => ({ x: one.side ** 2, y: of(one) }));
  const last = readings.at(-1)?.needs;
  const field = fieldOf(chart);
  return (
    <g>
      <Axes {...chart} />
      <path d={`M${field.left} ${field.py(1)}H${field.right}`} stroke="var(--edge)" stroke-dasharray="2 3" />
      <text x={field.left + 5} y={field.py(1) - 4} font-size={place.size} fill="var(--quiet)">
        1: black to white
      </text>
      <Lines
        field={field}
        lines={[
          {
            label: last ? `random, ${short(last.random)}` : '',
            tone: 'var(--quiet)',
            dots: true,
            points: points(({ needs }) => Math.max(0.03, needs.random)),
          },
          {
            label: last ? `aligned, ${short(last.aligned)}` : '',
            tone: 'var(--plus)',
            dots: true,
            strong: true,
            points: points(({ needs }) => Math.max(0.03, needs.aligned)),
          },
        ]}
      />
    </g>
  );
};

/** The share of digits misread at every ε, for the size of picture that is shown. */
export const Errors = ({
  state,
  reading,
  n,
  ...place
}: Place & { state: DimensionState; reading: Reading | undefined; n: number }) => {
  const across = linear('ε', [0, 0.5]);
  const up = linear(`misread, % of ${n}, at ${state.side} × ${state.side}`, [0, 1], {
    format: (value) => decimal(100 * value, 0),
  });
  const chart = { ...place, across, up, room: 8.8 };
  const field = fieldOf(chart);
  const line = (label: string, tone: string, values: readonly number[], more = {}) => ({
    label,
    tone,
    points: values.map((y, i) => ({ x: curveEpsilons[i] ?? 0, y })),
    ...more,
  });
  return (
    <g>
      <Axes {...chart} />
      <path d={`M${field.px(state.epsilon)} ${field.top}V${field.bottom}`} stroke="var(--ink)" stroke-width={1.25} />
      {reading === undefined ? null : (
        <Lines
          field={field}
          lines={[
            line('aligned', 'var(--plus)', reading.attacked, { strong: true }),
            line('cut to 0 … 1', 'var(--plus)', reading.cut, { dash: '4 3' }),
            line('random', 'var(--quiet)', reading.random),
          ]}
        />
      )}
    </g>
  );
};
