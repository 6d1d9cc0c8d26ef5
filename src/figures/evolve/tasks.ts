import { thingNames } from '../../data/emoji/things.ts';
import type { Colour } from '../../lab/evolution/colour.ts';
import type { NetId } from '../../nets/net.ts';

/** A task that nets were trained for: what they tell apart, and what pictures are evolved for them. */
export interface Task {
  readonly id: 'digits' | 'things' | 'photographs';
  readonly nets: Readonly<Partial<Record<NetId, string>>>;
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
  nets: {
    'digits-lenet': 'LeNet',
    'digits-allconv': 'AllConv',
    'digits-mlp': 'two-layer MLP',
    'digits-softmax': 'softmax net',
    'digits-noise': 'noise-trained LeNet',
    'digits-robust': 'robust LeNet',
  },
  classes: Array.from({ length: 10 }, (_, label) => ({ label, name: String(label) })),
  side: 28,
  colour: 'grey',
  offspring: 200,
};

const things: Task = {
  id: 'things',
  nets: { 'emoji-cnn': 'emoji net', 'emoji-cnn-b': 'emoji net B', 'emoji-robust': 'robust emoji net' },
  classes: thingNames.map((name, label) => ({ label, name })),
  side: 64,
  colour: 'hsv',
  offspring: 50,
};

const photographs: Task = {
  id: 'photographs',
  nets: { 'imagenet-mobilenet': 'MobileNet' },
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

/** All tasks, in the order in which their nets are listed. */
export const tasks: readonly Task[] = [digits, things, photographs];

/** The task of a net. */
export const taskOf = (net: string): Task => tasks.find(({ nets }) => Object.hasOwn(nets, net)) ?? digits;

/** The other nets of its task: they look on. */
export const othersOf = (net: string): readonly NetId[] =>
  (Object.keys(taskOf(net).nets) as NetId[]).filter((id) => id !== net);

/** What a net is called in drawings and sentences. */
export const netName = (net: string): string => taskOf(net).nets[net as NetId] ?? net;

/** A class's name as a word of a link: 'king-penguin'. */
export const wordOf = (name: string): string => name.replaceAll(' ', '-');

/** What an answer is called; of a thousand classes only those that pictures are evolved for have names here. */
export const answerName = (task: Task, label: number): string =>
  task.classes.find((one) => one.label === label)?.name ?? `class ${label}`;
