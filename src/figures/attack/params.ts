import { latents } from '../../data/strokes/latents.ts';
import type { Group } from '../kit/figure.ts';
import { choice, numbers, range, seed, type StateOf } from '../kit/params.ts';
import { files, ink, text } from '../kit/reader-params.ts';

const digits = { 0: '0', 1: '1', 2: '2', 3: '3', 4: '4', 5: '5', 6: '6', 7: '7', 8: '8', 9: '9' } as const;

/** Fine enough to draw by, coarse enough for a readable link. */
const stepOf = (spec: { readonly min: number; readonly max: number }): number => (spec.max - spec.min > 10 ? 1 : 0.05);

export const params = {
  net: choice({
    label: 'Net',
    options: { 'digits-lenet': 'LeNet', 'digits-softmax': 'Softmax, one layer', own: 'Your own' },
    default: 'digits-lenet',
  }),
  model: files({
    label: 'Your model',
    hint: 'A TensorFlow.js layers model for 28 × 28 grey digits: choose or drop its model.json together with its weight files. It stays in this tab.',
    accept: '.json,.bin',
  }),
  pixels: choice({
    label: 'Its black and white',
    options: { unit: '0 and 1', symmetric: '−1 and 1', bytes: '0 and 255' },
    default: 'unit',
  }),
  order: text({
    label: 'Order of its answers',
    maxLength: 60,
    pattern: /^\d([ ,]\d){9}$/,
    otherwise: 'is not ten digits with spaces or commas between them',
    default: '0 1 2 3 4 5 6 7 8 9',
  }),
  input: choice({
    label: 'Picture',
    options: { stroke: 'A digit from our pen', drawn: 'Draw your own' },
    default: 'stroke',
  }),
  digit: choice({ label: 'Digit', options: digits, default: '5' }),
  way: choice({
    label: 'Written',
    options: { first: 'one way', second: 'another', third: 'a third (only 1 and 7)' },
    default: 'first',
  }),
  shape: numbers({
    label: 'Shape of the digit',
    fields: latents.map((spec) => ({
      label: spec.unit === undefined ? spec.label : `${spec.label} (${spec.unit})`,
      min: spec.min,
      max: spec.max,
      step: stepOf(spec),
    })),
    default: latents.map((spec) => spec.default),
  }),
  drawing: ink({ label: 'Your digit' }),
  meant: choice({ label: 'You drew', options: { net: 'as the net reads it', ...digits }, default: 'net' }),
  goal: choice({
    label: 'Goal',
    options: { leave: 'any other answer', reach: 'a chosen digit' },
    default: 'leave',
  }),
  target: choice({ label: 'Chosen digit', options: digits, default: '0' }),
  attack: choice({
    label: 'Method',
    options: { pgd: 'PGD, many small steps', fgsm: 'FGSM, one step' },
    default: 'pgd',
  }),
  ball: choice({
    label: 'Measured',
    options: { linf: 'pixel by pixel (L∞)', l2: 'as one length (L2)' },
    default: 'linf',
  }),
  epsilon: range({ label: 'ε per pixel', min: 0, max: 0.5, step: 0.01, default: 0.2 }),
  radius: range({ label: 'ε in all', min: 0, max: 6, step: 0.1, default: 2 }),
  start: choice({
    label: 'Start',
    options: { picture: 'at the picture', random: 'at a random point' },
    default: 'picture',
  }),
  steps: range({ label: 'Steps', min: 1, max: 100, step: 1, default: 40 }),
  seed: seed(),
};

export type AttackState = StateOf<typeof params>;

/** Whether there is a third way of writing the chosen digit; where there is none it is the second. */
export const hasThirdWay = (state: AttackState): boolean => state.digit === '1' || state.digit === '7';

/** How far the attack may go, in the ball that is chosen. */
export const radiusOf = (state: AttackState): number => (state.ball === 'l2' ? state.radius : state.epsilon);

/** How many steps the attack makes. */
export const stepsOf = (state: AttackState): number => (state.attack === 'fgsm' ? 1 : state.steps);

const inLinf = (state: AttackState): boolean => state.ball === 'linf';
const isPgd = (state: AttackState): boolean => state.attack === 'pgd';
const isDrawn = (state: AttackState): boolean => state.input === 'drawn';
const not =
  (condition: (state: AttackState) => boolean) =>
  (state: AttackState): boolean =>
    !condition(state);

export const groups: readonly Group<AttackState>[] = [
  { legend: 'What is attacked', fields: ['input', 'net'] },
  { legend: 'Your model', fields: ['model', 'pixels', 'order'], when: (state) => state.net === 'own' },
  { legend: 'Your drawing', fields: ['drawing', 'meant'], when: isDrawn },
  { legend: 'Which digit', fields: ['digit', 'way'], when: not(isDrawn) },
  { legend: 'How it is written', fields: ['shape'], quiet: true, when: not(isDrawn) },
  {
    legend: 'Size of the nudge',
    fields: ['ball', { field: 'epsilon', when: inLinf }, { field: 'radius', when: not(inLinf) }],
  },
  { legend: 'What the attack wants', fields: ['goal', { field: 'target', when: (state) => state.goal === 'reach' }] },
  {
    legend: 'How it searches',
    fields: ['attack', { field: 'steps', when: isPgd }, { field: 'start', when: isPgd }, 'seed'],
    quiet: true,
  },
];
