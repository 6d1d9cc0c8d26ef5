import { AnswerRow, answerRowHeight, type Answer, type AnswerRowProps } from './answer-row.tsx';

/** Pictures in a row with a name and what is said of each. */
export interface AnswerGridRow {
  readonly name: string;
  readonly pictures: Uint8Array;
  readonly answers: readonly Answer[];
}

/** Where the rows stand, their names before or above them, and the words about each picture beside or below it. */
export interface AnswerGridPlace {
  /** Width of the names before the rows; 0 where they stand above them. */
  readonly label: number;
  readonly pitch: number;
  readonly words: AnswerRowProps['words'];
}

export interface AnswerGridProps extends AnswerGridPlace {
  readonly y: number;
  readonly size: number;
  readonly title: string;
  readonly rows: readonly AnswerGridRow[];
  /** Pixels a side of a picture; 28 if not given. */
  readonly side?: number;
}

/** For drawings of 720 and of 340 units: ten pictures a row. */
export const answerGridPlaces = {
  wide: { label: 152, pitch: 57, words: 'beside' },
  narrow: { label: 0, pitch: 34.5, words: 'below' },
} as const satisfies Readonly<Record<string, AnswerGridPlace>>;

const rowPitch = ({ label, words }: AnswerGridPlace, size: number): number =>
  answerRowHeight(28, words, size) + (label > 0 ? 10 : 1.9 * size);

/** Height of so many rows with their title. */
export const answerGridHeight = (place: AnswerGridPlace, size: number, rows: number): number =>
  1.8 * size + rows * rowPitch(place, size);

/** Rows of ten small pictures, each row with its name and each picture with an answer. */
export const AnswerGrid = ({ label, pitch, words, y, size, title, rows, side = 28 }: AnswerGridProps) => (
  <g font-size={size}>
    <text x={0} y={y + size} font-weight={600} fill="var(--ink)">
      {title}
    </text>
    {rows.map(({ name, pictures, answers }, r) => {
      const top = y + 1.8 * size + r * rowPitch({ label, pitch, words }, size);
      const before = label > 0;
      return (
        <g key={name}>
          <text x={0} y={before ? top + 14 + 0.36 * size : top + size} fill="var(--quiet)">
            {name}
          </text>
          <AnswerRow
            x={label}
            y={before ? top : top + 1.5 * size}
            pitch={pitch}
            picture={28}
            side={side}
            pictures={pictures}
            answers={answers}
            words={words}
            size={size}
          />
        </g>
      );
    })}
  </g>
);
