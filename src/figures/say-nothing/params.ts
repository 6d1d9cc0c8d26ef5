import type { Group, Preset } from '../kit/contract/figure.ts';
import { choice, range, seed, type StateOf } from '../kit/contract/params.ts';

/** The net that may say nothing. */
export const netId = 'digits-lenet';

/**
 * The score to refuse by, its temperature, the share of digits it may cost (0 … 50 %), and the attack (ε 0 …
 * 0.5).
 */
export const params = {
  score: choice({
    label: 'Familiar is what has',
    options: { probability: 'a large probability', energy: 'a low energy (large logits)' },
    default: 'probability',
  }),
  temperature: range({ label: 'Temperature', min: 0.5, max: 10, step: 0.5, default: 1 }),
  refused: range({ label: 'Digits refused, at most', min: 0, max: 50, step: 1, default: 5, unit: '%' }),
  epsilon: range({ label: 'ε per pixel', min: 0, max: 0.5, step: 0.01, default: 0.25 }),
  steps: range({ label: 'Steps', min: 5, max: 40, step: 1, default: 15 }),
  pictures: range({ label: 'Pictures of each kind', min: 10, max: 60, step: 10, default: 30 }),
  seed: seed(),
};

/** When the net says nothing, and what it is tried with. */
export type SilenceState = StateOf<typeof params>;

/** The score and its limit first, then the attack that it must withstand. */
export const groups: readonly Group<SilenceState>[] = [
  { legend: 'When to say nothing', fields: ['score', 'temperature', 'refused'] },
  { legend: 'The attack', fields: ['epsilon'] },
  { legend: 'How it is tried', fields: ['steps', 'pictures', 'seed'], quiet: true },
];

/** By energy, and a limit that costs more digits. */
export const presets: Readonly<Record<string, Preset<SilenceState>>> = {
  energy: { title: 'By energy', state: { score: 'energy' } },
  strict: { title: 'Refuse up to one digit in five', state: { refused: 20 } },
};
