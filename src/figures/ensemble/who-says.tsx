import { bare, heading, type Piece, reply, type Row, rule, table, text } from '../kit/drawing/pieces.ts';
import type { Attacked, EnsembleFrame } from './frame.ts';
import type { EnsembleState } from './params.ts';
import { membersOf, surely } from './words.ts';

/** What each member and then all together said of the chosen digit, and say now. */
export const whoSays = (state: EnsembleState, frame: EnsembleFrame, attacked: Attacked): Piece => {
  const n = frame.labels.length;
  const label = frame.labels[state.digit];
  const said = (says: Uint8Array, sure: Float32Array, m: number): string => {
    const at = m * n + state.digit;
    const votes = m === state.nets && state.answer === 'vote';
    return `${says[at] ?? 0}, ${votes ? surely(state, sure[at] ?? 0) : `${bare(sure[at] ?? 0)}\u00a0%`}`;
  };
  const rowOf = (name: string, m: number): Row => {
    return [
      text(name, { tone: 'ink', strong: m === state.nets }),
      text(said(frame.before.says, frame.before.sure, m), { align: 'end' }),
      reply(said(attacked.says, attacked.sure, m), attacked.says[m * n + state.digit] !== label, {
        align: 'end',
        tone: 'ink',
      }),
    ];
  };
  return table([
    [
      heading('who says what'),
      text('before', { align: 'end' }),
      text('attacked', { align: 'end', tone: 'ink' }),
    ],
    ...membersOf(state).map(({ short }, m) => rowOf(short, m)),
    ...(state.nets > 1 ? [rule(), rowOf('together', state.nets)] : []),
  ]);
};
