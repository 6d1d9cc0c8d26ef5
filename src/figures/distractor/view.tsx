import { wordsAt } from '../../lab/reading/reader.ts';
import { textOf } from '../../lab/reading/words.ts';
import { beside, droppedAt, fromWidth, stack } from '../kit/drawing/arrange.ts';
import { drawnBy, heading, type Piece, text } from '../kit/drawing/pieces.ts';
import { percent } from '../kit/words/format.ts';
import type { DistractorFrame, Said } from './frame.ts';
import type { DistractorState } from './params.ts';
import { passage } from './passage.tsx';
import { tries } from './tries.tsx';
import { answerText } from './words.ts';

/** A passage with what the net answers from it. */
const panel = (frame: DistractorFrame, said: Said, added: boolean): Piece => {
  const answer = answerText(frame, said);
  const right = wordsAt(frame.words, frame.truth);
  return stack(
    [
      heading(added ? 'with one sentence more' : 'the passage'),
      passage(frame, said, added),
      stack([
        text(`net: ${answer}, ${percent(said.sure)}`, { mark: 'belief', strong: true }),
        answer !== right &&
          text(`${frame.known ? 'right' : 'before'}: ${right}, ${percent(said.right)}`, { mark: 'truth' }),
      ]),
    ],
    5,
  );
};

/** What the marks in a passage mean. */
const key = ({ known }: DistractorFrame): Piece => {
  const lines = [
    ['shaded: how surely the net means the word', 'framed: its answer'],
    [`underlined: the ${known ? 'right' : 'first'} answer`, 'dotted: never met in training'],
  ];
  return fromWidth(
    480,
    stack(lines.map((parts) => text(parts.join(' · ')))),
    stack(lines.flat().map((part) => text(part))),
  );
};

/**
 * The question; the passage without and with the added sentence, each with where the net points; all
 * sentences tried.
 */
export default drawnBy<DistractorState, DistractorFrame>(({ frame }) => {
  const [before, now] = [panel(frame, frame.before, false), panel(frame, frame.now, true)];
  return {
    title: `${textOf(frame.question)} The passage with and without an added sentence, where the net points in each, and every sentence tried`,
    content: stack(
      [
        heading(textOf(['Question:', ...frame.question])),
        beside([before, now], { space: 28, below: 16 }),
        droppedAt(1, key(frame)),
        droppedAt(2, tries(frame)),
      ],
      14,
    ),
  };
});
