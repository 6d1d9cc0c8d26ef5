import { netWords, type NetWords } from '../../nets/catalogue.ts';
import type { Cell, Table } from '../kit/contract/figure.ts';
import { capital, decimal, fixed, percent, percentAmong, plural } from '../kit/words/format.ts';
import { listed } from '../kit/words/grammar.ts';
import type { Attacked, EnsembleFrame } from './frame.ts';
import { attackersOf, followed, memberIds, type AttackerId, type EnsembleState } from './params.ts';

const counts = ['no nets', 'one net', 'two nets', 'three nets', 'four nets', 'five nets'];

/** What each attacker does, as the end of 'an attacker who …'. */
const deeds: Readonly<Record<AttackerId, string>> = {
  one: `follows ${followed}’s gradient only`,
  shares: 'takes the nets one after the other',
  turn: 'takes the next net at each step',
  all: 'follows all of them at once',
};

/** Short names of the attackers, for labels. */
export const attackerNames: Readonly<Record<AttackerId, string>> = {
  one: `follows ${followed}`,
  shares: 'one after the other',
  turn: 'next at each step',
  all: 'all at once',
};

/** The nets that answer together. */
export const membersOf = (state: EnsembleState): readonly NetWords[] =>
  memberIds.slice(0, state.nets).map(netWords);

/** Of how many digits the common answer is wrong after the last step. */
export const wrongOf = ({ wrong }: Attacked): number => wrong.at(-1) ?? 0;

const wrongBefore = (state: EnsembleState, { before, labels }: EnsembleFrame): number =>
  labels.filter((label, i) => before.says[state.nets * labels.length + i] !== label).length;

const readRightly = (wrong: number, n: number): string =>
  wrong === 0 ? `all ${n} digits rightly` : `${n - wrong} of ${n} digits rightly`;

/** The finding: how many digits each attacker has turned. */
export const describe = (state: EnsembleState, frame: EnsembleFrame): string => {
  const n = frame.labels.length;
  const who = state.nets === 1 ? `${followed} alone answers` : `${counts[state.nets] ?? ''} answer`;
  const how =
    state.nets === 1 ? '' : state.answer === 'vote' ? ' by vote' : ' by the mean of their probabilities';
  const start = `${capital(who)}${how} and read${state.nets === 1 ? 's' : ''} ${readRightly(wrongBefore(state, frame), n)}`;
  if (frame.step === 0) {
    return state.nets === 1
      ? `${start}; the attack has not begun.`
      : `${start}; at these digits the gradients of two of the nets have a cosine of ${fixed(frame.agreement, 2)} on average, so that what hurts one hurts the others.`;
  }
  const when = frame.step < state.steps ? `, after ${frame.step} of ${plural(state.steps, 'step')},` : '';
  const found = frame.after.map(wrongOf);
  const [one = 0, shares = 0, turn = 0, all = 0] = found;
  if (state.nets === 1)
    return `${start}. At ε = ${decimal(state.epsilon)}${when} an attacker who ${deeds.one} makes ${one} of ${n} wrong.`;
  return (
    `${start}. At ε = ${decimal(state.epsilon)}${when} an attacker who ${deeds.one} makes ${one} of ${n} wrong, ` +
    `one who ${deeds.shares} ${shares}, one who ${deeds.turn} ${turn}, and one who ${deeds.all} ${all}.`
  );
};

/** How sure the common answer is: a probability, or so many votes. */
export const surely = (state: EnsembleState, sure: number, written = percent): string =>
  state.answer === 'vote' && state.nets > 1
    ? `${Math.round(sure * state.nets)} of ${state.nets} votes`
    : written(sure);

/** What the ensemble says of each of the first ten digits, before and after each attacker. */
export const table = (state: EnsembleState, frame: EnsembleFrame): Table => {
  const n = frame.labels.length;
  const common = state.nets * n;
  const ids = attackersOf(state);
  const totals = ids.map((id, a) => `${attackerNames[id]} ${wrongOf(frame.after[a] as Attacked)}`).join(', ');
  return {
    caption:
      `The common answer of ${listed(membersOf(state).map(({ said }) => said))} after step ${frame.step} of ${state.steps} at ε = ${decimal(state.epsilon)}. ` +
      `Wrong of ${n}: ${totals}. Mean cosine between two nets’ gradients: ${fixed(frame.agreement, 2)}.`,
    head: ['digit', 'unattacked', ...ids.map((id) => attackerNames[id])],
    rows: Array.from(frame.labels.slice(0, 10), (label, i) => [
      label,
      ...[frame.before, ...frame.after.slice(0, ids.length)].map(({ says, sure }): Cell => {
        const column = percentAmong(sure.subarray(common, common + 10));
        return `${says[common + i] ?? 0} (${surely(state, sure[common + i] ?? 0, column)})`;
      }),
    ]),
  };
};
