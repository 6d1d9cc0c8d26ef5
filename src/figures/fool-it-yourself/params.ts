import { readEdits, type Edits } from '../../data/edits.ts';
import { defaultLatent, drawDigit } from '../../data/strokes.ts';
import { toLevels } from '../../lab/eight-bits.ts';
import { digitNetIds } from '../kit/words/digit-nets.ts';
import { netChoice } from '../kit/words/nets.ts';
import type { Group, Preset } from '../kit/contract/figure.ts';
import { choice, type StateOf } from '../kit/contract/params.ts';
import { edits } from '../kit/contract/reader-params.ts';
import { digitOptions } from '../kit/words/digit-options.ts';
import { patient, scratch } from './hands.ts';

/** The digit as our pen draws it. */
export const pictureOf = (state: { readonly digit: string }): Uint8Array =>
  toLevels(drawDigit(Number(state.digit), 0, defaultLatent()));

const stored = (text: string): Edits => {
  const read = readEdits(text);
  return 'value' in read ? read.value : [];
};

/** The digit, the net, and the pixels that the reader has set on it; at first nine that a search found. */
export const params = {
  digit: choice({ label: 'Digit', options: digitOptions, default: '5' }),
  net: netChoice({ nets: digitNetIds, default: 'digits-lenet' }),
  pixels: edits({
    label: 'Your pixels',
    ground: ({ digit }) => pictureOf({ digit: String(digit) }),
    default: stored(patient),
  }),
};

/** The digit, the net that reads it, and the edits. */
export type HandState = StateOf<typeof params>;

/** Whether these are the nine pixels that a search found, and not the reader's. */
export const isFound = ({ pixels }: HandState): boolean => params.pixels.write(pixels) === patient;

/** The pad comes first: to draw on it is what the figure is for. */
export const groups: readonly Group<HandState>[] = [
  { legend: 'By hand', fields: ['pixels'] },
  { legend: 'The picture', fields: ['digit', 'net'] },
];

/** A scratch by hand, and the nine pixels shown to two other nets. */
export const presets: Readonly<Record<string, Preset<HandState>>> = {
  scratch: { title: 'A scratch', state: { pixels: stored(scratch) } },
  robust: { title: 'The same on a net trained on attacks', state: { net: 'digits-robust' } },
  'one-layer': { title: 'The same on a net of one layer', state: { net: 'digits-softmax' } },
};
