import type { AnswerRow } from '../kit/drawing/layout/answers.tsx';
import type { Answer } from '../kit/drawing/layout/answers.tsx';
import type { Attacked, EnsembleFrame } from './frame.ts';
import { attackersOf, shownAttacker, type EnsembleState } from './params.ts';
import { attackerNames } from './words.ts';

/** Ten digits, unattacked and under each attacker, with the common answer; a click chooses one. */
export const rowsOf = (state: EnsembleState, frame: EnsembleFrame): readonly AnswerRow[] => {
  const common = state.nets * frame.labels.length;
  const answers = (says: Uint8Array, more: (i: number) => Partial<Answer>): readonly Answer[] =>
    Array.from(frame.labels.slice(0, 10), (truth, i) => {
      const said = says[common + i] ?? 0;
      return { text: String(said), fooled: said !== truth, ...more(i) };
    });
  return [
    { name: 'unattacked', pictures: frame.digits, answers: answers(frame.before.says, () => ({})) },
    ...attackersOf(state).map((id, a) => {
      const { shown, says } = frame.after[a] as Attacked;
      return {
        name: attackerNames[id],
        pictures: shown,
        answers: answers(says, (i) => ({
          set: `attacker=${id}&digit=${i}`,
          chosen: id === shownAttacker(state) && i === state.digit,
        })),
      };
    }),
  ];
};
