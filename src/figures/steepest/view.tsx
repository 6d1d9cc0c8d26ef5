import { beside, stack, wide } from '../kit/drawing/arrange.ts';
import { chart, level, linear, type Quantity, upright } from '../kit/drawing/charts.ts';
import { drawnBy, heading, type Piece, rule, table, text } from '../kit/drawing/pieces.ts';
import { decimal, signed } from '../kit/words/format.ts';
import type { SteepestFrame } from './frame.ts';
import { angleOf, asFarAs, dot, type Measure, pointing } from './linear.ts';
import { unitOf, type SteepestState } from './params.ts';
import { plane } from './plane.tsx';
import { isFlat, measureNames, sideOf } from './words.ts';

const tones = { l2: 'minus', linf: 'plus' } as const;
const measures = ['linf', 'l2'] as const;

/** A full turn, written every quarter. */
const turnOf = (name: string): Quantity => ({
  name,
  place: (degrees) => degrees / 360,
  ticks: [0, 90, 180, 270, 360].map((value) => ({ value, text: `${value}°` })),
});

/** The change of y for every direction under each limit, the chosen one and the best of both marked. */
const rises = (state: SteepestState, frame: SteepestFrame): Piece => {
  const { w } = unitOf(state);
  const most = Math.max(Math.abs(w[0]) + Math.abs(w[1]), 0.2) * state.epsilon * 1.08;
  const rise = (degrees: number, measure: Measure): number =>
    dot(w, asFarAs(pointing(degrees), state.epsilon, measure));
  const angle = angleOf(frame.direction);
  const best = [
    { measure: 'l2', move: frame.along.l2 },
    { measure: 'linf', move: frame.corner.linf },
  ] as const;
  return chart({
    across: turnOf('direction of Δx (0° is right, 90° up)'),
    up: linear('change of the output, Δy', [-most, most], { count: 5 }),
    height: 176,
    lines: measures.map((measure) => ({
      label: measureNames[measure],
      tone: `var(--${tones[measure]})`,
      strong: state.measure === measure,
      points: Array.from({ length: 121 }, (_, i) => ({ x: 3 * i, y: rise(3 * i, measure) })),
    })),
    under: (field) => [level(0, field), upright(angle, field, { tone: 'var(--ink)', width: 1.5 })],
    spots: [
      ...best.map(({ measure, move }) => ({
        x: angleOf(move.change),
        y: move.rise,
        tone: `var(--${tones[measure]})`,
        hollow: true,
      })),
      ...measures.map((measure) => ({
        x: angle,
        y: frame.chosen[measure].rise,
        tone: 'var(--ink)',
        r: state.measure === measure ? 3.25 : 2.25,
      })),
    ],
  });
};

/** Δy of the chosen and of the two steepest directions, under both limits; the larger of a column is bold. */
const inNumbers = (frame: SteepestFrame): Piece => {
  const rows = [
    { name: 'this Δx', moves: frame.chosen },
    { name: `${sideOf(frame)}${isFlat(frame) ? '' : ', the gradient'}`, moves: frame.along },
    { name: 'to the corner', moves: frame.corner },
  ];
  const most = (measure: Measure): number =>
    Math.max(...rows.map(({ moves }) => Math.abs(moves[measure].rise)));
  return table([
    [
      heading('Δy'),
      heading('square (L∞)', { tone: tones.linf, align: 'end' }),
      heading('circle (L2)', { tone: tones.l2, align: 'end' }),
    ],
    rule('rule'),
    ...rows.map(({ name, moves }) => [
      text(name, { tone: 'ink' }),
      ...measures.map((measure) =>
        text(signed(moves[measure].rise), {
          tone: 'ink',
          align: 'end',
          strong: Math.abs(moves[measure].rise) > most(measure) - 1e-6,
        }),
      ),
    ]),
  ]);
};

const inputs = (state: SteepestState, frame: SteepestFrame, id: string): Piece => {
  const move = frame.chosen[state.measure];
  const square = `(y ${state.desired < 0 ? '+' : '−'} ${decimal(Math.abs(state.desired))})²`;
  return stack([
    heading('the two inputs, x₁ across and x₂ up'),
    plane(state, frame, id),
    text(
      `E = ${square}: ${decimal(frame.error)} at x, ${decimal(move.error)} at x + Δx (${measureNames[state.measure]})`,
    ),
    text('rings: where each touches its own dashed line'),
  ]);
};

/**
 * The plane of two inputs with both balls; Δy against the direction of Δx; the three directions in numbers.
 */
export default drawnBy<SteepestState, SteepestFrame>(({ state, frame, id }) => {
  const [left, numbers] = [inputs(state, frame, id), stack([rises(state, frame), inNumbers(frame)], 12)];
  return {
    title: `Two inputs with a circle and a square around x; how much the output changes in every direction. This change: ${signed(frame.chosen[state.measure].rise)}.`,
    content: beside([wide({ share: 0.98 }, left), numbers], { space: 28, below: 14 }),
  };
});
