import type { Group, Preset } from '../kit/contract/figure.ts';
import { choice, range, seed, type StateOf } from '../kit/contract/params.ts';
import { tableNetIds } from '../kit/words/digit-nets.ts';
import { netChoice } from '../kit/words/nets.ts';

/** The attackers, those who hear labels only first. */
export const methodIds = ['hop-skip-jump', 'boundary', 'simba', 'nes', 'square'] as const;

/** An attacker by the attack that it is. */
export type MethodId = (typeof methodIds)[number];

/** What the attackers are called. */
export const methodNames: Readonly<Record<MethodId, string>> = {
  'hop-skip-jump': 'HopSkipJump',
  boundary: 'boundary',
  simba: 'SimBA',
  nes: 'NES',
  square: 'Square',
};

/** Frames after the first: each so many of all questions. */
export const frames = 40;

/**
 * The net that is asked, the digit, what it lets out, how many questions each attacker has, and ε for those
 * with a limit.
 */
export const params = {
  net: netChoice({ nets: tableNetIds, default: 'digits-lenet' }),
  digit: range({ label: 'Digit', min: 0, max: 9, step: 1, default: 5 }),
  hears: choice({
    label: 'What comes out',
    options: { all: 'race both kinds', labels: 'the label only', scores: 'all scores' },
    default: 'all',
  }),
  questions: range({ label: 'Questions each', min: 200, max: 5000, step: 100, default: 1200 }),
  epsilon: range({ label: 'ε per pixel, for NES and Square', min: 0.05, max: 0.5, step: 0.05, default: 0.3 }),
  seed: seed(),
};

/** The race: which net, on which picture, what is heard of it, and for how many questions. */
export type BlackBoxState = StateOf<typeof params>;

/** Who races in a state. */
export const racersOf = ({ hears }: BlackBoxState): readonly MethodId[] =>
  hears === 'labels' ? methodIds.slice(0, 2) : hears === 'scores' ? methodIds.slice(2) : methodIds;

/** ε is asked for only where somebody races who has a limit. */
export const groups: readonly Group<BlackBoxState>[] = [
  { legend: 'The box', fields: ['net', 'hears'] },
  { legend: 'The picture', fields: ['digit'] },
  {
    legend: 'The race',
    fields: ['questions', { field: 'epsilon', when: ({ hears }) => hears !== 'labels' }, 'seed'],
    quiet: true,
  },
];

/** Only labels, a net of one layer, the robust net, and far fewer questions. */
export const presets: Readonly<Record<string, Preset<BlackBoxState>>> = {
  'labels-only': { title: 'Only the label comes out', state: { hears: 'labels', questions: 2400 } },
  softmax: { title: 'A net of one layer', state: { net: 'digits-softmax', digit: 3 } },
  robust: { title: 'A net trained on attacks', state: { net: 'digits-robust' } },
  'two-hundred': { title: 'Two hundred questions', state: { questions: 200 } },
};
