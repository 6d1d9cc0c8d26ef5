import { beside, wide } from '../kit/drawing/arrange.ts';
import { drawnBy } from '../kit/drawing/pieces.ts';
import { board } from './board.tsx';
import type { ChoiceFrame } from './frame.ts';
import type { ChoiceState } from './params.ts';
import { asked } from './question.tsx';

/** The present question with its answers, and the board of all questions with what was answered. */
export default drawnBy<ChoiceState, ChoiceFrame>(({ state, frame }) => {
  const [question, all] = [asked(state, frame), board(state, frame)];
  return {
    title:
      'One of nine questions, a picture of which a digit is to be named or six cats; all nine with the reader’s answers and the nets’',
    content: beside([wide({ share: 1.15 }, question), all], { space: 40, below: 14 }),
  };
});
