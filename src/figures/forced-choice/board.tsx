import { netWords } from '../../nets/catalogue.ts';
import { Pixels } from '../kit/drawing/pixels.tsx';
import { elevenOf, lenetOf, type ChoiceFrame } from './frame.ts';
import { answerOf, kinds, netIds, pictures, type ChoiceState } from './params.ts';
import { isUncovered } from './score.ts';

const pixels = 784;
const small = 28;
const pitch = 33;

export interface BoardProps {
  readonly state: ChoiceState;
  readonly frame: ChoiceFrame;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** Height of the board. */
export const boardHeight = (size: number): number => 3.2 * size + kinds.length * pitch;

const short = (answer: string): string => (answer === 'open' ? '–' : answer === 'none' ? 'none' : answer);

/**
 * All questions with the reader's answers beside the nets'; the nets' stay covered until the reader has
 * answered.
 */
export const Board = ({ state, frame, x, y, width, size }: BoardProps) => {
  const columns = [0.32, 0.52, 0.74, 0.96].map((share) => x + share * width);
  const heads = [
    ['you,', 'made to'],
    ['you,', 'free'],
    [netWords(netIds.ten).short, ''],
    ['eleven', 'answers'],
  ];
  return (
    <g font-size={size} style="font-variant-numeric: tabular-nums">
      {heads.map(([first, second], k) => (
        <g key={k} fill="var(--quiet)" text-anchor="end">
          <text x={columns[k]} y={y + size}>
            {first}
          </text>
          <text x={columns[k]} y={y + 2.3 * size}>
            {second}
          </text>
        </g>
      ))}
      {kinds.map((kind, i) => {
        const top = y + 3.2 * size + i * pitch;
        const baseline = top + small / 2 + 0.36 * size;
        const known = isUncovered(state, i + 1);
        const net = (says: number): string => (says === 10 ? 'none' : String(says));
        const cells = [
          short(answerOf(state, i + 1, 'forced')),
          short(answerOf(state, i + 1, 'free')),
          i >= pictures ? '' : known ? net(lenetOf(frame, i).says) : '?',
          i >= pictures ? '' : known ? net(elevenOf(frame, i).says) : '?',
        ];
        return (
          <g key={i} data-set={`question=${i + 1}`}>
            <rect
              x={x - 5}
              y={top - 2.5}
              width={width + 5}
              height={pitch}
              fill={state.question === i + 1 ? 'var(--wash)' : 'transparent'}
            />
            {kind === 'cats' ? (
              <text x={x} y={baseline}>
                cats
              </text>
            ) : (
              <Pixels
                pixels={frame.pictures.subarray(i * pixels, (i + 1) * pixels)}
                width={28}
                height={28}
                x={x}
                y={top}
                size={small}
              />
            )}
            {cells.map((cell, k) => (
              <text
                key={k}
                x={columns[k]}
                y={baseline}
                text-anchor="end"
                fill={k < 2 ? 'var(--truth)' : 'var(--belief)'}
                font-weight={cell === '?' || cell === '–' ? 400 : 600}
              >
                {cell}
              </text>
            ))}
          </g>
        );
      })}
    </g>
  );
};
