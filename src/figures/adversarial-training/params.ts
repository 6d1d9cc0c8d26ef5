import type { Group, Preset } from '../kit/contract/figure.ts';
import { choice, range, seed, type StateOf } from '../kit/contract/params.ts';

/** The ε at which the ready nets and the small ones are tried. */
export const readyEpsilons = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5] as const;
export const smallEpsilons = [0, 0.05, 0.1, 0.15, 0.2, 0.3] as const;

/** The nets that are ready. */
export const readyNets = { plain: 'digits-lenet', robust: 'digits-robust' } as const;

export const params = {
  nets: choice({
    label: 'Nets',
    options: { ready: 'trained already', small: 'small ones, trained here' },
    default: 'ready',
  }),
  epsilon: range({ label: 'ε per pixel', min: 0, max: 0.5, step: 0.05, default: 0.3 }),
  trainedAt: range({
    label: 'ε per pixel, in training and attack',
    min: 0,
    max: 0.3,
    step: 0.05,
    default: 0.1,
  }),
  epochs: range({ label: 'Epochs', min: 2, max: 30, step: 1, default: 12 }),
  examples: range({ label: 'Digits to learn from', min: 100, max: 600, step: 50, default: 300 }),
  steps: range({ label: 'Steps of the attack', min: 1, max: 40, step: 1, default: 10 }),
  digits: range({ label: 'Digits to be read', min: 10, max: 60, step: 10, default: 20 }),
  seed: seed(),
  digit: range({ label: 'Digit shown', min: 0, max: 9, step: 1, default: 5 }),
};

export type TrainingState = StateOf<typeof params>;

export const isSmall = ({ nets }: TrainingState): boolean => nets === 'small';

/** How far the attack goes; of the small nets also how far it went in training. */
export const epsilonOf = (state: TrainingState): number => (isSmall(state) ? state.trainedAt : state.epsilon);

/** Frames after the first: one for each further ε, or one for each epoch. */
export const stepsOf = (state: TrainingState): number =>
  isSmall(state) ? state.epochs : readyEpsilons.length - 1;

export const groups: readonly Group<TrainingState>[] = [
  { legend: 'Who is attacked', fields: ['nets'] },
  {
    legend: 'The attack',
    fields: [
      { field: 'epsilon', when: (state) => !isSmall(state) },
      { field: 'trainedAt', when: isSmall },
    ],
  },
  { legend: 'What is shown', fields: ['digit'] },
  { legend: 'Training', fields: ['epochs', 'examples'], quiet: true, when: isSmall },
  { legend: 'How it is tried', fields: ['steps', 'digits', 'seed'], quiet: true },
];

export const presets: Readonly<Record<string, Preset<TrainingState>>> = {
  'trained-here': {
    title: 'Two small nets, trained here',
    state: { nets: 'small', steps: 5, digits: 40 },
  },
  'asked-too-much': {
    title: 'A small net asked too much',
    state: { nets: 'small', trainedAt: 0.2, steps: 5, digits: 40 },
  },
  'beyond-its-training': { title: 'Beyond what it was trained for', state: { epsilon: 0.4 } },
};
