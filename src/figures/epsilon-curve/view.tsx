import { wilson } from '../../lab/statistics/interval.ts';
import { netWords } from '../../nets/catalogue.ts';
import { columns, stack, wide } from '../kit/drawing/arrange.ts';
import { chart, type Field, linear, measured, shares } from '../kit/drawing/charts.ts';
import { drawnBy, type Piece, plot, text } from '../kit/drawing/pieces.ts';
import { count, decimal } from '../kit/words/format.ts';
import type { CurveFrame } from './frame.ts';
import { measuredOf, type Measured } from './measured.ts';
import { nudgeNames } from './nudges.ts';
import { curvesOf, epsilonAt, shownCurve, type CurveState } from './params.ts';
import { strip } from './strip.tsx';
import { curveName } from './words.ts';

const tonesOfNudges = ['var(--quiet)', 'var(--plus)', 'var(--belief)'] as const;
const tonesOfNets = ['var(--belief)', 'var(--quiet)', 'var(--plus)', 'var(--minus)', 'var(--ok)'] as const;

interface Scanned {
  readonly one: Measured;
  readonly tone: string;
}

/**
 * Shares that were measured on scanned digits, of the curves that are drawn, as far as they lie in the chart.
 */
const scannedOf = (state: CurveState): readonly Scanned[] => {
  const tones = state.compare === 'nets' ? tonesOfNets : tonesOfNudges;
  return curvesOf(state).flatMap((curve, c) =>
    measuredOf(curve)
      .filter(({ epsilon }) => epsilon <= state.largest + 1e-9)
      .map((one) => ({ one, tone: tones[c] ?? 'var(--ink)' })),
  );
};

/** Each as an open square with its interval, aside of its ε where several would lie upon each other. */
const squares = (state: CurveState, scanned: readonly Scanned[], { px, py }: Field) =>
  scanned.map(({ one, tone }, i) => {
    const strict = one.nudge === 'autoattack';
    const aside = state.compare === 'nets' && !strict ? 10 * (i - (scanned.length - 1) / 2) : 0;
    const [x, y] = [px(one.epsilon) + aside, py(one.rate)];
    return (
      <g key={`${one.net} ${one.nudge} ${one.epsilon}`} stroke={tone} fill="none">
        <path d={`M${x} ${py(one.low)}V${py(one.high)}`} stroke-opacity={0.7} />
        <rect
          x={x - 4}
          y={y - 4}
          width={8}
          height={8}
          fill={strict ? tone : 'var(--paper)'}
          stroke-width={1.75}
        />
      </g>
    );
  });

const curves = (state: CurveState, { n, right }: CurveFrame, scanned: readonly Scanned[]): Piece => {
  const tones = state.compare === 'nets' ? tonesOfNets : tonesOfNudges;
  return chart({
    across: linear('ε: how far each pixel may go, black to white = 1', [0, state.largest], { count: 8 }),
    up: shares(`read rightly, % of ${n} digits`),
    height: 240,
    lines: curvesOf(state).map((curve, c) => {
      const counts = right[c] ?? [];
      return {
        label: `${curveName(state, curve)} ${decimal((100 * (counts.at(-1) ?? 0)) / n, 0)}\u00a0%`,
        points: counts.map((count, step) => measured(epsilonAt(state, step), wilson(count, n))),
        tone: tones[c] ?? 'var(--ink)',
        strong: c === shownCurve(state),
      };
    }),
    over: (field) => squares(state, scanned, field),
  });
};

/** A square and what such a one is. */
const keyed = (filled: boolean, words: string): Piece =>
  columns([
    wide(
      18,
      plot('square', { lines: 1 }, ({ height }) => (
        <rect
          x={1}
          y={height / 2 - 4}
          width={8}
          height={8}
          fill={filled ? 'var(--quiet)' : 'none'}
          stroke="var(--quiet)"
          stroke-width={1.75}
        />
      )),
    ),
    text(words),
  ]);

/** What the squares are. */
const key = (scanned: readonly Scanned[]): Piece => {
  const strict = scanned.filter(({ one }) => one.nudge === 'autoattack').map(({ one }) => one.n);
  return stack([
    keyed(false, 'measured on 1,000 scanned digits (MNIST), of the same net under the same nudge'),
    strict.length > 0 &&
      keyed(true, `of the same net under AutoAttack, on ${count(Math.min(...strict))} or more each`),
  ]);
};

/** Share read rightly against ε, a line with its interval for each nudge or net; one digit at each ε. */
export default drawnBy<CurveState, CurveFrame>(({ state, frame }) => {
  const scanned = scannedOf(state);
  const shown = curvesOf(state)[shownCurve(state)];
  const attacked = shown !== undefined && shown.nudge !== 'random' && shown.nudge;
  return {
    title:
      'The share of digits that are still read rightly, by the size of the nudge, with intervals; one digit at each size',
    content: stack(
      [
        curves(state, frame, scanned),
        scanned.length > 0 && key(scanned),
        strip({
          rows: [
            { name: nudgeNames.random, pictures: frame.noisy, says: frame.saysNoisy },
            ...(attacked
              ? [{ name: nudgeNames[attacked], pictures: frame.attacked, says: frame.saysAttacked }]
              : []),
          ],
          label: frame.label,
          net: netWords(shown?.net ?? 'digits-lenet').said,
          epsilons: Array.from({ length: frame.step + 1 }, (_, step) => epsilonAt(state, step)),
          slots: state.points + 1,
        }),
      ],
      12,
    ),
  };
});
