import { bare, BeliefMark } from '../kit/belief-bars.tsx';
import { Pixels } from '../kit/pixels.tsx';
import { Cats, wildCats } from './cats.tsx';
import { elevenOf, lenetOf, type ChoiceFrame } from './frame.ts';
import { answerOf, forcedField, freeField, kinds, type ChoiceState } from './params.ts';

const pixels = 784;

export interface QuestionProps {
  readonly state: ChoiceState;
  readonly frame: ChoiceFrame;
  readonly size: number;
}

/** Height of the question with its tiles. */
export const questionHeight = (size: number): number => 1.7 * size + 190 + 5.6 * size;

/** Whether the reader has answered a question, counted from 1, in one way or the other. */
export const isAnswered = (state: ChoiceState, question: number): boolean =>
  answerOf(state, question, 'forced') !== 'open' || answerOf(state, question, 'free') !== 'open';

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
      height={1.9 * size}
      rx={3}
      fill={chosen ? 'var(--accent)' : 'var(--wash)'}
      stroke="var(--edge)"
    />
    <text
      x={x + width / 2}
      y={y + 1.3 * size}
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
    { head: 'LeNet', text: String(lenet.says), sure: lenet.sure },
    {
      head: 'with an eleventh answer',
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

/** The present question: a picture or six cats, the answers to click, and, after an answer, what the nets say. */
export const Question = ({ state, frame, size }: QuestionProps) => {
  const { question, offer } = state;
  const i = question - 1;
  const isCats = kinds[i] === 'cats';
  const field = offer === 'forced' ? forcedField(question) : freeField(question);
  const chosen = answerOf(state, question, offer);
  const next = Math.min(kinds.length, question + 1);
  const options = isCats ? wildCats.map((_, k) => String(k + 1)) : Array.from({ length: 10 }, (_, k) => String(k));
  const top = 1.7 * size;
  const tiles = top + 190 + 0.6 * size;
  const answered = isAnswered(state, question);
  return (
    <g font-size={size} style="font-variant-numeric: tabular-nums">
      <text x={0} y={size} font-weight={600}>
        {question} of {kinds.length}: {isCats ? 'which is the house cat' : 'which digit is it'}
      </text>
      {isCats ? (
        <Cats x={14} y={top} size={68} perRow={3} pitch={116} font={size} named={answered} />
      ) : (
        <>
          <Pixels
            pixels={frame.pictures.subarray(i * pixels, (i + 1) * pixels)}
            width={28}
            height={28}
            x={0}
            y={top}
            size={168}
          />
          {answered ? (
            <Nets frame={frame} i={i} x={184} y={top + 1.2 * size} size={size} />
          ) : (
            <text x={184} y={top + 1.2 * size} fill="var(--quiet)">
              answer first
            </text>
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
          fields={`${field}=${option}&question=${next}`}
          chosen={chosen === option}
        />
      ))}
      {offer === 'free' ? (
        <Tile
          x={0}
          y={tiles + 2.3 * size}
          width={124}
          size={size}
          text="none of these"
          fields={`${field}=none&question=${next}`}
          chosen={chosen === 'none'}
        />
      ) : (
        <text x={0} y={tiles + 3.6 * size} fill="var(--quiet)">
          you have to choose one
        </text>
      )}
    </g>
  );
};
