import {
  chart,
  type Domain,
  level,
  linear,
  powers,
  type Quantity,
  shares,
  upright,
} from '../kit/drawing/charts.ts';
import { label, type Piece } from '../kit/drawing/pieces.ts';
import { count, decimal } from '../kit/words/format.ts';
import { curveEpsilons, type DimensionFrame, type Reading } from './frame.ts';
import { sides, type DimensionState } from './params.ts';
import { ratioOf, readingOf, short } from './words.ts';

const height = 170;

/** Powers of ten, the large ones written as such. */
const tens = (name: string, domain: Domain): Quantity =>
  powers(name, domain, (value) =>
    value > 999 ? `10${['³', '⁴', '⁵', '⁶'][Math.round(Math.log10(value)) - 3] ?? ''}` : decimal(value, 3),
  );

/**
 * The shift of a sum against the number of its inputs: along the signs of the weights, and with random signs.
 */
export const sums = (state: DimensionState, { shifts }: DimensionFrame): Piece => {
  const domain = state.scale === 'fixed' ? ([0.01, 1e6] as const) : ([0.001, 1000] as const);
  const up = tens('shift of the sum', domain);
  const last = shifts.at(-1);
  return chart({
    across: tens('inputs n', [10, 1e6]),
    up: { ...up, ticks: up.ticks.filter((_, i) => i % 2 === 0) },
    height,
    under: ({ px, py }) =>
      shifts.flatMap(({ n, random }) =>
        random.map((shift) => <circle cx={px(n)} cy={py(shift)} r={1.5} fill-opacity={0.5} />),
      ),
    lines: [
      {
        label: last ? `aligned, ${short(last.aligned)}` : 'aligned',
        tone: 'var(--plus)',
        strong: true,
        points: shifts.map(({ n, aligned }) => ({ x: n, y: aligned })),
      },
      {
        label: last ? `${short(ratioOf(last))} times as far` : '',
        tone: 'var(--quiet)',
        // No line, only its name, half-way between the names of the other two.
        points: last ? [{ x: last.n, y: Math.sqrt(last.aligned * last.typical) }] : [],
      },
      {
        label: last ? `random, ${short(last.typical)}` : 'random',
        tone: 'var(--quiet)',
        points: shifts.map(({ n, typical }) => ({ x: n, y: typical })),
      },
    ],
  });
};

/** The ε that the median picture needs, against its number of pixels. */
export const needs = ({ readings }: DimensionFrame): Piece => {
  const last = readings.at(-1)?.needs;
  const lineOf = (name: keyof Reading['needs'], tone: string, strong: boolean) => ({
    label: last ? `${name}, ${short(last[name])}` : name,
    tone,
    strong,
    dots: true,
    points: readings.map(({ side, needs }) => ({ x: side ** 2, y: Math.max(0.03, needs[name]) })),
  });
  return chart({
    across: {
      ...powers('pixels n', [12, 1000]),
      ticks: sides.map((side) => ({ value: side * side, text: count(side * side) })),
    },
    up: powers('ε at which half of the digits fall', [0.03, 5], (value) => decimal(value, 2)),
    height,
    under: (field) => level(1, field, { tone: 'var(--edge)', dash: '2 3' }),
    words: ({ left, py, size }) => [label('1: black to white', { x: left + 5, y: py(1) - 4 }, { size })],
    lines: [lineOf('random', 'var(--quiet)', false), lineOf('aligned', 'var(--plus)', true)],
  });
};

/** The share of digits misread at every ε, for the size of picture that is shown. */
export const errors = (state: DimensionState, frame: DimensionFrame): Piece => {
  const reading = readingOf(state, frame);
  const pointsOf = (values: readonly number[] = []) =>
    values.map((y, i) => ({ x: curveEpsilons[i] ?? 0, y }));
  return chart({
    across: linear('ε', [0, 0.5]),
    up: shares(`misread, % of ${frame.n}, at ${state.side} × ${state.side}`),
    height,
    under: (field) => upright(state.epsilon, field),
    lines: [
      { label: 'aligned', tone: 'var(--plus)', strong: true, points: pointsOf(reading?.attacked) },
      { label: 'cut to 0 … 1', tone: 'var(--plus)', dash: '4 3', points: pointsOf(reading?.cut) },
      { label: 'random', tone: 'var(--quiet)', points: pointsOf(reading?.random) },
    ],
  });
};
