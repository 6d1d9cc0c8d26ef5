import { netWords } from '../../nets/catalogue.ts';
import { columns, foldedAt, gap, inset, pressed, stack, wide } from '../kit/drawing/arrange.ts';
import { behind, picture, type Piece, text } from '../kit/drawing/pieces.ts';
import { elevenOf, lenetOf, pictureOf, type ChoiceFrame } from './frame.ts';
import { answerOf, kindOf, netIds, questions, type ChoiceState, type Question } from './params.ts';
import { isUncovered } from './score.ts';

/** Width of a picture with its frame. */
const side = 29;

/** What a question shows, and four answers to it, at least as high as a picture. */
const row = (shown: Piece, cells: readonly Piece[]): Piece => {
  const line = columns([wide(0, gap(side)), wide({ ems: 2.4 }, shown), ...cells], { align: 'middle' });
  const air = { left: 5, right: 12 };
  return foldedAt(1, inset({ ...air, top: 2, bottom: 2 }, line), inset({ ...air, top: 1, bottom: 1 }, line));
};

const heads: readonly Piece[] = [
  ['you,', 'made to'],
  ['you,', 'free'],
  [netWords(netIds.ten).short, ''],
  ['eleven', 'answers'],
].map((lines) => stack(lines.map((line) => text(line, { align: 'end' }))));

const cell = (answer: string, whose: 'truth' | 'belief'): Piece =>
  text(answer, { align: 'end', tone: whose, strong: answer !== '?' && answer !== '–' });

const answersTo = (state: ChoiceState, frame: ChoiceFrame, question: Question): readonly Piece[] => {
  const yours = (['forced', 'free'] as const).map((offer) => answerOf(state, question, offer));
  const nets = [lenetOf(frame, question), elevenOf(frame, question)];
  return [
    ...yours.map((answer) => cell(answer === 'open' ? '–' : answer, 'truth')),
    ...nets.map(({ says }) => {
      if (kindOf(question) === 'cats') return gap(0);
      return cell(!isUncovered(state, question) ? '?' : says === 10 ? 'none' : String(says), 'belief');
    }),
  ];
};

/**
 * All questions with the reader's answers beside the nets'; the nets' stay covered until the reader has
 * answered.
 */
export const board = (state: ChoiceState, frame: ChoiceFrame): Piece =>
  stack([
    row(gap(0), heads),
    ...questions.map((question) =>
      pressed(
        { set: `question=${question}` },
        behind(
          ({ width, height }) => (
            <rect {...{ width, height }} fill={state.question === question ? 'var(--wash)' : 'transparent'} />
          ),
          row(
            kindOf(question) === 'cats'
              ? text('cats', { tone: 'ink' })
              : picture({ pixels: pictureOf(frame, question), most: side }),
            answersTo(state, frame, question),
          ),
        ),
      ),
    ),
  ]);
