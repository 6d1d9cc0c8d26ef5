import { atMost, droppedAt, stack } from '../kit/drawing/arrange.ts';
import { chart, type Field, linear, shares, upright } from '../kit/drawing/charts.ts';
import { drawnBy, type Piece } from '../kit/drawing/pieces.ts';
import type { SilenceFrame } from './frame.ts';
import { judgedAll, slipping, thresholdOf, type Judged } from './judge.ts';
import type { SilenceState } from './params.ts';
import { strips, tones } from './strips.tsx';
import { kindNames, rateOf } from './words.ts';

const percents = Array.from({ length: 51 }, (_, percent) => percent);

/** The rate of each kind at the chosen threshold, with its interval. */
const rates = (wrong: readonly Judged[], threshold: number, refused: number, { px, py }: Field) =>
  wrong.map((one, i) => {
    const { rate, low, high } = rateOf(one, threshold);
    const tone = `var(--${tones[one.kind]})`;
    const x = px(refused) + (i - 2) * 5;
    return (
      <g key={one.kind} fill={tone}>
        <path d={`M${x} ${py(low)}V${py(high)}`} stroke={tone} stroke-width={1.5} />
        <circle cx={x} cy={py(rate)} r={3} />
      </g>
    );
  });

/** What slips through at every threshold. */
const curve = ({ refused }: SilenceState, all: readonly Judged[], threshold: number): Piece => {
  const wrong = all.slice(1);
  return chart({
    across: linear('digits refused, at most, %', [0, 50]),
    up: shares('slips through, %, as the threshold moves; strokes: 95 % intervals'),
    height: 220,
    lines: wrong.map((one) => ({
      label: kindNames[one.kind],
      points: percents.map((percent) => ({
        x: percent,
        y: slipping(one, thresholdOf(all, percent)) / one.scores.length,
      })),
      tone: `var(--${tones[one.kind]})`,
    })),
    under: (field) => upright(refused, field, { tone: 'var(--ink)', dash: '4 3', width: 1.5 }),
    over: (field) => rates(wrong, threshold, refused, field),
  });
};

/**
 * Every picture as a dot on the scale of the score, kind by kind, with the threshold; and what slips through
 * at every threshold.
 */
export default drawnBy<SilenceState, SilenceFrame>(({ state, frame }) => {
  const all = judgedAll(state, frame);
  const threshold = thresholdOf(all, state.refused);
  return {
    title:
      'The score of every picture, kind by kind, with the threshold below which the net says nothing; what slips through at every threshold',
    content: stack(
      [strips(state, all, threshold), droppedAt(3, atMost(620, curve(state, all, threshold)))],
      16,
    ),
  };
});
