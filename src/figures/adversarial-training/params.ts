import type { Group, Preset } from '../kit/contract/figure.ts';
import { choice, range, seed, type StateOf } from '../kit/contract/params.ts';

/** The ε per pixel at which the ready nets are tried. */
export const readyEpsilons = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5] as const;

/** The ε per pixel at which the small nets are tried. */
export const smallEpsilons = [0, 0.05, 0.1, 0.15, 0.2, 0.3] as const;

/** The nets that are ready. */
export const readyNets = { plain: 'digits-lenet', robust: 'digits-robust' } as const;

/**
 * Two ready nets under a chosen ε, or two small ones that are trained here, one of them on digits attacked
 * by `trainedAt`.
 */
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

/** Which pair of nets, how far the attack goes, how it is measured, and the digit that is shown. */
export type TrainingState = StateOf<typeof params>;

/** Whether the nets are the small ones that are trained here. */
export const isSmall = ({ nets }: TrainingState): boolean => nets === 'small';

/** How far the attack goes; of the small nets also how far it went in training. */
export const epsilonOf = (state: TrainingState): number => (isSmall(state) ? state.trainedAt : state.epsilon);

/** Frames after the first: one for each further ε, or one for each epoch. */
export const stepsOf = (state: TrainingState): number =>
  isSmall(state) ? state.epochs : readyEpsilons.length - 1;

/** The attack has one ε: of ready nets the attack's alone, of small ones that of their training too. */
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

/**
 * Small nets at an ε they can learn and at one they cannot; the ready ones beyond the ε of their training.
 */
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
