import type { NetId, ReaderId } from './registry.ts';

/** What a net is shown. */
export type Reads = 'digits' | 'things' | 'photographs' | 'sounds' | 'passages';

/** How a net is called, and what it reads. */
export interface NetWords {
  readonly reads: Reads;
  /** As an option, a title, a heading: 'Robust net'. */
  readonly name: string;
  /** Inside a sentence: 'the robust net'. */
  readonly said: string;
  /**
   * At the edge of a table or a chart, where what the nets read is plain: 'robust'; at most 12 characters.
   */
  readonly short: string;
}

const net = (reads: Reads, name: string, said: string, short: string): NetWords => ({
  reads,
  name,
  said,
  short,
});

const round = (n: number): NetWords =>
  net('digits', `Eleven-answer net, round ${n}`, `the eleven-answer net of round ${n}`, `round ${n}`);

/** Every net by its id, in family order: by what they read, the simplest first. */
const catalogue = {
  'digits-softmax': net('digits', 'Softmax net', 'the softmax net', 'softmax'),
  'digits-mlp': net('digits', 'Net with two hidden layers', 'the net with two hidden layers', 'two hidden'),
  'digits-lenet': net('digits', 'LeNet', 'LeNet', 'LeNet'),
  'digits-allconv': net('digits', 'All-convolutional net', 'the all-convolutional net', 'all-conv'),
  'digits-noise': net('digits', 'Net trained under noise', 'the net trained under noise', 'under noise'),
  'digits-robust': net('digits', 'Robust net', 'the robust net', 'robust'),
  'digits-plus-0': round(0),
  'digits-plus-1': round(1),
  'digits-plus-2': round(2),
  'digits-plus-3': round(3),
  'digits-plus-4': round(4),
  'digits-plus-5': round(5),
  'emoji-cnn': net('things', 'Plain emoji net', 'the plain emoji net', 'plain'),
  'emoji-cnn-b': net('things', 'Averaging emoji net', 'the averaging emoji net', 'averaging'),
  'emoji-robust': net('things', 'Robust emoji net', 'the robust emoji net', 'robust'),
  'imagenet-mobilenet': net('photographs', 'MobileNet', 'MobileNet', 'MobileNet'),
  'sounds-cnn': net('sounds', 'Sound net', 'the sound net', 'sound'),
  reader: net('passages', 'Reading net', 'the reading net', 'reading'),
} as const satisfies Readonly<Record<NetId | ReaderId, NetWords>>;

/** All nets in family order. */
export const netIds = Object.keys(catalogue) as readonly (keyof typeof catalogue)[];

/** What a net is called and what it reads. */
export const netWords = (id: NetId | ReaderId): NetWords => catalogue[id];

/** These nets in family order. */
export const inFamilyOrder = <Id extends NetId>(ids: readonly Id[]): readonly Id[] =>
  ids.toSorted((a, b) => netIds.indexOf(a) - netIds.indexOf(b));
