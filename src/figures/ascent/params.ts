import { digitSide } from '../../data/digit.ts';
import { thingNames } from '../../data/emoji/things.ts';
import { netWords } from '../../nets/catalogue.ts';
import type { Group, Preset } from '../kit/contract/figure.ts';
import { choice, range, seed, type StateOf } from '../kit/contract/params.ts';
import { netChoice } from '../kit/words/nets.ts';
import { digitOptions } from '../kit/words/digit-options.ts';
import { labelOf, thing } from '../kit/words/subjects.ts';

/** The nets to climb on, in family order. */
const netIds = [
  'digits-softmax',
  'digits-mlp',
  'digits-lenet',
  'digits-allconv',
  'digits-robust',
  'emoji-cnn',
  'emoji-cnn-b',
  'emoji-robust',
] as const;

/** The answer wanted of a net for digits or for things, where the climb starts, and its decay (0 … 0.1). */
export const params = {
  net: netChoice({ nets: netIds, default: 'digits-lenet' }),
  digit: choice({ label: 'Answer wanted', options: digitOptions, default: '3' }),
  thing: thing('Answer wanted', 'banana'),
  start: choice({
    label: 'Start from',
    options: { grey: 'mid-grey', noise: 'noise', black: 'black' },
    default: 'noise',
  }),
  decay: range({ label: 'Decay', min: 0, max: 0.1, step: 0.005, default: 0.01 }),
  steps: range({ label: 'Steps', min: 10, max: 300, step: 10, default: 100 }),
  seed: seed(),
};

/** The net, the answer that is wanted of it, and how the climb to it goes. */
export type AscentState = StateOf<typeof params>;

type AscentNet = AscentState['net'];

const ofDigits = (net: AscentNet): boolean => netWords(net).reads === 'digits';

/** The other nets of the same task. */
export const othersOf = ({ net }: AscentState): readonly AscentNet[] =>
  netIds.filter((id) => id !== net && ofDigits(id) === ofDigits(net));

/** The label that is wanted. */
export const targetOf = ({ net, digit, thing: name }: AscentState): number =>
  ofDigits(net) ? Number(digit) : labelOf(name);

/** What an answer of the net is called. */
export const answerName = ({ net }: AscentState, label: number): string =>
  ofDigits(net) ? String(label) : (thingNames[label] ?? '');

/** Pixels along each side, and numbers a pixel. */
export const shapeOf = ({ net }: AscentState): readonly [side: number, channels: 1 | 3] =>
  ofDigits(net) ? [digitSide, 1] : [64, 3];

/** The answer is a digit or a thing, whichever the net reads. */
export const groups: readonly Group<AscentState>[] = [
  {
    legend: 'Where it goes',
    fields: [
      'net',
      { field: 'digit', when: ({ net }) => ofDigits(net) },
      { field: 'thing', when: ({ net }) => !ofDigits(net) },
    ],
  },
  { legend: 'How it climbs', fields: ['start', 'decay'] },
  { legend: 'How long', fields: ['steps', 'seed'], quiet: true },
];

/** A start from mid-grey, a stronger decay, the robust net, and a thing in colour. */
export const presets: Readonly<Record<string, Preset<AscentState>>> = {
  grey: { title: 'From mid-grey', state: { start: 'grey' } },
  'strong-decay': { title: 'Strong decay', state: { decay: 0.05 } },
  robust: { title: 'A robust net', state: { net: 'digits-robust', start: 'grey' } },
  banana: { title: 'A thing in colour', state: { net: 'emoji-cnn', start: 'grey' } },
};
