import { digitAt } from '../../data/digit.ts';
import { beside, stack, wide } from '../kit/drawing/arrange.ts';
import { byStep, chart, wholes } from '../kit/drawing/charts.ts';
import { answers, drawnBy, limitLine, type Piece, text, triptych } from '../kit/drawing/pieces.ts';
import { decimal } from '../kit/words/format.ts';
import type { Attacked, EnsembleFrame } from './frame.ts';
import { rowsOf } from './grid.ts';
import { attackersOf, params, shownAttacker, type EnsembleState } from './params.ts';
import { whoSays } from './who-says.tsx';
import { attackerNames, wrongOf } from './words.ts';

const tones = ['var(--quiet)', 'var(--minus)', 'var(--plus)', 'var(--belief)'] as const;
const magnification = 1 / params.epsilon.max;

/** A chosen digit under a chosen attacker. */
const attack = (state: EnsembleState, frame: EnsembleFrame, attacked: Attacked): Piece => {
  const alone = state.nets === 1;
  const common = attacked.says[state.nets * frame.labels.length + state.digit] ?? 0;
  return stack([
    triptych({
      from: digitAt(frame.digits, state.digit),
      to: digitAt(attacked.shown, state.digit),
      magnification,
      most: 85,
      heads: ['picture', `nudge × ${magnification}`, alone ? 'it sees' : 'they see'],
      captions: [
        [text(`drawn: ${frame.labels[state.digit] ?? 0}`, { mark: 'truth' })],
        [limitLine(`ε = ${decimal(state.epsilon)}`)],
        [text(`${alone ? 'it says' : 'they say'}: ${common}`, { mark: 'belief', strong: true })],
      ],
    }),
    text(`attacker: ${attackerNames[shownAttacker(state)]}`),
  ]);
};

const turned = (state: EnsembleState, frame: EnsembleFrame, chosen: number): Piece => {
  const n = frame.labels.length;
  return chart({
    across: wholes('steps', [0, state.steps], 4),
    up: wholes(`wrong answers, of ${n}`, [0, n]),
    height: 176,
    lines: attackersOf(state).map((one, a) => {
      const attacked = frame.after[a] as Attacked;
      return {
        label: `${attackerNames[one]} ${wrongOf(attacked)}`,
        points: byStep(attacked.wrong),
        tone: tones[a] ?? 'var(--ink)',
        strong: a === chosen,
      };
    }),
  });
};

/**
 * A chosen digit under a chosen attacker; how many digits each attacker turns, step by step; all digits under
 * all attackers.
 */
export default drawnBy<EnsembleState, EnsembleFrame>(({ state, frame }) => {
  const chosen = attackersOf(state).indexOf(shownAttacker(state));
  const attacked = frame.after[chosen] as Attacked;
  const one = stack([attack(state, frame, attacked), whoSays(state, frame, attacked)], 16);
  const all = turned(state, frame, chosen);
  return {
    title:
      'One digit attacked and what each net says of it; how many digits each of four attackers turns, step by step; ten digits under all of them',
    content: stack(
      [
        beside([wide(330, one), all], { space: 26, below: 18 }),
        answers({
          title: state.nets === 1 ? 'what it says of ten digits' : 'what they say together of ten digits',
          rows: rowsOf(state, frame),
        }),
      ],
      20,
    ),
  };
});
