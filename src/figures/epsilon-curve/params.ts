import { digitNetIds, type DigitNetId } from '../kit/words/digit-nets.ts';
import { netChoice } from '../kit/words/nets.ts';
import type { Group, Preset } from '../kit/contract/figure.ts';
import { hasSteps, nudgeOptions, type Nudge } from './nudges.ts';
import { choice, range, seed, type StateOf } from '../kit/contract/params.ts';

/** The nudges that have a line each where there is one net. */
const compared = ['random', 'fgsm', 'pgd'] as const satisfies readonly Nudge[];

/**
 * Three nudges of one net or five nets under one nudge, and the values of ε (up to 0.5) at which digits are
 * counted.
 */
export const params = {
  compare: choice({
    label: 'Lines',
    options: { nudges: 'one net, three nudges', nets: 'five nets, one nudge' },
    default: 'nudges',
  }),
  net: netChoice({ nets: digitNetIds, default: 'digits-lenet' }),
  nudge: choice({ label: 'Nudge', options: nudgeOptions, default: 'pgd' }),
  largest: range({ label: 'Largest ε', min: 0.1, max: 0.5, step: 0.1, default: 0.4 }),
  points: range({ label: 'Values of ε', min: 4, max: 16, step: 4, default: 8 }),
  steps: range({ label: 'Steps', min: 5, max: 100, step: 5, default: 15 }),
  digits: range({ label: 'Digits', min: 10, max: 200, step: 10, default: 40 }),
  seed: seed(),
  digit: range({ label: 'Digit shown', min: 0, max: 9, step: 1, default: 3 }),
};

/** The lines that are compared, where ε ends, how many digits are counted, and the one that is shown. */
export type CurveState = StateOf<typeof params>;

const ofNets = ({ compare }: CurveState): boolean => compare === 'nets';
const makesSteps = (state: CurveState): boolean => !ofNets(state) || hasSteps(state.nudge);

/** The ε after so many steps of the run. */
export const epsilonAt = ({ largest, points }: CurveState, step: number): number =>
  Number(((largest * step) / points).toFixed(6));

/** One line of the chart: a net under a nudge. */
export interface Curve {
  readonly net: DigitNetId;
  readonly nudge: Nudge;
}

/**
 * The lines that a state asks for; the picture shown is nudged as in the last of one net, the first of many.
 */
export const curvesOf = (state: CurveState): readonly Curve[] =>
  ofNets(state)
    ? digitNetIds.map((net) => ({ net, nudge: state.nudge }))
    : compared.map((nudge) => ({ net: state.net, nudge }));

/** Which of the lines the pictures belong to. */
export const shownCurve = (state: CurveState): number => (ofNets(state) ? 0 : compared.length - 1);

/** One net is chosen where nudges are compared, one nudge where nets are. */
export const groups: readonly Group<CurveState>[] = [
  {
    legend: 'What is compared',
    fields: ['compare', { field: 'net', when: (state) => !ofNets(state) }, { field: 'nudge', when: ofNets }],
  },
  { legend: 'What is shown', fields: ['digit'] },
  {
    legend: 'How it is measured',
    fields: ['digits', 'largest', 'points', { field: 'steps', when: makesSteps }, 'seed'],
    quiet: true,
  },
];

/** The robust net, a net of one layer at half the ε, and five nets after one step or under random signs. */
export const presets: Readonly<Record<string, Preset<CurveState>>> = {
  robust: { title: 'A net trained on attacks', state: { net: 'digits-robust' } },
  softmax: { title: 'A net of one layer', state: { net: 'digits-softmax', largest: 0.2 } },
  'five-nets': { title: 'Five nets, one step', state: { compare: 'nets', nudge: 'fgsm', digit: 5 } },
  noise: { title: 'Five nets under random signs', state: { compare: 'nets', nudge: 'random', largest: 0.5 } },
};
