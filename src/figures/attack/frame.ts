import { deflateSync, inflateSync } from 'fflate';
import type { Outcome } from '../../lab/solve.ts';
import { argmax, numberAt } from '../../lab/vec.ts';
import { verdict } from '../../lab/verdict.ts';

/**
 * What is attacked: ours or the reader's; ours too where the pad is empty or holds but a dot, or no picture
 * is chosen.
 */
export type Source =
  'stroke' | 'drawn' | 'nothing-drawn' | 'dot' | 'thing' | 'evolved' | 'noise' | 'picture' | 'no-picture';

/** One iterate of the attack as it is shown: every picture in 8 bits, and asked about again. */
export interface AttackFrame {
  /** 0 before the attack, then the number of the frame: of a step made, or of a share of the questions. */
  readonly step: number;
  readonly outcome: Outcome | 'running';
  readonly source: Source;
  /** Rows, columns and channels of the pictures. */
  readonly shape: readonly [height: number, width: number, channels: number];
  /** The class of what is shown; where nobody has said what it is, what the net says before the attack. */
  readonly label: number;
  /** Whether a person has said that it is this. */
  readonly said: boolean;
  /** Whether a picture of the reader's was taken for ink on paper and turned light on dark. */
  readonly turned: boolean;
  /** The label that the attack leaves or reaches. */
  readonly goal: { readonly kind: 'leave' | 'reach'; readonly label: number };
  /**
   * 8-bit samples: the input, the input attacked, and the input after a random nudge of the same size; large
   * ones are packed.
   */
  readonly picture: Uint8Array;
  readonly shown: Uint8Array;
  /** Only of small pictures. */
  readonly control: Uint8Array | null;
  /**
   * The probabilities of each of them, one per class; of many classes only those that are named, the others
   * stay 0.
   */
  readonly before: Float32Array;
  readonly after: Float32Array;
  readonly random: Float32Array | null;
  /** Names of the classes that are spoken of. */
  readonly names: Readonly<Record<number, string>>;
  /** The classes that have a row among the bars. */
  readonly rows: readonly number[];
  /**
   * For each frame until the attack stood still, of the shown picture: cross-entropy against the goal's label
   * in nats, and the answer.
   */
  readonly loss: readonly number[];
  readonly answers: readonly number[];
  /** The change: its largest (0 … 1), its length, its sum, and in how many pixels. */
  readonly linf: number;
  readonly l2: number;
  readonly l1: number;
  readonly changed: number;
  /** What the attack asked the net so far: answers alone, and gradients. */
  readonly questions: number;
  readonly gradients: number;
}

/** Up to so many classes all of them have a row. */
export const fewClasses = 11;

/** Up to this width a picture is small: it is drawn twice, once above its random nudge. */
export const smallWidth = 32;

/** Above this many samples a picture is packed. */
const plain = 32 * 32 * 3;

/** A picture for a frame: as it is if it is small, else deflated. */
export const packed = (samples: Uint8Array): Uint8Array =>
  samples.length <= plain ? samples : deflateSync(samples, { level: 9 });

/** That picture again. */
export const unpacked = (samples: Uint8Array, [height, width, channels]: AttackFrame['shape']): Uint8Array =>
  height * width * channels <= plain ? samples : inflateSync(samples);

/** What was done to a picture, packed: of large ones the differences, which are few and small. */
export const packedChange = (after: Uint8Array, before: Uint8Array): Uint8Array =>
  after.length <= plain ? after : packed(after.map((value, i) => value - numberAt(before, i)));

/** The picture that it was done to, changed. */
export const unpackedChange = (
  change: Uint8Array,
  before: Uint8Array,
  shape: AttackFrame['shape'],
): Uint8Array =>
  before.length <= plain ? change : unpacked(change, shape).map((value, i) => value + numberAt(before, i));

/** The probabilities of those classes where there are many; the others are 0. */
export const onlyOf = (probabilities: Float32Array, classes: readonly number[]): Float32Array => {
  if (probabilities.length <= fewClasses) return probabilities;
  const kept = new Float32Array(probabilities.length);
  for (const k of classes) kept[k] = probabilities[k] ?? 0;
  return kept;
};

/** Whether the net says of the picture attacked what the attack wants. */
export const isReached = ({ after, goal }: Pick<AttackFrame, 'after' | 'goal'>): boolean =>
  (argmax(after) === goal.label) === (goal.kind === 'reach');

/** What the net says, and how surely. */
export const answerOf = (
  probabilities: Float32Array,
): { readonly digit: number; readonly probability: number } => {
  const { says: digit, sure: probability } = verdict(probabilities);
  return { digit, probability };
};

/** What a class is called. */
export const nameOf = ({ names }: Pick<AttackFrame, 'names'>, label: number): string =>
  names[label] ?? String(label);

/** The names as a list in which every class that is spoken of has its place. */
export const namesByClass = ({ names }: Pick<AttackFrame, 'names'>): readonly string[] =>
  Object.entries(names).reduce<string[]>((list, [k, name]) => {
    list[Number(k)] = name;
    return list;
  }, []);
