import { netWords } from '../../nets/catalogue.ts';
import { wilson } from '../../lab/statistics/interval.ts';
import type { Table } from '../kit/contract/figure.ts';
import { decimal, plural } from '../kit/words/format.ts';
import type { UniversalFrame } from './frame.ts';
import { tableNetIds, type TableNetId } from '../kit/words/digit-nets.ts';
import { held, type UniversalState } from './params.ts';
import tuned from './tuned.ts';

const rounded = (rate: number): string => decimal(100 * rate, 0);

const written = (hits: number): string => {
  const { rate, low, high } = wilson(hits, held);
  return `${rounded(rate)}\u00a0% (${rounded(low)} to ${rounded(high)}\u00a0%)`;
};

/** Of how many of the digits a net changes its answer. */
export const fooledOf = (frame: UniversalFrame, net: TableNetId): number =>
  frame.fooled[tableNetIds.indexOf(net)] ?? 0;

/** Of how many it does so under random signs; 0 before they were tried. */
export const chanceOf = (frame: UniversalFrame, net: TableNetId): number =>
  frame.chance[tableNetIds.indexOf(net)] ?? 0;

/**
 * The finding: how many digits it never saw the one perturbation turns, what random signs do, and what it
 * does to another net.
 */
export const describe = (state: UniversalState, frame: UniversalFrame): string => {
  const name = netWords(state.net).said;
  if (frame.step === 0)
    return `One perturbation of at most ξ = ${decimal(state.epsilon)} a pixel will be grown for ${name} on ${plural(state.digits, 'digit')}, and tried on ${held} others.`;
  const other =
    state.shownTo === state.net
      ? ''
      : ` Shown to ${netWords(state.shownTo).said}, it changes ${written(fooledOf(frame, state.shownTo))} of the answers, random signs ${written(chanceOf(frame, state.shownTo))}.`;
  return (
    `One perturbation, ξ = ${decimal(state.epsilon)}, grown for ${name} on ${plural(state.digits, 'digit')}, changes its answer for ${written(fooledOf(frame, state.net))} of ${held} digits that it was not grown on; ` +
    `random signs of the full size, for ${written(chanceOf(frame, state.net))}.${other}`
  );
};

/** What it does to each net, beside chance; then the stored rounds of fine-tuning. */
export const table = (state: UniversalState, frame: UniversalFrame): Table => ({
  caption: `Share of ${held} digits for which each net changes its answer, with 95\u00a0% intervals: under the perturbation grown for ${netWords(state.net).said}, ξ = ${decimal(state.epsilon)}, and under random signs. Below, measured beforehand: a net tuned on such perturbations, round after round, and how many digits new ones fool.`,
  head: ['net, or round', 'fooled', 'random signs, or by those it learned from'],
  rows: [
    ...tableNetIds.map((id) => [
      netWords(id).short,
      written(fooledOf(frame, id)),
      frame.chance.length === 0 ? null : written(chanceOf(frame, id)),
    ]),
    ...tuned.map(({ round, fresh, learned }) => [
      `tuning, round ${round}`,
      `${rounded(fresh.rate)}\u00a0% (${rounded(fresh.low)} to ${rounded(fresh.high)}\u00a0%)`,
      learned ? `${rounded(learned.rate)}\u00a0%` : null,
    ]),
  ],
});
