import experiment from '../../../content/results/reproduction/universal-tuning.json' with { type: 'json' };
import type { Interval } from '../../lab/statistics/interval.ts';

const row = (name: string): Interval | undefined => {
  const found = experiment.rows.find((one) => one.name === name);
  const [low, high] = found?.interval ?? [];
  return found && low !== undefined && high !== undefined ? { rate: found.value, low, high } : undefined;
};

const rounds = experiment.rows.filter(
  ({ name }) => name.endsWith('fooled by new perturbations') && name.startsWith('round'),
).length;

/**
 * The experiment's rounds of tuning: the share fooled by perturbations grown after it, and by those that were
 * learned from.
 */
export default Array.from({ length: rounds }, (_, round) => {
  const fresh = row(`round ${round}: fooled by new perturbations`);
  if (fresh === undefined) throw new Error(`The experiment universal-tuning has no round ${round}.`);
  const learned = row(`round ${round}: fooled by those it learned from`);
  return { round, fresh, ...(learned && { learned }) };
});

/** The share fooled by new perturbations after as many epochs on plain digits. */
export const plain = row('tuned on plain digits: fooled by new perturbations')?.rate ?? 0;
