import { netWords } from '../../nets/catalogue.ts';
import { bare, BeliefMark } from '../kit/drawing/belief-bars.tsx';
import { Pixels } from '../kit/drawing/pixels.tsx';
import { Cats, wildCats } from './cats.tsx';
import { elevenOf, lenetOf, type ChoiceFrame } from './frame.ts';
import { answerOf, forcedField, freeField, kinds, netIds, openFrom, type ChoiceState } from './params.ts';
import { isUncovered } from './score.ts';

const pixels = 784;

export interface QuestionProps {
  readonly state: ChoiceState;
  readonly frame: ChoiceFrame;
  readonly size: number;
}

/** Width of the large picture; the six cats take as much room. */
const large = 196;

/** Height of the question with its tiles. */
export const questionHeight = (size: number): number => 3.1 * size + large + 6.2 * size;

/** One answer to click; the reader's own is filled. */
const Tile = ({
  x,
  y,
  width,
  size,
  text,
  fields,
  chosen,
}: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly text: string;
  readonly fields: string;
  readonly chosen: boolean;
}) => (
  <g data-set={fields}>
    <rect
      x={x}
      y={y}
      width={width}
      height={2.15 * size}
      rx={3}
      fill={chosen ? 'var(--accent)' : 'var(--wash)'}
      stroke="var(--edge)"
    />
    <text
      x={x + width / 2}
      y={y + 1.43 * size}
      text-anchor="middle"
      fill={chosen ? 'var(--paper)' : 'var(--ink)'}
      font-weight={600}
    >
      {text}
    </text>
  </g>
);

/** What the two nets say of the picture, once the reader has answered. */
const Nets = ({
  frame,
  i,
  x,
  y,
  size,
}: {
  readonly frame: ChoiceFrame;
  readonly i: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}) => {
  const [lenet, eleven] = [lenetOf(frame, i), elevenOf(frame, i)];
  const lines = [
    { head: `${netWords(netIds.ten).short} says`, text: String(lenet.says), sure: lenet.sure },
    {
      head: 'eleven answers',
      text: eleven.says === 10 ? 'none of these' : String(eleven.says),
      sure: eleven.sure,
    },
  ];
  return (
    <g>
      {lines.map(({ head, text, sure }, k) => (
        <g key={head}>
          <text x={x} y={y + 4.6 * k * size} fill="var(--quiet)">
            {head}
          </text>
          <BeliefMark x={x + 4} y={y + (4.6 * k + 1.05) * size} />
          <text x={x + 13} y={y + (4.6 * k + 1.4) * size} font-weight={600}>
            {text}
          </text>
          <text x={x + 13} y={y + (4.6 * k + 2.75) * size} fill="var(--quiet)">
            {bare(sure)}
            {'\u00a0'}%
          </text>
        </g>
      ))}
    </g>
  );
};

/**
 * The present question: a picture or six cats, the answers to click, and, after an answer, what the nets say
 * and the way on.
 */
export const Question = ({ state, frame, size }: QuestionProps) => {
  const { question, offer } = state;
  const i = question - 1;
  const isCats = kinds[i] === 'cats';
  const field = offer === 'forced' ? forcedField(question) : freeField(question);
  const chosen = answerOf(state, question, offer);
  const options = isCats
    ? wildCats.map((_, k) => String(k + 1))
    : Array.from({ length: 10 }, (_, k) => String(k));
  const top = 3.1 * size;
  const tiles = top + large + 0.7 * size;
  const answered = isUncovered(state, question);
  const open = openFrom(state, offer, question);
  const onwards =
    open !== undefined
      ? { text: `question ${open} ›`, fields: `question=${open}` }
      : offer === 'forced'
        ? { text: 'now with ‘none of these’ ›', fields: 'offer=free' }
        : undefined;
  return (
    <g font-size={size} style="font-variant-numeric: tabular-nums">
      <text x={0} y={size} font-weight={600} font-size={1.15 * size}>
        Question {question} of {kinds.length}: {isCats ? 'which is the house cat?' : 'which digit is this?'}
      </text>
      <text x={0} y={2.35 * size} fill="var(--quiet)">
        {offer === 'forced' ? 'Choose one below; you have to.' : 'Choose below; it may be none of these.'}
      </text>
      {isCats ? (
        <Cats x={14} y={top} size={70} perRow={3} pitch={116} font={size} named={answered} />
      ) : (
        <>
          <Pixels
            pixels={frame.pictures.subarray(i * pixels, (i + 1) * pixels)}
            width={28}
            height={28}
            x={0}
            y={top}
            size={large}
          />
          {answered ? (
            <Nets frame={frame} i={i} x={large + 16} y={top + 1.2 * size} size={size} />
          ) : (
            ['What the nets say', 'stays covered', 'until you have', 'answered.'].map((line, k) => (
              <text key={line} x={large + 16} y={top + (1.2 + 1.4 * k) * size} fill="var(--quiet)">
                {line}
              </text>
            ))
          )}
        </>
      )}
      {options.map((option, k) => (
        <Tile
          key={option}
          x={k * 33}
          y={tiles}
          width={28}
          size={size}
          text={option}
          fields={`${field}=${option}`}
          chosen={chosen === option}
        />
      ))}
      {offer === 'free' ? (
        <Tile
          x={0}
          y={tiles + 2.65 * size}
          width={122}
          size={size}
          text="none of these"
          fields={`${field}=none`}
          chosen={chosen === 'none'}
        />
      ) : null}
      {chosen !== 'open' && onwards !== undefined ? (
        <Tile
          x={offer === 'free' ? 136 : 0}
          y={tiles + 2.65 * size}
          width={190}
          size={size}
          text={onwards.text}
          fields={onwards.fields}
          chosen={false}
        />
      ) : null}
    </g>
  );
};
