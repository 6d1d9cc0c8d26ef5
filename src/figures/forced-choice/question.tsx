import { netWords } from '../../nets/catalogue.ts';
import {
  atMost,
  columns,
  foldedAt,
  fromWidth,
  gap,
  grid,
  inline,
  inset,
  pressed,
  stack,
  wide,
} from '../kit/drawing/arrange.ts';
import { bare, behind, heading, picture, type Piece, present, text } from '../kit/drawing/pieces.ts';
import { digitOptions } from '../kit/words/digit-options.ts';
import { cats } from './cats.tsx';
import { elevenOf, lenetOf, pictureOf, type ChoiceFrame } from './frame.ts';
import {
  answerOf,
  catOptions,
  fieldOf,
  kindOf,
  netIds,
  openFrom,
  questionOf,
  questions,
  type ChoiceState,
  type Question,
} from './params.ts';
import { isUncovered } from './score.ts';

const tileAir = { top: 4.5, bottom: 4.5 } as const;

/** One answer to click, with room left and right of its words; the reader's own is filled. */
const tile = (content: string, set: string, chosen = false, room = 14): Piece =>
  pressed(
    { set },
    behind(
      ({ width, height }) => (
        <rect
          {...{ width, height, rx: 3, stroke: 'var(--edge)' }}
          fill={chosen ? 'var(--accent)' : 'var(--wash)'}
        />
      ),
      inset(
        { ...tileAir, left: room, right: room },
        text(content, { align: 'middle', strong: true, tone: chosen ? 'paper' : 'ink' }),
      ),
    ),
  );

/** What the two nets say of the picture, once the reader has answered. */
const nets = (frame: ChoiceFrame, question: Question): Piece => {
  const eleven = elevenOf(frame, question);
  const lenet = lenetOf(frame, question);
  const said = [
    { head: `${netWords(netIds.ten).short} says`, says: String(lenet.says), sure: lenet.sure },
    {
      head: 'eleven answers',
      says: eleven.says === 10 ? 'none of these' : String(eleven.says),
      sure: eleven.sure,
    },
  ];
  return stack(
    said.map(({ head, says, sure }) =>
      stack([
        text(head),
        text(says, { mark: 'belief', strong: true }),
        text(`${bare(sure)}\u00a0%`, { under: 'belief' }),
      ]),
    ),
    8,
  );
};

/** The picture with what the nets say of it, or that they say nothing yet. */
const shown = (frame: ChoiceFrame, question: Question, uncovered: boolean): Piece => {
  const large = (times: number): Piece =>
    columns(
      [
        wide(28 * times + 1, picture({ pixels: pictureOf(frame, question) })),
        uncovered ? nets(frame, question) : text('What the nets say stays covered until you have answered.'),
      ],
      { space: 15 },
    );
  return foldedAt(2, fromWidth(320, large(7), large(6)), large(5));
};

/** The way on from a question that has been answered. */
const onwards = (state: ChoiceState): Piece | undefined => {
  const open = openFrom(state, state.offer, state.question);
  if (open !== undefined) return tile(`question ${open} ›`, `question=${open}`);
  return state.offer === 'forced' ? tile('now with ‘none of these’ ›', 'offer=free') : undefined;
};

/**
 * The present question: a picture or six cats, the answers to click, and, after an answer, what the nets say
 * and the way on.
 */
export const asked = (state: ChoiceState, frame: ChoiceFrame): Piece => {
  const { offer } = state;
  const question = questionOf(state);
  const isCats = kindOf(question) === 'cats';
  const [field, chosen] = [fieldOf(offer, question), answerOf(state, question, offer)];
  const uncovered = isUncovered(state, question);
  const options = Object.keys(isCats ? catOptions : digitOptions);
  const more = present([
    offer === 'free' && tile('none of these', `${field}=none`, chosen === 'none'),
    chosen !== 'open' && onwards(state),
  ]);
  return stack([
    heading(
      `Question ${question} of ${questions.length}: ${isCats ? 'which is the house cat?' : 'which digit is this?'}`,
      { times: 1.15 },
    ),
    text(offer === 'forced' ? 'Choose one below; you have to.' : 'Choose below; it may be none of these.'),
    gap(6),
    isCats ? cats(uncovered) : shown(frame, question, uncovered),
    gap(9),
    atMost(
      330,
      grid(
        options.map((option) => tile(option, `${field}=${option}`, chosen === option, 3)),
        { across: 10, space: 5 },
      ),
    ),
    gap(6),
    // Their room is kept while there are none.
    more.length > 0 ? inline(more, 14) : inset(tileAir, text('')),
  ]);
};
