import { soundNames } from '../../data/sounds/sounds.ts';
import type { Group, Preset } from '../kit/contract/figure.ts';
import { choice, range, seed, type StateOf } from '../kit/contract/params.ts';

/** The ten kinds of sounds by their labels. */
const kinds = {
  0: 'vowel a',
  1: 'vowel e',
  2: 'vowel i',
  3: 'vowel o',
  4: 'vowel u',
  5: 'plucked string',
  6: 'bowed string',
  7: 'bell',
  8: 'noise burst',
  9: 'siren',
} as const;

/** What the answers are called, by label. */
export const kindNames: readonly string[] = soundNames.map((_, i) => Object.values(kinds)[i] ?? '');

/**
 * The sound, what the net is to answer, and noise at most so many dB below the sound or as soft as can be.
 */
export const params = {
  kind: choice({ label: 'Sound', options: kinds, default: '1' }),
  goal: choice({
    label: 'Goal',
    options: { leave: 'any other answer', reach: 'a chosen answer' },
    default: 'leave',
  }),
  target: choice({ label: 'Chosen answer', options: kinds, default: '7' }),
  method: choice({
    label: 'Noise',
    options: { limit: 'no louder than (PGD)', smallest: 'as soft as can be (DDN)' },
    default: 'limit',
  }),
  below: range({ label: 'Below the sound', min: 5, max: 50, step: 1, default: 22, unit: ' dB' }),
  steps: range({ label: 'Steps', min: 1, max: 100, step: 1, default: 30 }),
  seed: seed(),
};

/** The sound and its seed, the attack's goal, and how its noise is limited. */
export type HearState = StateOf<typeof params>;

const limited = ({ method }: HearState): boolean => method === 'limit';

/** The loudness of the noise is asked for only where it is a limit. */
export const groups: readonly Group<HearState>[] = [
  { legend: 'The sound', fields: ['kind', 'seed'] },
  {
    legend: 'What the attack wants',
    fields: ['goal', { field: 'target', when: ({ goal }) => goal === 'reach' }],
  },
  { legend: 'The noise', fields: ['method', { field: 'below', when: limited }] },
  { legend: 'How it searches', fields: ['steps'], quiet: true },
];

/** A siren, a noise too soft to do it, the softest that does, and a chosen answer. */
export const presets: Readonly<Record<string, Preset<HearState>>> = {
  siren: { title: 'A siren that says a', state: { kind: '9', below: 20 } },
  soft: { title: 'A noise too soft', state: { below: 32 } },
  smallest: { title: 'The softest noise that does it', state: { kind: '2', method: 'smallest', steps: 60 } },
  chosen: { title: 'A vowel made into a bell', state: { kind: '3', goal: 'reach', below: 18 } },
};
