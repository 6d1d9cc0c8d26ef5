import { digitAt } from '../../data/digit.ts';
import { centred, droppedAt, fromWidth, grid, inline, pressed, stack } from '../kit/drawing/arrange.ts';
import { heading, picture, type Piece, text } from '../kit/drawing/pieces.ts';
import { blurred } from './blurred.ts';
import { blurAt, type SquintFrame } from './frame.ts';
import type { SquintState } from './params.ts';

const dot = text('·');

/** One of the ten: what the net says, whose shape it is likest, and what it was evolved for. */
const one = (state: SquintState, frame: SquintFrame, k: number): Piece => {
  const at = 10 * blurAt(state.blur) + k;
  const [says, likest] = [frame.says[at] ?? 0, frame.likest[at] ?? 0];
  const pixels = blurred(digitAt(frame.pictures, k), state.blur);
  const said = inline(
    [
      text(String(says), { tone: 'belief', strong: says === k }),
      dot,
      text(String(likest), { tone: 'truth', strong: likest === k }),
    ],
    4,
  );
  return pressed(
    { set: `digit=${k}` },
    stack([
      centred(picture({ pixels, most: 57, chosen: k === Number(state.digit) })),
      centred(said),
      droppedAt(1, text(`for ${k}`, { align: 'middle' })),
    ]),
  );
};

/** All ten evolved pictures under the blur, each with what the net says and whose shape it is likest. */
export const ten = (state: SquintState, frame: SquintFrame): Piece => {
  const cells = Array.from({ length: 10 }, (_, k) => one(state, frame, k));
  const legend = inline([text('net says', { tone: 'belief' }), dot, text('likest to', { tone: 'truth' })], 4);
  return stack(
    [
      inline([heading(`all ten${state.blur === 0 ? '' : ', blurred'}`), legend], 24),
      fromWidth(
        600,
        grid(cells, { across: 10, space: 16 }),
        grid(cells, { across: 5, space: 4, rowSpace: 8 }),
      ),
    ],
    6,
  );
};
