import { digitShape } from '../../data/digit.ts';
import type { Group } from '../kit/contract/figure.ts';
import { choice, range, seed, type StateOf } from '../kit/contract/params.ts';
import { digitOptions } from '../kit/words/digit-options.ts';
import { labelOf, thing } from '../kit/words/subjects.ts';

/** A neuron by its layer and its place there, and how a picture is sought that excites it. */
export const params = {
  nets: choice({
    label: 'Nets for',
    options: { emoji: '32 things', digits: 'ten digits' },
    default: 'emoji',
  }),
  layer: choice({
    label: 'Neuron of',
    options: {
      answers: 'the answers',
      hidden: 'the hidden layer',
      conv3: 'the third convolution',
      conv2: 'the second convolution',
      conv1: 'the first convolution',
    },
    default: 'answers',
  }),
  thing: thing('Answer', 'panda'),
  digit: choice({ label: 'Answer', options: digitOptions, default: '3' }),
  first: range({ label: 'Channel', min: 0, max: 15, step: 1, default: 4 }),
  second: range({ label: 'Channel', min: 0, max: 31, step: 1, default: 8 }),
  third: range({ label: 'Channel', min: 0, max: 63, step: 1, default: 12 }),
  hidden: range({ label: 'Unit', min: 0, max: 99, step: 1, default: 7 }),
  steps: range({ label: 'Steps', min: 10, max: 200, step: 10, default: 60 }),
  shake: range({ label: 'Shake', min: 0, max: 8, step: 1, default: 6, unit: ' px' }),
  seed: seed(),
};

/** The pair of nets, the neuron, and the search. */
export type NeuronState = StateOf<typeof params>;

/** The two nets that are asked: the plain one, and the one that was trained against attacks. */
export const netIds = {
  emoji: ['emoji-cnn', 'emoji-robust'],
  digits: ['digits-lenet', 'digits-robust'],
} as const;

type LayerId = NeuronState['layer'];

/** The layer that is asked: nets for digits have no third convolution, and are asked about their second. */
export const layerOf = ({ nets, layer }: NeuronState): LayerId =>
  nets === 'digits' && layer === 'conv3' ? 'conv2' : layer;

/** The place of the neuron in its layer: of an answer its label, of a convolution the channel. */
export const placeOf = (state: NeuronState): number => {
  const answer = state.nets === 'digits' ? Number(state.digit) : labelOf(state.thing);
  const places = {
    answers: answer,
    hidden: state.hidden,
    conv3: state.third,
    conv2: state.second,
    conv1: state.first,
  } as const;
  return places[layerOf(state)];
};

/** Rows, columns and channels of what the nets are shown. */
export const shapeOf = ({ nets }: NeuronState): readonly [number, number, 1 | 3] =>
  nets === 'digits' ? digitShape : [64, 64, 3];

const asks =
  (layer: LayerId) =>
  (state: NeuronState): boolean =>
    layerOf(state) === layer;

/** A neuron's place is asked for as its layer names it: an answer, a unit or a channel. */
export const groups: readonly Group<NeuronState>[] = [
  {
    legend: 'Which neuron',
    fields: [
      'nets',
      'layer',
      { field: 'thing', when: (state) => state.layer === 'answers' && state.nets === 'emoji' },
      { field: 'digit', when: (state) => state.layer === 'answers' && state.nets === 'digits' },
      { field: 'hidden', when: asks('hidden') },
      { field: 'third', when: asks('conv3') },
      { field: 'second', when: asks('conv2') },
      { field: 'first', when: asks('conv1') },
    ],
  },
  { legend: 'How it is asked', fields: ['steps', 'shake', 'seed'], quiet: true },
];
