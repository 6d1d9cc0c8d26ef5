import type { AttackState } from './params.ts';

/** The nets that may be attacked, as a list names them. */
export const netOptions = {
  'digits-lenet': 'LeNet',
  'digits-softmax': 'Softmax, one layer',
  'digits-mlp': 'Two hidden layers',
  'digits-allconv': 'All-convolutional',
  'digits-noise': 'LeNet, trained in noise',
  'digits-plus-5': 'LeNet with ‘none of these’',
  'digits-robust': 'LeNet, trained against attacks',
  'emoji-cnn': 'Emoji net',
  'emoji-cnn-b': 'Emoji net, built otherwise',
  'emoji-robust': 'Emoji net, trained against attacks',
  'imagenet-mobilenet': 'MobileNet, trained on photographs',
  own: 'Your own',
} as const;

export type NetChoice = keyof typeof netOptions;

/** The nets in a sentence. */
export const netWords: Readonly<Record<NetChoice, string>> = {
  'digits-lenet': 'LeNet',
  'digits-softmax': 'the softmax net',
  'digits-mlp': 'the net of two hidden layers',
  'digits-allconv': 'the all-convolutional net',
  'digits-noise': 'the net trained in noise',
  'digits-plus-5': 'the net that may say ‘none of these’',
  'digits-robust': 'the robust net',
  'emoji-cnn': 'the emoji net',
  'emoji-cnn-b': 'the other emoji net',
  'emoji-robust': 'the robust emoji net',
  'imagenet-mobilenet': 'MobileNet',
  own: 'your model',
};

/** The net that is attacked: until the reader has chosen files, 'own' is LeNet. */
export const netOf = ({ net, model }: Pick<AttackState, 'net' | 'model'>): NetChoice =>
  net === 'own' && model.length === 0 ? 'digits-lenet' : net;

/** What kind of pictures a net reads: grey digits, coloured things, photographs, or what only its files say. */
export type NetKind = 'digits' | 'emoji' | 'imagenet' | 'own';

export const kindOf = (state: Pick<AttackState, 'net' | 'model'>): NetKind => {
  const net = netOf(state);
  if (net === 'own') return 'own';
  if (net === 'imagenet-mobilenet') return 'imagenet';
  return net.startsWith('emoji') ? 'emoji' : 'digits';
};

/** Whether ε is counted in grey levels of 255, as it is for pictures in colour. */
export const inLevels = (state: AttackState): boolean => kindOf(state) === 'emoji' || kindOf(state) === 'imagenet';

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
