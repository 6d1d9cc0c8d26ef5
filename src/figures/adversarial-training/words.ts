import { netWords } from '../../nets/catalogue.ts';
import type { Table } from '../kit/contract/figure.ts';
import { capital, decimal, plural } from '../kit/words/format.ts';
import { wilson } from '../../lab/statistics/interval.ts';
import type { Trained, TrainingFrame } from './frame.ts';
import { epsilonOf, isSmall, readyEpsilons, readyNets, smallEpsilons, type TrainingState } from './params.ts';

const plainNet = netWords(readyNets.plain);
const robustNet = netWords(readyNets.robust);

/** What the two nets are called. */
export const namesOf = (state: TrainingState): readonly [string, string] =>
  isSmall(state) ? ['trained as usual', 'trained on attacks'] : [plainNet.short, robustNet.short];

/** How many digits a net reads rightly at the state's ε, if that is among those tried so far. */
export const rightAt = (frame: TrainingFrame, { right }: Trained, epsilon: number): number | undefined => {
  const at = frame.epsilons.findIndex((one) => Math.abs(one - epsilon) < 1e-9);
  return at === -1 ? undefined : right[at];
};

/** The ε tried that is nearest to the state's: the small nets are not tried at every one. */
export const nearest = (state: TrainingState): number => {
  const all: readonly number[] = isSmall(state) ? smallEpsilons : readyEpsilons;
  return all.reduce(
    (best, one) => (Math.abs(one - epsilonOf(state)) < Math.abs(best - epsilonOf(state)) ? one : best),
    0,
  );
};

/** The finding: what both nets read unattacked and at ε. */
export const describe = (state: TrainingState, frame: TrainingFrame): string => {
  const n = frame.labels.length;
  const { plain, robust } = frame;
  const small = isSmall(state);
  const [one, other] = small
    ? ['the net trained as usual', 'its twin, trained on attacked digits,']
    : [plainNet.said, robustNet.said];
  const when = small
    ? frame.step === 0
      ? 'Before any training '
      : `After ${plural(frame.step, 'epoch')} with ${state.examples} digits `
    : '';
  const clean = `${when}${one} reads ${plain.right[0] ?? 0} of ${n} digits rightly, ${other} ${robust.right[0] ?? 0}`;
  const epsilon = Math.min(nearest(state), frame.epsilons.at(-1) ?? 0);
  const [a, b] = [rightAt(frame, plain, epsilon), rightAt(frame, robust, epsilon)];
  if (epsilonOf(state) === 0) return `${capital(clean)}; at ε = 0 nobody attacks them.`;
  if (epsilon === 0 || a === undefined || b === undefined)
    return `${capital(clean)}; nobody has attacked them yet.`;
  return `${capital(clean)}; under ${plural(state.steps, 'step')} of PGD at ε = ${decimal(epsilon)} they read ${a} and ${b}.`;
};

/** How many digits each net reads rightly at every ε, with intervals. */
export const table = (state: TrainingState, frame: TrainingFrame): Table => {
  const n = frame.labels.length;
  const [one, other] = namesOf(state);
  const share = (right: number): string => {
    const { low, high } = wilson(right, n);
    return `${right} (${decimal(100 * low, 0)} to ${decimal(100 * high, 0)}\u00a0%)`;
  };
  return {
    caption: `Of ${n} digits so many are read rightly under ${plural(state.steps, 'step')} of PGD in L∞, with 95\u00a0% intervals of the rate${isSmall(state) ? `, after ${plural(frame.step, 'epoch')}` : ''}.`,
    head: ['ε', one, other],
    rows: frame.epsilons.map((epsilon, i) => [
      epsilon,
      share(frame.plain.right[i] ?? 0),
      share(frame.robust.right[i] ?? 0),
    ]),
  };
};
