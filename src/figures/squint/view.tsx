import { digitAt } from '../../data/digit.ts';
import { withArticle } from '../kit/words/grammar.ts';
import { columns, droppedAt, fromWidth, headed, stack, wide } from '../kit/drawing/arrange.ts';
import { chart, linear, upright } from '../kit/drawing/charts.ts';
import { bare, drawnBy, heading, picture, type Piece, text } from '../kit/drawing/pieces.ts';
import { decimal } from '../kit/words/format.ts';
import { blurred } from './blurred.ts';
import { blurAt, likeAt, readAt, type SquintFrame } from './frame.ts';
import { blurs, type SquintState } from './params.ts';
import { ten } from './ten.tsx';

/** What the net says of a picture, and how sure it is of the digit. */
const read = (frame: SquintFrame, at: number, digit: number): Piece =>
  stack([
    heading(`net: ${frame.says[at] ?? 0}`, { mark: 'belief' }),
    text(`${bare(frame.sure[at] ?? 0)}\u00a0% ${digit}`, { mark: 'room' }),
  ]);

/** An evolved picture sharp and blurred beside the shape it should have. */
const three = (state: SquintState, frame: SquintFrame): Piece => {
  const digit = Number(state.digit);
  const at = 10 * blurAt(state.blur) + digit;
  const panels = [
    {
      head: fromWidth(110, heading('as evolved'), heading('evolved')),
      pixels: digitAt(frame.pictures, digit),
      words: read(frame, digit, digit),
    },
    {
      head: heading(state.blur === 0 ? 'not blurred' : `blurred ${decimal(state.blur)}\u00a0px`),
      pixels: blurred(digitAt(frame.pictures, digit), state.blur),
      words: read(frame, at, digit),
    },
    {
      head: fromWidth(110, heading(`mean shape of ${withArticle(String(digit))}`), heading(`mean ${digit}`)),
      pixels: digitAt(frame.shapes, digit),
      words: heading(`likest: ${frame.likest[at] ?? 0}`, { mark: 'truth' }),
    },
  ];
  return headed(
    panels.map(({ head, pixels, words }) => ({
      head,
      piece: stack([picture({ pixels, most: 113 }), words], 3),
    })),
    { space: 12 },
  );
};

/** How many of the ten the net still reads, and how many look like their digit, by blur. */
const counts = (state: SquintState, frame: SquintFrame): Piece => {
  const count = (of: (frame: SquintFrame, b: number) => number) =>
    blurs.map((blur, k) => ({ x: blur, y: of(frame, k) }));
  return chart({
    across: linear('blur, pixels', [0, 4]),
    up: linear('of the ten pictures', [0, 10]),
    height: 118,
    lines: [
      { label: 'net reads it', points: count(readAt), tone: 'var(--belief)', strong: true },
      { label: 'right shape', points: count(likeAt), tone: 'var(--truth)', strong: true },
      { label: 'chance', points: [0, 4].map((x) => ({ x, y: 1 })), tone: 'var(--quiet)', dash: '3 3' },
    ],
    under: (field) => upright(state.blur, field, { tone: 'var(--edge)' }),
  });
};

/**
 * An evolved picture sharp and blurred beside the shape it should have, all ten blurred, and what blurring
 * does to both counts.
 */
export default drawnBy<SquintState, SquintFrame>(({ state, frame }) => {
  const [large, all, curves] = [three(state, frame), ten(state, frame), counts(state, frame)];
  return {
    title:
      'An evolved picture, the same blurred, and the mean shape of its digit; all ten evolved pictures blurred; how many look like their digit and how many the net still reads, by blur',
    content: fromWidth(
      600,
      stack([columns([large, wide(300, curves)], { space: 24 }), all], 16),
      stack([large, all, droppedAt(3, curves)], 16),
    ),
  };
});
