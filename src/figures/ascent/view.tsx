import { digitSide } from '../../data/digit.ts';
import { netWords } from '../../nets/catalogue.ts';
import { beside, droppedAt, stack, wide } from '../kit/drawing/arrange.ts';
import { byStep, chart, logOdds, wholes } from '../kit/drawing/charts.ts';
import { bare, drawnBy, heading, type Piece, table, text, triptych } from '../kit/drawing/pieces.ts';
import { decimal, lengthText } from '../kit/words/format.ts';
import { climbsOf, type AscentFrame, type Climb } from './frame.ts';
import { answerName, othersOf, shapeOf, targetOf, type AscentState } from './params.ts';

/** A change of half a pixel's range is in full colour. */
const magnification = 2;

/** What the nets say whose gradient nobody asked for. */
const others = (state: AscentState, climb: Climb): Piece =>
  stack([
    heading('nets that took no part say, %'),
    table(
      othersOf(state).map((id, k) => {
        const { says, sure } = climb.others[k] ?? { says: 0, sure: 0 };
        const wanted = says === targetOf(state);
        return [
          text(netWords(id).short),
          text(`${answerName(state, says)}, ${bare(sure)}`, { tone: 'ink', strong: wanted, align: 'end' }),
        ];
      }),
    ),
  ]);

/** Start + change = picture. */
const sum = (state: AscentState, { start }: AscentFrame, climb: Climb, name: string): Piece => {
  const [side] = shapeOf(state);
  return triptych({
    from: start,
    to: climb.picture,
    shape: [side, side],
    magnification,
    most: (side === digitSide ? 140 : 128) + 1,
    heads: ['start', `change × ${magnification}`, 'what the net\u00a0sees'],
    captions: [
      [heading(name)],
      [text(`length ${lengthText(climb.length)}`)],
      [
        text(answerName(state, climb.says), { mark: 'belief' }),
        text(`${bare(climb.answerSure)}\u00a0%`, { mark: 'room' }),
      ],
    ],
  });
};

/** Start + change = picture, for each climb; what other nets say; how sure the net grew. */
export default drawnBy<AscentState, AscentFrame>(({ state, frame }) => {
  const names = ['no decay', `decay ${decimal(state.decay, 3)}`];
  const climbs = climbsOf(state, frame);
  return {
    title:
      'The start, what gradient ascent added, and the picture that came of it, without decay and with it; what other nets say; how sure the net grew, step by step',
    content: stack(
      [
        ...climbs.map((climb, i) => {
          const [made, said] = [sum(state, frame, climb, names[i] ?? ''), droppedAt(2, others(state, climb))];
          return beside([wide({ share: 482 }, made), wide({ share: 212 }, said)], { space: 26, below: 6 });
        }),
        chart({
          across: wholes('steps', [0, state.steps]),
          up: logOdds(
            `how sure ${netWords(state.net).said} is of “${answerName(state, targetOf(state))}”, %`,
            [1e-5, 0.999999],
          ),
          height: 160,
          lines: climbs.map((climb, i) => ({
            label: names[i] ?? '',
            points: byStep(climb.sure),
            tone: i === 0 ? 'var(--belief)' : 'var(--accent)',
            strong: i === 0,
          })),
        }),
      ],
      18,
    ),
  };
});
