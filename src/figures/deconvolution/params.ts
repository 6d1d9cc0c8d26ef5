import { digitSide } from '../../data/digit.ts';
import { netWords } from '../../nets/catalogue.ts';
import type { Group } from '../kit/contract/figure.ts';
import { choice, seed, type StateOf } from '../kit/contract/params.ts';
import { netChoice } from '../kit/words/nets.ts';
import { digitOptions } from '../kit/words/digit-options.ts';
import { drawing, thing } from '../kit/words/subjects.ts';

/** A drawing or a digit, two answers to ask about it, and the seed of the shuffled weights. */
export const params = {
  net: netChoice({
    nets: ['digits-lenet', 'digits-robust', 'emoji-cnn', 'emoji-robust'],
    default: 'emoji-cnn',
  }),
  drawing: drawing('Drawing', 'panda'),
  other: thing('Other answer', 'bicycle'),
  digit: choice({ label: 'Digit', options: digitOptions, default: '3' }),
  otherDigit: choice({ label: 'Other answer', options: digitOptions, default: '7' }),
  seed: seed(),
};

/** The net, the picture, the other answer, and the order of the shuffled weights. */
export type DeconvolutionState = StateOf<typeof params>;

/** Whether the net reads digits; else it reads things. */
export const isDigits = ({ net }: DeconvolutionState): boolean => netWords(net).reads === 'digits';
const isEmoji = (state: DeconvolutionState): boolean => !isDigits(state);

/** Layers with weights: how many of them can be shuffled, from the answers down. */
export const layersOf = (state: DeconvolutionState): number => (isDigits(state) ? 4 : 5);

/** Pixels along a side of a picture and of its maps. */
export const sideOf = (state: DeconvolutionState): number => (isDigits(state) ? digitSide : 64);

/** Pictures and answers are digits or things, whichever the net reads. */
export const groups: readonly Group<DeconvolutionState>[] = [
  {
    legend: 'What is asked',
    fields: ['net', { field: 'drawing', when: isEmoji }, { field: 'digit', when: isDigits }],
  },
  {
    legend: 'What is asked instead',
    fields: [
      { field: 'other', when: isEmoji },
      { field: 'otherDigit', when: isDigits },
    ],
  },
  { legend: 'Another order of the weights', fields: ['seed'], quiet: true },
];
