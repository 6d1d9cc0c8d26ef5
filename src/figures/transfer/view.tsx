import { digitAt } from '../../data/digit.ts';
import { grid, stack } from '../kit/drawing/arrange.ts';
import { drawnBy, heading, picture, type Piece, reply, text } from '../kit/drawing/pieces.ts';
import { tableNetIds } from '../kit/words/digit-nets.ts';
import { decimal } from '../kit/words/format.ts';
import type { Shown, TransferFrame } from './frame.ts';
import { matrix } from './matrix.tsx';
import { saidOf, sourcesOf, type TransferState } from './params.ts';
import { isFooled } from './words.ts';

const most = 5;

/** Some pictures of the chosen cell, what the net says of them, and what they are. */
const examples = (state: TransferState, frame: TransferFrame): Piece => {
  const sources = sourcesOf(state);
  const chosen = Math.max(0, sources.indexOf(state.source));
  const net = tableNetIds.indexOf(state.shownTo);
  const done = frame.rows[chosen];
  const shown: Shown = done ?? frame.before;
  const wanted = state.made === 'attacked' || !done ? 'drawn' : 'made to be';
  const example = (i: number): Piece => {
    const fooled = done !== undefined && isFooled(state, shown, net, i);
    return stack([
      picture({ pixels: digitAt(shown.pictures, i), most: 113 }),
      reply(`says ${decimal(shown.says[net * frame.n + i] ?? 0, 0)}`, fooled),
      text(`${wanted} ${shown.labels[i] ?? 0}`),
    ]);
  };
  const to = `shown to ${saidOf(state.shownTo)}`;
  return stack(
    [
      heading(done ? `made for ${saidOf(sources[chosen] ?? 'chance')}, ${to}` : `digits as drawn, ${to}`),
      grid(
        Array.from({ length: Math.min(most, frame.n) }, (_, i) => example(i)),
        { across: most, space: 8 },
      ),
    ],
    6,
  );
};

/** The matrix of sources and nets, and examples from the chosen cell. */
export default drawnBy<TransferState, TransferFrame>(({ state, frame }) => ({
  title:
    'A table of nets: how many of the pictures made to fool the net of a row also fool the net of a column, and some of these pictures',
  content: stack([matrix(state, frame), examples(state, frame)], 16),
}));
