import { AnswerRow, answerRowHeight, type Answer } from '../kit/answer-row.tsx';
import type { EnsembleFrame } from './frame.ts';
import { attackerIds, type EnsembleState } from './params.ts';
import { attackerNames } from './words.ts';

interface GridProps {
  /** Width of the names before the rows; 0 to stand above them. */
  readonly label: number;
  readonly pitch: number;
  readonly words: 'beside' | 'below';
  readonly y: number;
  readonly size: number;
  readonly state: EnsembleState;
  readonly frame: EnsembleFrame;
}

const rowPitch = (words: GridProps['words'], size: number): number =>
  answerRowHeight(28, words, size) + (words === 'beside' ? 10 : 1.9 * size);

/** Height of all rows with their heading. */
export const gridHeight = (words: GridProps['words'], size: number): number =>
  1.8 * size + (attackerIds.length + 1) * rowPitch(words, size);

interface Row {
  readonly name: string;
  readonly pictures: Uint8Array;
  readonly answers: readonly Answer[];
}

const rowsOf = (state: EnsembleState, frame: EnsembleFrame): readonly Row[] => {
  const common = state.nets * frame.labels.length;
  const answers = (says: Uint8Array, more: (i: number) => Partial<Answer>): readonly Answer[] =>
    Array.from(frame.labels.slice(0, 10), (truth, i) => {
      const said = says[common + i] ?? 0;
      return { text: String(said), fooled: said !== truth, ...more(i) };
    });
  return [
    { name: 'unattacked', pictures: frame.digits, answers: answers(frame.before.says, () => ({})) },
    ...frame.after.map(({ shown, says }, a) => {
      const id = attackerIds[a] ?? 'all';
      return {
        name: attackerNames[id],
        pictures: shown,
        answers: answers(says, (i) => ({
          set: `attacker=${id}&digit=${i}`,
          chosen: id === state.attacker && i === state.digit,
        })),
      };
    }),
  ];
};

/** Ten digits, unattacked and under each attacker, with the common answer; a click chooses one. */
export const Grid = ({ label, pitch, words, y, size, state, frame }: GridProps) => (
  <g font-size={size}>
    <text x={0} y={y + size} font-weight={600}>
      what they say together of ten digits
    </text>
    {rowsOf(state, frame).map(({ name, pictures, answers }, r) => {
      const top = y + 1.8 * size + r * rowPitch(words, size);
      const beside = words === 'beside';
      return (
        <g key={name}>
          <text x={0} y={beside ? top + 14 + 0.36 * size : top + size} fill="var(--quiet)">
            {name}
          </text>
          <AnswerRow
            x={label}
            y={beside ? top : top + 1.5 * size}
            pitch={pitch}
            picture={28}
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
