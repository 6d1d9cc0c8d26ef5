import type { Group } from '../kit/contract/figure.ts';
import { range, seed, type StateOf } from '../kit/contract/params.ts';
import { thing } from '../kit/words/subjects.ts';

/** The thing to draw, and the walk: length of a step, noise at each, and how many. */
export const params = {
  thing: thing('Draw me', 'penguin'),
  stride: range({ label: 'Length of a step', min: 0.1, max: 2, step: 0.1, default: 1 }),
  noise: range({ label: 'Noise at each step', min: 0.001, max: 0.05, step: 0.001, default: 0.005 }),
  steps: range({ label: 'Steps', min: 10, max: 100, step: 10, default: 40 }),
  seed: seed(2),
};

/** What is asked for, and the walk that draws it. */
export type GenerateState = StateOf<typeof params>;

/** The thing, with the seed that draws it anew; the walk is folded away. */
export const groups: readonly Group<GenerateState>[] = [
  { legend: 'What is asked for', fields: ['thing', 'seed'] },
  { legend: 'How it walks', fields: ['stride', 'noise', 'steps'], quiet: true },
];
