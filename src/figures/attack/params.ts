import { digitSide } from '../../data/digit.ts';
import { drawings } from '../../data/drawings/drawings.ts';
import { thingNames } from '../../data/emoji/things.ts';
import { choice, range, seed, type StateOf } from '../kit/contract/params.ts';
import { size } from '../kit/contract/size-param.ts';
import { files, ink, picture, text } from '../kit/contract/reader-params.ts';
import { digitOptions } from '../kit/words/digit-options.ts';
import { strokeDigit, strokeShape, strokeWay } from '../kit/words/stroke-fields.ts';
import { attackedNets } from './nets.ts';
import { methodOptions, settings } from './settings.ts';
import { scales } from './scales.ts';

/** What a model's answers are called if nobody says: digits, or plain numbers where there are not ten. */
export const plainOrder = '0 1 2 3 4 5 6 7 8 9';

/**
 * Who is attacked with what: a net or the reader's model, a picture of six kinds, a goal, a method with its
 * size and settings.
 */
export const params = {
  net: choice({ label: 'Net', options: attackedNets, default: 'digits-lenet' }),
  model: files({
    label: 'Your model',
    hint: 'A TensorFlow.js layers model that tells square pictures apart: choose or drop its model.json together with its weight files. It stays in this tab.',
    accept: '.json,.bin',
  }),
  pixels: choice({
    label: 'Its black and white',
    options: { unit: '0 and 1', symmetric: '−1 and 1', bytes: '0 and 255' },
    default: 'unit',
  }),
  side: range({
    label: 'Its pictures, if it reads any size',
    min: 8,
    max: 320,
    step: 1,
    unit: ' px',
    default: digitSide,
  }),
  order: text({
    label: 'Its answers, in order',
    maxLength: 2000,
    pattern: /^[^\s,]+([ ,]+[^\s,]+)+$/u,
    otherwise: 'is not a list of words with commas or spaces between them',
    default: plainOrder,
  }),
  input: choice({
    label: 'Picture',
    options: {
      stroke: 'A digit from our pen',
      drawn: 'Draw your own',
      thing: 'A thing, drawn by us',
      picture: 'A picture of yours',
      evolved: 'One evolved to fool this net',
      noise: 'Noise',
    },
    default: 'stroke',
  }),
  digit: strokeDigit(5),
  way: strokeWay,
  shape: strokeShape('Shape of the digit'),
  drawing: ink({ label: 'Your digit' }),
  thing: choice({
    label: 'Thing',
    options: Object.fromEntries(drawings.map(({ id, title }) => [id, title])),
    default: 'tiger',
  }),
  photo: picture({
    label: 'Your picture',
    hint: 'Choose, drop, paste (Ctrl V) or take one. It is cut square and stays in this tab.',
  }),
  paper: choice({
    label: 'Nets for digits know light ink on black. Yours is',
    options: { guess: 'as it looks', yes: 'dark on light: turn it', no: 'light on dark' },
    default: 'guess',
  }),
  meant: choice({
    label: 'Digit meant',
    options: { net: 'as the net reads it', ...digitOptions },
    default: 'net',
  }),
  goal: choice({
    label: 'Goal',
    options: { leave: 'any other answer', reach: 'a chosen answer' },
    default: 'leave',
  }),
  target: choice({ label: 'Chosen digit', options: digitOptions, default: '0' }),
  wanted: choice({
    label: 'Chosen thing',
    options: Object.fromEntries(thingNames.map((name, i) => [String(i), name])),
    default: '27',
  }),
  named: {
    ...text({
      label: 'Chosen answer',
      maxLength: 60,
      pattern: /^(\d{1,4}|\p{Ll}[\p{Ll} .,’'()-]*)$/u,
      otherwise: 'is neither the name of an answer nor its number',
      default: 'bagel',
    }),
    // Names are told apart by their letters, large or small.
    write: (value: string): string => value.toLowerCase(),
  },
  attack: choice({ label: 'Method', options: methodOptions, default: 'pgd' }),
  size: size({ label: 'Measured', scales }),
  ...settings,
  seed: seed(),
};

/** One attack on one picture, and all that decides it. */
export type AttackState = StateOf<typeof params>;
