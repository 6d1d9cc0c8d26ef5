import type { Group, Preset } from '../kit/contract/figure.ts';
import { choice, range, seed, type StateOf } from '../kit/contract/params.ts';
import { formerLengthOrPixels, lengthOrPixels } from '../kit/words/size-scales.ts';
import { sizeFromFormer } from '../kit/contract/size-param.ts';

/** Draws that choose the class to certify (Cohen et al. 2019). */
export const n0 = 100;

/** How often at most the certificate may be wrong. */
export const alpha = 0.001;
/** Draws asked at once. */
export const batch = 100;

/** The net behind a filter, and the one that is asked under noise. */
export const netIds = { filtered: 'digits-lenet', noisy: 'digits-noise' } as const;

/**
 * What stands before the net: a filter with its width or bits, attacked; or noise (σ 0.1 … 1) drawn many
 * times.
 */
export const params = {
  defence: choice({
    label: 'Before the net',
    options: { blur: 'blur', median: 'median', bits: 'fewer bits', noise: 'noise, many times' },
    default: 'blur',
  }),
  width: range({ label: 'Width of the blur, σ', min: 0.5, max: 3, step: 0.25, default: 1.5, unit: 'px' }),
  window: range({ label: 'Window of the median', min: 2, max: 5, step: 1, default: 2, unit: 'px' }),
  bits: range({ label: 'Bits a pixel', min: 1, max: 4, step: 1, default: 1 }),
  sigma: range({ label: 'Noise on each pixel, σ', min: 0.1, max: 1, step: 0.05, default: 0.5 }),
  draws: range({ label: 'Draws', min: 100, max: 5000, step: 100, default: 1000 }),
  size: lengthOrPixels({ label: 'Measured', l2: { max: 5 }, linf: {} }),
  steps: range({ label: 'Steps', min: 1, max: 60, step: 1, default: 20 }),
  digits: range({ label: 'Digits', min: 10, max: 40, step: 10, default: 10 }),
  seed: seed(),
  attacker: choice({
    label: 'Attacker shown',
    options: { naive: 'does not know of it', knowing: 'knows of it' },
    default: 'knowing',
  }),
  digit: range({ label: 'Digit shown', min: 0, max: 9, step: 1, default: 4 }),
};

/** The defence, what is tried against it, and the attacker and digit that are shown. */
export type SmoothingState = StateOf<typeof params>;

/** A link's fields from when the size of the nudge was a ball and two fields. */
export const formerly = (
  fields: Readonly<Record<string, string>>,
  base: SmoothingState,
): Readonly<Record<string, string>> =>
  sizeFromFormer(params.size, formerLengthOrPixels, fields, { base: base.size });

/** Whether the defence is noise, which certifies; else it is a filter, which is attacked. */
export const isNoise = ({ defence }: SmoothingState): boolean => defence === 'noise';
const attacked = (state: SmoothingState): boolean => !isNoise(state);

/** Frames after the first: steps of the attack, or batches of draws. */
export const stepsOf = (state: SmoothingState): number =>
  isNoise(state) ? (n0 + state.draws) / batch : state.steps;

/** Each defence has its own setting; an attack is asked about only where there is one. */
export const groups: readonly Group<SmoothingState>[] = [
  {
    legend: 'The defence',
    fields: [
      'defence',
      { field: 'width', when: ({ defence }) => defence === 'blur' },
      { field: 'window', when: ({ defence }) => defence === 'median' },
      { field: 'bits', when: ({ defence }) => defence === 'bits' },
      { field: 'sigma', when: isNoise },
      { field: 'draws', when: isNoise },
    ],
  },
  { legend: 'Size of the nudge', fields: ['size'], when: attacked },
  { legend: 'What is shown', fields: [{ field: 'attacker', when: attacked }, 'digit'] },
  { legend: 'How it is tried', fields: [{ field: 'steps', when: attacked }, 'digits', 'seed'], quiet: true },
];

/** The other filters, one bit under both measures, and certified radii at two strengths of noise. */
export const presets: Readonly<Record<string, Preset<SmoothingState>>> = {
  median: { title: 'A median of 2 × 2 pixels', state: { defence: 'median' } },
  'one-bit': { title: 'One bit a pixel', state: { defence: 'bits', digit: 9 } },
  'one-bit-linf': {
    title: 'One bit a pixel, pixel by pixel',
    state: { defence: 'bits', size: { ball: 'linf', radius: 0.2 } },
  },
  certified: { title: 'A certified radius', state: { defence: 'noise' } },
  'more-noise': { title: 'Twice the noise', state: { defence: 'noise', sigma: 1 } },
};
