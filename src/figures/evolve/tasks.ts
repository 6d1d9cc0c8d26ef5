import { digitSide } from '../../data/digit.ts';
import { thingNames } from '../../data/emoji/things.ts';
import type { Colour } from '../../lab/evolution/colour.ts';
import { netWords, type Reads } from '../../nets/catalogue.ts';
import type { NetId } from '../../nets/net.ts';
import { tableNetIds } from '../kit/words/digit-nets.ts';

/** A task that nets were trained for: what they tell apart, and what pictures are evolved for them. */
export interface Task {
  readonly id: Extract<Reads, 'digits' | 'things' | 'photographs'>;
  /** The classes that get a picture: labels with their names. */
  readonly classes: readonly { readonly label: number; readonly name: string }[];
  /** Pixels along each side of what the nets are shown. */
  readonly side: number;
  readonly colour: Colour;
  /** Pictures of a generation: as many as keep it below a quarter of a second or so. */
  readonly offspring: number;
}

const digits: Task = {
  id: 'digits',
  classes: Array.from({ length: 10 }, (_, label) => ({ label, name: String(label) })),
  side: digitSide,
  colour: 'grey',
  offspring: 200,
};

const things: Task = {
  id: 'things',
  classes: thingNames.map((name, label) => ({ label, name })),
  side: 64,
  colour: 'hsv',
  offspring: 50,
};

const photographs: Task = {
  id: 'photographs',
  // A few of those that the discussion and the paper show; names as in the list of ImageNet's labels.
  classes: [
    { label: 145, name: 'king penguin' },
    { label: 429, name: 'baseball' },
    { label: 489, name: 'chainlink fence' },
    { label: 508, name: 'computer keyboard' },
    { label: 745, name: 'projector' },
    { label: 761, name: 'remote control' },
    { label: 779, name: 'school bus' },
    { label: 931, name: 'bagel' },
  ],
  side: 224,
  colour: 'hsv',
  offspring: 10,
};

/** All tasks. */
export const tasks: readonly Task[] = [digits, things, photographs];

/** The nets that pictures are evolved for, in family order. */
export const evolvedFor = [
  ...tableNetIds,
  'emoji-cnn',
  'emoji-cnn-b',
  'emoji-robust',
  'imagenet-mobilenet',
] as const satisfies readonly NetId[];
type EvolvedFor = (typeof evolvedFor)[number];

/** The task of a net. */
export const taskOf = (net: EvolvedFor): Task => tasks.find(({ id }) => id === netWords(net).reads) ?? digits;

/** The other nets of its task: they look on. */
export const othersOf = (net: EvolvedFor): readonly EvolvedFor[] =>
  evolvedFor.filter((id) => id !== net && netWords(id).reads === netWords(net).reads);

/** A class's name as a word of a link: 'king-penguin'. */
export const wordOf = (name: string): string => name.replaceAll(' ', '-');

/**
 * What an answer is called; of a thousand classes only those that pictures are evolved for have names here.
 */
export const answerName = (task: Task, label: number): string =>
  task.classes.find((one) => one.label === label)?.name ?? `class ${label}`;
