import type { Table } from '../kit/contract/figure.ts';
import { count, decimal, lengthText, percent, percentAmong } from '../kit/words/format.ts';
import { listed } from '../kit/words/grammar.ts';
import type { BlackBoxFrame, Racer } from './frame.ts';
import { frames, methodNames, racersOf, type BlackBoxState, type MethodId } from './params.ts';

/** Length (L2) of an attacker's change so far; 0 before its first question. */
export const sizeOf = ({ sizes }: Racer): number => sizes.at(-1) ?? 0;

/** Whether an attacker's picture fools the net by now. */
export const isFooled = ({ fooled }: Racer): boolean => fooled.at(-1) ?? false;

/** Questions asked by the first frame at which the net was fooled. */
export const fooledAt = ({ queries, fooled }: Racer): number | undefined => queries[fooled.indexOf(true)];

/** Each attacker who races, with where it stands. */
export const racing = (state: BlackBoxState, frame: BlackBoxFrame): readonly (readonly [MethodId, Racer])[] =>
  racersOf(state).flatMap((id, i) => {
    const racer = frame.racers[i];
    return racer ? [[id, racer] as const] : [];
  });

/** Whether an attacker hears labels only. */
export const hearsLabels = (id: MethodId): boolean => id === 'boundary' || id === 'hop-skip-jump';

/** The finding: who fools the net with so many questions, by how long a change, and how short it could be. */
export const describe = (state: BlackBoxState, frame: BlackBoxFrame): string => {
  const all = racing(state, frame);
  const least = frame.white?.fooled
    ? ` Whoever has the weights needs a change of length ${lengthText(frame.white.size)}.`
    : '';
  if (frame.step === 0)
    return `The net says ${frame.says} (${percent(frame.sure)}) of this ${frame.label}; ${all.length} attackers who only ask are about to.`;
  const done = all.filter(([, racer]) => isFooled(racer));
  const asked = `${count((frame.step * state.questions) / frames)} questions each`;
  if (done.length === 0)
    return `After at most ${asked}, none of ${all.length} attackers has fooled the net.${least}`;
  const list = listed(done.map(([id, racer]) => `${methodNames[id]} ${lengthText(sizeOf(racer))}`));
  return `Without the weights, and after at most ${asked}, ${done.length} of ${all.length} attackers ${done.length === 1 ? 'has' : 'have'} fooled the net; the ${done.length === 1 ? 'length of its change' : 'lengths of their changes'}: ${list}.${least}`;
};

/**
 * Every attacker: what it hears, its questions, what the net says of its picture, and the length of its
 * change.
 */
export const table = (state: BlackBoxState, frame: BlackBoxFrame): Table => ({
  caption: `Attackers without the weights on one ${frame.label}, one picture each; L2 is the length of the change, pixels from 0 to 1.${frame.white ? ` With the weights (DDN, ${count(frame.white.gradients)} gradients): L2 ${decimal(frame.white.size, 3)}.` : ''}`,
  head: ['attacker', 'hears', 'questions', 'first fooled by question', 'L2', 'the net says', 'how sure'],
  rows: racing(state, frame).map(([id, racer]) => {
    const first = fooledAt(racer);
    const sure = percentAmong(frame.racers.map((one) => one.sure));
    return [
      methodNames[id],
      hearsLabels(id) ? 'label' : 'scores',
      { value: racer.queries.at(-1) ?? 0, text: count(racer.queries.at(-1) ?? 0) },
      first === undefined ? null : { value: first, text: count(first) },
      decimal(sizeOf(racer), 3),
      racer.says,
      sure(racer.sure),
    ];
  }),
});
