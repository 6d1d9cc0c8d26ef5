import { digitSide } from '../../../../data/digit.ts';
import { centred, fromWidth, pressed, stack } from './arrange.tsx';
import { columns, grid, wide } from './columns.tsx';
import { picture } from './pictures.tsx';
import { naturalWidth, type Piece } from './piece.tsx';
import { heading, reply, text } from './text.tsx';

/**
 * What is said of one picture of a row; where a net is `fooled`, the words are marked by more than their
 * colour.
 */
export interface Answer {
  readonly text: string;
  readonly fooled?: boolean;
  /** Fields to set when the picture is pressed, in link form. */
  readonly set?: string;
  readonly chosen?: boolean;
}

/** Pictures in a row with a name and what is said of each. */
export interface AnswerRow {
  readonly name: string;
  /** All pictures one after the other, grey, 8 bits. */
  readonly pictures: Uint8Array;
  readonly answers: readonly Answer[];
}

export interface AnswersSpec {
  readonly title: string;
  readonly rows: readonly AnswerRow[];
  /** Pixels a side of a picture; a digit’s unless given. */
  readonly side?: number;
  /** Words stand below each picture also where there is room beside it. */
  readonly below?: boolean;
}

/** Width of a picture in the row. */
const small = 29;

const words = ({ text: content, fooled = false }: Answer, align: 'start' | 'middle'): Piece =>
  reply(content, fooled, { align, lines: 1 });

const cell = (answer: Answer, pixels: Uint8Array, side: number, beside: boolean): Piece => {
  const image = picture({ pixels, shape: [side, side], most: small, chosen: answer.chosen ?? false });
  const piece = beside
    ? columns([wide(small, image), words(answer, 'start')], { space: 6, align: 'middle' })
    : stack([centred(image), words(answer, 'middle')], 2);
  return answer.set === undefined
    ? piece
    : pressed({ set: answer.set, chosen: answer.chosen ?? false }, piece);
};

const cells =
  ({ pictures, answers }: AnswerRow, side: number, beside: boolean): Piece =>
  (room) => {
    const widest = Math.max(small, ...answers.map((answer) => naturalWidth(words(answer, 'start'), room)));
    // In two rows where one has no room for the words.
    const rows = beside || (widest + 1) * answers.length <= room.width ? 1 : 2;
    return grid(
      answers.map((answer, i) =>
        cell(answer, pictures.subarray(i * side * side, (i + 1) * side * side), side, beside),
      ),
      { across: Math.ceil(answers.length / rows), rowSpace: 4 },
    )(room);
  };
/** Rows of small pictures, each row with its name and each picture with an answer. */
export const answers = ({ title, rows, side = digitSide, below = false }: AnswersSpec): Piece =>
  stack(
    [
      heading(title),
      fromWidth(
        600,
        stack(
          rows.map((row) =>
            columns([wide({ ems: 11.7 }, text(row.name)), cells(row, side, !below)], {
              align: below ? 'top' : 'middle',
            }),
          ),
          9,
        ),
        stack(
          rows.map((row) => stack([text(row.name), cells(row, side, false)], 2)),
          8,
        ),
      ),
    ],
    6,
  );
