import { digitSide } from '../../data/digit.ts';
import { netWords, type Reads } from '../../nets/catalogue.ts';
import { netOptions } from '../kit/words/nets.ts';
import type { Shape } from '../../lab/black-box/shape.ts';
import type { AttackState } from './params.ts';

const ours = [
  'digits-lenet',
  'digits-softmax',
  'digits-mlp',
  'digits-allconv',
  'digits-noise',
  'digits-robust',
  'digits-plus-5',
  'emoji-cnn',
  'emoji-cnn-b',
  'emoji-robust',
  'imagenet-mobilenet',
] as const;

/** A net that may be attacked: one of those we know, or the reader's own model. */
export type NetChoice = (typeof ours)[number] | 'own';

/** The nets that may be attacked, as a list names them: those we know, and a model of the reader's. */
export const attackedNets: Readonly<Record<NetChoice, string>> = { ...netOptions(ours), own: 'Your own' };

/** How a sentence calls the net. */
export const saidOf = (net: NetChoice): string => (net === 'own' ? 'your model' : netWords(net).said);

/** The net that is attacked: until the reader has chosen files, 'own' is LeNet. */
export const netOf = ({ net, model }: Pick<AttackState, 'net' | 'model'>): NetChoice =>
  net === 'own' && model.length === 0 ? 'digits-lenet' : net;

/**
 * What kind of pictures a net reads: grey digits, coloured things, photographs, or what only its files say.
 */
export type NetKind = 'digits' | 'emoji' | 'imagenet' | 'own';

const kinds: Readonly<Partial<Record<Reads, NetKind>>> = {
  digits: 'digits',
  things: 'emoji',
  photographs: 'imagenet',
};

/** What kind of pictures the net of a state reads. */
export const kindOf = (state: Pick<AttackState, 'net' | 'model'>): NetKind => {
  const net = netOf(state);
  return net === 'own' ? 'own' : (kinds[netWords(net).reads] ?? 'digits');
};

/** Sides and channels of the pictures that a kind of net reads; a model of the reader's says for itself. */
export const shapes = {
  digits: { width: digitSide, height: digitSide, channels: 1 },
  emoji: { width: 64, height: 64, channels: 3 },
  imagenet: { width: 224, height: 224, channels: 3 },
} as const satisfies Readonly<Partial<Record<NetKind, Shape>>>;

/**
 * The pictures that the net reads; of the reader's model, what is taken for them until its files have said.
 */
export const shapeOf = (state: Pick<AttackState, 'net' | 'model'>): Shape => {
  const kind = kindOf(state);
  return shapes[kind === 'own' ? 'digits' : kind];
};

/** Whether ε is counted in grey levels of 255, as it is for pictures in colour. */
export const inLevels = (state: AttackState): boolean =>
  kindOf(state) === 'emoji' || kindOf(state) === 'imagenet';

/**
 * Where the attacked picture comes from: our pen, the reader's hand or device, our drawings, evolution or
 * chance.
 */
export type InputChoice = AttackState['input'];

const inputs: Readonly<Record<NetKind, readonly InputChoice[]>> = {
  digits: ['stroke', 'drawn', 'picture', 'evolved', 'noise'],
  emoji: ['thing', 'picture', 'evolved', 'noise'],
  imagenet: ['thing', 'picture', 'noise'],
  own: ['stroke', 'drawn', 'thing', 'picture', 'noise'],
};

/** The pictures that may be attacked in a state; the first stands for those that may not. */
export const inputsOf = (state: AttackState): readonly InputChoice[] => inputs[kindOf(state)];

/** The picture that is attacked, of those that may be. */
export const inputOf = (state: AttackState): InputChoice =>
  inputsOf(state).includes(state.input) ? state.input : (inputsOf(state)[0] ?? 'stroke');
