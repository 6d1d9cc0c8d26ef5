import { netWords } from '../../nets/catalogue.ts';
import type { Group, Preset } from '../kit/contract/figure.ts';
import { choice, range, seed, type StateOf } from '../kit/contract/params.ts';

/** The nets that may answer together, in the order in which they join. */
export const memberIds = [
  'digits-lenet',
  'digits-allconv',
  'digits-mlp',
  'digits-noise',
  'digits-softmax',
] as const;

/** How a sentence calls the net that an attacker follows who knows of one only: the first. */
export const followed = netWords(memberIds[0]).said;

/** Who attacks: what is known of the ensemble, and how it is used. */
export const attackerIds = ['one', 'shares', 'turn', 'all'] as const;

/** An attacker by what it follows: one net, one after the other, the next at each step, or all at once. */
export type AttackerId = (typeof attackerIds)[number];

/**
 * How many nets answer and how their answers are joined, the attack (ε 0 … 0.5), and who and what is shown.
 */
export const params = {
  nets: range({ label: 'Nets that answer together', min: 1, max: memberIds.length, step: 1, default: 3 }),
  answer: choice({
    label: 'Their answer',
    options: { mean: 'mean of probabilities', vote: 'most votes' },
    default: 'mean',
  }),
  epsilon: range({ label: 'ε per pixel', min: 0, max: 0.5, step: 0.01, default: 0.2 }),
  steps: range({ label: 'Steps', min: 1, max: 60, step: 1, default: 20 }),
  digits: range({ label: 'Digits', min: 10, max: 40, step: 10, default: 10 }),
  seed: seed(),
  attacker: choice({
    label: 'Attacker shown',
    options: {
      one: `follows ${followed} only`,
      shares: 'follows one after the other',
      turn: 'follows the next at each step',
      all: 'follows all at once',
    },
    default: 'all',
  }),
  digit: range({ label: 'Digit shown', min: 0, max: 9, step: 1, default: 4 }),
};

/** The ensemble, the attack on it, and the attacker and digit that are shown. */
export type EnsembleState = StateOf<typeof params>;

/** Who attacks in a state: of a single net all four would be one. */
export const attackersOf = ({ nets }: EnsembleState): readonly AttackerId[] =>
  nets === 1 ? ['one'] : attackerIds;

/** The attacker that is shown. */
export const shownAttacker = (state: EnsembleState): AttackerId =>
  attackersOf(state).includes(state.attacker) ? state.attacker : 'one';

/** Only attackers that differ are offered: of a single net there is one. */
export const groups: readonly Group<EnsembleState>[] = [
  { legend: 'The defence', fields: ['nets', 'answer'] },
  { legend: 'The attack', fields: ['epsilon'] },
  { legend: 'What is shown', fields: [{ field: 'attacker', offers: attackersOf }, 'digit'] },
  { legend: 'How it is tried', fields: ['steps', 'digits', 'seed'], quiet: true },
];

/** One net, five, nets that vote, and a slightly larger ε. */
export const presets: Readonly<Record<string, Preset<EnsembleState>>> = {
  'one-net': { title: 'One net alone', state: { nets: 1 } },
  five: { title: 'Five nets', state: { nets: 5 } },
  votes: { title: 'Three nets that vote', state: { answer: 'vote' } },
  'wider-limit': { title: 'A little more room', state: { epsilon: 0.25, attacker: 'shares' } },
};
