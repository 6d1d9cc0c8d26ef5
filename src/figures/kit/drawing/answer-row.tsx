import { Pixels } from './pixels.tsx';

/** What a net says of one picture of a row; where it is `fooled`, the words are marked by more than their colour. */
export interface Answer {
  readonly text: string;
  readonly fooled?: boolean;
  /** Fields to set when the picture is clicked, in link form. */
  readonly set?: string;
  readonly chosen?: boolean;
}

export interface AnswerRowProps {
  readonly x: number;
  readonly y: number;
  /** From one picture's left edge to the next one's. */
  readonly pitch: number;
  /** Width of a picture, and its pixels a side. */
  readonly picture: number;
  readonly side?: number;
  /** All pictures one after the other, grey, 8 bits. */
  readonly pictures: Uint8Array;
  readonly answers: readonly Answer[];
  /** Words to the right of each picture, or under it. */
  readonly words: 'beside' | 'below';
  readonly size: number;
}

/** Height of a row of pictures with their answers. */
export const answerRowHeight = (picture: number, words: AnswerRowProps['words'], size: number): number =>
  words === 'beside' ? picture : picture + 1.35 * size;

/** Small pictures in a row and what is said of each: plain where it is right, bold and with a stroke under it where the net is fooled. */
export const AnswerRow = ({ x, y, pitch, picture, side = 28, pictures, answers, words, size }: AnswerRowProps) => {
  const pixels = side * side;
  return (
    <g font-size={size} style="font-variant-numeric: tabular-nums">
      {answers.map(({ text, fooled = false, set, chosen = false }, i) => {
        const left = x + i * pitch;
        const [at, baseline] =
          words === 'beside'
            ? [left + picture + 0.45 * size, y + picture / 2 + 0.36 * size]
            : [left + picture / 2, y + picture + 1.1 * size];
        return (
          <g key={i} {...(set !== undefined && { 'data-set': set })}>
            <Pixels
              pixels={pictures.subarray(i * pixels, (i + 1) * pixels)}
              width={side}
              height={side}
              x={left}
              y={y}
              size={picture}
            />
            {chosen ? (
              <rect
                x={left - 2.5}
                y={y - 2.5}
                width={picture + 5}
                height={picture + 5}
                fill="none"
                stroke="var(--accent)"
                stroke-width={2}
              />
            ) : null}
            <text
              x={at}
              y={baseline}
              text-anchor={words === 'beside' ? 'start' : 'middle'}
              fill={fooled ? 'var(--warn)' : 'var(--quiet)'}
              font-weight={fooled ? 700 : 400}
              {...(fooled && { 'text-decoration': 'underline' })}
            >
              {text}
            </text>
          </g>
        );
      })}
    </g>
  );
};
