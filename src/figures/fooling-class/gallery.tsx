import { digitAt } from '../../data/digit.ts';
import { withArticle } from '../kit/words/grammar.ts';
import { grid, stack } from '../kit/drawing/arrange.ts';
import { bare, heading, picture, type Piece, text } from '../kit/drawing/pieces.ts';
import { noDigit, type FoolingClassFrame } from './frame.ts';
import { lastRound, type FoolingClassState } from './params.ts';

const cell = (frame: FoolingClassFrame, digit: number): Piece => {
  const says = frame.nextSays[digit];
  const fooled = says !== undefined && says !== noDigit;
  return stack([
    text(`for ${digit}`),
    picture({ pixels: digitAt(frame.pictures, digit), most: 57 }),
    text(bare(frame.sure[digit] ?? 0), { mark: 'belief', strong: true }),
    says !== undefined &&
      text(fooled ? withArticle(String(says)) : 'no digit', {
        tone: fooled ? 'ink' : 'quiet',
        under: 'belief',
      }),
  ]);
};

/**
 * The ten pictures: what each was evolved for and how sure the attacked net is of it, and under that what the
 * next net says.
 */
export const gallery = ({ round }: FoolingClassState, frame: FoolingClassFrame): Piece => {
  const second =
    round === lastRound ? 'there is no round 6' : `second line: what round ${round + 1} says of them`;
  const cells = Array.from(frame.sure, (_, digit) => cell(frame, digit));
  return stack([
    heading(`evolved against the net of round ${round}`),
    text(`first line: how sure it is, %, of the digit above; ${second}`),
    grid(cells, { least: 66, space: 4, rowSpace: 6 }),
  ]);
};
