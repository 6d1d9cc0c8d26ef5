import { digitSide } from '../../data/digit.ts';
import { verdict } from '../../lab/verdict.ts';
import { withArticle } from '../kit/words/grammar.ts';
import { beside, stack, wide } from '../kit/drawing/arrange.ts';
import {
  bare,
  beliefs,
  drawnBy,
  heading,
  picture,
  pictureWidth,
  type Piece,
  plot,
  text,
  textWidth,
  toBaseline,
} from '../kit/drawing/pieces.ts';
import type { HandFrame } from './frame.ts';
import { isFound, type HandState } from './params.ts';
import { needed, sizes } from './words.ts';

const most = 197;

/** The edited picture, its changed pixels framed. */
const edited = ({ edited: now, picture: before }: HandFrame): Piece => {
  const plain = picture({ pixels: now, most });
  return (room) => {
    const laid = plain(room);
    const cell = pictureWidth(digitSide, laid.width - 1) / digitSide;
    const frames = Array.from(now, (level, i) =>
      level === before[i] ? null : (
        <rect
          key={i}
          x={(i % digitSide) * cell + 1}
          y={Math.floor(i / digitSide) * cell + 1}
          width={cell - 1}
          height={cell - 1}
          fill="none"
          stroke="var(--accent)"
        />
      ),
    );
    return { ...laid, marks: [laid.marks, frames] };
  };
};

/** What the picture has become, and what the net and people say of it. */
const made = (state: HandState, frame: HandFrame): Piece => {
  const { says, sure } = verdict(frame.after);
  return stack([
    heading(isFound(state) ? 'found by a search' : 'by hand'),
    edited(frame),
    text(`net: ${says}, ${bare(sure)}\u00a0%`, { mark: 'belief', strong: true }),
    text(`drawn as ${withArticle(String(frame.label))}`, { mark: 'truth' }),
  ]);
};

interface Bar {
  readonly who: string;
  readonly share: number;
  readonly amount: string;
  readonly tone: string;
}

/** A bar with the amount and whose it is at its end; `room` is what the longest words need. */
const bar = ({ who, share, amount, tone }: Bar, room: number): Piece =>
  plot('bar', { lines: 0.97 }, ({ width, height, size }) => {
    const long = Math.max(1, share * (width - room * size));
    return (
      <g font-size={size}>
        <rect y={height / 2 - 0.375 * size} width={long} height={0.75 * size} fill={tone} />
        <text x={long + 0.5 * size} y={height / 2 + toBaseline * size}>
          {amount} <tspan fill="var(--quiet)">{who}</tspan>
        </text>
      </g>
    );
  });

/** What was spent by hand above what an attack needs, as two bars on one scale for each kind of size. */
const costs = (state: HandState, frame: HandFrame): Piece =>
  stack(
    [
      heading('what it cost'),
      ...sizes(frame).map(({ unit, by, yours, theirs, write, none }) => {
        const largest = Math.max(1e-9, yours, theirs ?? 0);
        const bars = [
          { who: isFound(state) ? 'the search' : 'you', share: yours / largest, amount: write(yours) },
          { who: by, share: (theirs ?? 0) / largest, amount: needed(theirs, write, none) },
        ];
        const room = 0.7 + Math.max(...bars.map(({ who, amount }) => textWidth(`${amount} ${who}`)));
        return stack([
          text(unit),
          ...bars.map((one, k) => bar({ ...one, tone: k === 0 ? 'var(--truth)' : 'var(--belief)' }, room)),
        ]);
      }),
    ],
    9,
  );

/**
 * The edited picture with its changed pixels framed, what the net believes, and what was spent beside what
 * attacks need.
 */
export default drawnBy<HandState, HandFrame>(({ state, frame }) => {
  const believed = beliefs({ before: frame.before, after: frame.after, truth: frame.label });
  const [one, other] = [made(state, frame), costs(state, frame)];
  return {
    title:
      'A digit edited by hand with its changed pixels framed; the net’s beliefs before and after; what was spent by hand and by attacks',
    content: beside([wide(most, one), believed, wide({ share: 1.1 }, other)], { space: 39, below: 18 }),
  };
});
