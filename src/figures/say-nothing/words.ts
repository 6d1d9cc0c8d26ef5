import { netWords } from '../../nets/catalogue.ts';
import { wilson, type Interval } from '../../lab/statistics/interval.ts';
import type { Table } from '../kit/contract/figure.ts';
import { capital, decimal, fixed } from '../kit/words/format.ts';
import type { Kind, SilenceFrame } from './frame.ts';
import { judgedAll, silent, slipping, telling, thresholdOf, type Judged } from './judge.ts';
import { netId, type SilenceState } from './params.ts';

/** What each kind is called. */
export const kindNames: Readonly<Record<Kind, string>> = {
  digits: 'digits',
  noise: 'noise',
  evolved: 'evolved',
  attacked: 'digits, attacked',
  knowing: 'digits, attacker knows',
  'noise-knowing': 'noise, attacker knows',
};

/**
 * The interval of the rate that a row of the drawing is about: of digits those refused, of other kinds those
 * that slip through.
 */
export const rateOf = (one: Judged, threshold: number): Interval =>
  wilson(one.kind === 'digits' ? silent(one, threshold) : slipping(one, threshold), one.scores.length);

/** The same in words: 19 to 51 %. */
export const intervalOf = (one: Judged, threshold: number): string => {
  const { low, high } = rateOf(one, threshold);
  return `${decimal(100 * low, 0)} to ${decimal(100 * high, 0)}\u00a0%`;
};

const scoreName = ({ score, temperature }: SilenceState): string =>
  `${score === 'energy' ? 'the energy' : 'the largest probability'}${temperature === 1 ? '' : ` at temperature ${decimal(temperature)}`}`;

/** The finding: who is refused, and who slips through. */
export const describe = (state: SilenceState, frame: SilenceFrame): string => {
  const all = judgedAll(state, frame);
  const threshold = thresholdOf(all, state.refused);
  const of = (kind: Kind): string => {
    const one = all.find((judged) => judged.kind === kind) as Judged;
    return `${slipping(one, threshold)} of ${one.scores.length}`;
  };
  const [digits] = all;
  const refused = digits === undefined ? 0 : silent(digits, threshold);
  const start = `With a threshold on ${scoreName(state)} that refuses ${refused} of ${frame.labels.length} digits, ${netWords(netId).said} answers`;
  if (frame.step === 0) return `${start} ${of('noise')} pictures of noise; nobody has attacked it yet.`;
  return (
    `${start} ${of('noise')} pictures of noise, ${of('evolved')} evolved ones, and wrongly ${of('attacked')} attacked digits at ε = ${decimal(state.epsilon)}; ` +
    `of an attacker who knows of the threshold, ${of('knowing')} digits and ${of('noise-knowing')} pictures of noise.`
  );
};

/** Each kind: how many are refused, how many slip through, and how well the score tells it from digits. */
export const table = (state: SilenceState, frame: SilenceFrame): Table => {
  const all = judgedAll(state, frame);
  const threshold = thresholdOf(all, state.refused);
  return {
    caption: `${capital(netWords(netId).said)}, refusing by ${scoreName(state)}, after step ${frame.step} of ${state.steps}; threshold ${fixed(threshold, 2)} (${state.score === 'energy' ? 'minus the energy' : 'log-odds'}). The area (under the receiver operating characteristic) is the probability that a digit scores higher than one of the kind.`,
    head: ['shown', 'pictures', 'refused', 'answered wrongly', 'rate, 95\u00a0%', 'area under the curve'],
    rows: all.map((one) => [
      kindNames[one.kind],
      one.scores.length,
      silent(one, threshold),
      slipping(one, threshold),
      intervalOf(one, threshold),
      one.kind === 'digits' ? null : { value: telling(all, one), text: fixed(telling(all, one), 3) },
    ]),
  };
};
