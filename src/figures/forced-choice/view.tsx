import type { View } from '../kit/contract/figure.ts';
import { Svg } from '../kit/drawing/svg.tsx';
import { Board, boardHeight } from './board.tsx';
import type { ChoiceFrame } from './frame.ts';
import type { ChoiceState } from './params.ts';
import { Question, questionHeight } from './question.tsx';

const places = {
  wide: { width: 720, size: 13, board: { x: 404, y: 0, width: 312 } },
  narrow: { width: 340, size: 14, board: { x: 6, y: 342, width: 330 } },
} as const;

/** The present question with its answers, and the board of all questions with what was answered. */
const view: View<ChoiceState, ChoiceFrame> = ({ state, frame, width: room, id }) => {
  const { width, size, board } = places[room < 620 ? 'narrow' : 'wide'];
  const height = Math.ceil(Math.max(questionHeight(size), board.y + boardHeight(size))) + 4;
  return (
    <Svg
      id={id}
      width={width}
      height={height}
      title="One of nine questions, a picture of which a digit is to be named or six cats; all nine with the reader’s answers and the nets’"
    >
      <Question state={state} frame={frame} size={size} />
      <Board state={state} frame={frame} {...board} size={size} />
    </Svg>
  );
};

export default view;
