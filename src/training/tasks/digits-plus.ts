import { distort, type Distortion } from '../../data/distort.ts';
import { digitRows, type Digits } from '../../data/mnist.ts';
import { readerError } from '../../lab/reader-error.ts';
import { loadNet } from '../../nets/load-net.ts';
import { registry, type NetId } from '../../nets/registry.ts';
import { fileBytes, shippedModels } from '../../nets/sources/file.ts';
import { progress } from '../command.ts';
import { encodingIds, evolvedPictures, type EvolutionRun } from '../evolved.ts';
import { readDigitsTask } from './digits.ts';
import type { Task, Trial } from './task.ts';

/**
 * Handwritten digits, and an eleventh class of pictures that were evolved to fool earlier nets into seeing
 * digits.
 */
export interface DigitsPlusPlan {
  readonly kind: 'digits-plus';
  readonly distortion: Distortion;
  /** The nets that were fooled, the first round's first. */
  readonly fooled: readonly string[];
}

/** The label of what is no digit. */
export const noDigit = 10;

/** Whether pictures are for training or for judging: they are evolved from different seeds. */
export type Part = 'train' | 'test';

const runsOf: Readonly<Record<Part, number>> = { train: 20, test: 4 };

const runs = (part: Part): readonly EvolutionRun[] =>
  Array.from({ length: runsOf[part] }, (_, i) =>
    encodingIds.map((encoding) => ({ encoding, seed: `${part}-${i + 1}`, generations: 30 })),
  ).flat();

const weightsOf = (id: string): string => {
  const hash = registry[id]?.files['weights.bin']?.sha256;
  if (hash === undefined)
    throw readerError(`The round before is missing; first: npm run train -- ${id} --data FOLDER`);
  return hash;
};

/** The pictures evolved against one of our nets, by both encodings: 400 to train on, or 80 to judge by. */
export const fooling = async (id: string, part: Part): Promise<Digits> => {
  const hash = weightsOf(id);
  const net = await loadNet(id as NetId, fileBytes(shippedModels));
  const all = runs(part);
  const pictures = await evolvedPictures(net, hash, all, (done) => {
    progress(`pictures against ${id}, to ${part} on: run ${done} of ${all.length}`);
  });
  net.dispose();
  return pictures;
};

const joined = (parts: readonly Digits[]): Digits => ({
  images: Uint8Array.from(parts.flatMap(({ images }) => [...images])),
  labels: Uint8Array.from(parts.flatMap(({ labels }) => [...labels])),
  count: parts.reduce((n, { count }) => n + count, 0),
});

/** Digits and evolved pictures in an epoch: a net that can read already needs no more to learn one thing. */
const epoch = { digits: 20_000, evolved: 10_000 };

/**
 * The digits in a folder and the evolved pictures of every round so far. An epoch draws some of both anew,
 * the evolved ones as they are or distorted like the digits, so that no trace of the distortion tells them
 * apart.
 */
export const readDigitsPlusTask = async (plan: DigitsPlusPlan, folder: string): Promise<Task> => {
  const digits = await readDigitsTask({ kind: 'digits', distortion: plan.distortion }, folder);
  const sets: Digits[] = [];
  for (const id of plan.fooled) sets.push(await fooling(id, 'train'));
  const evolved = joined(sets);
  const last = plan.fooled.at(-1);
  const fresh = last === undefined ? undefined : await fooling(last, 'test');
  const x = (from: Digits, start: number, end: number) => digitRows(from, start, end).x;
  const trial = (name: string, pictures: Digits | undefined): readonly Trial[] =>
    pictures
      ? [
          {
            name,
            count: pictures.count,
            rows: (from, to) => ({
              x: x(pictures, from, to),
              labels: new Int32Array(to - from).fill(noDigit),
            }),
          },
        ]
      : [];
  return {
    data: {
      name: fresh ? 'MNIST, and pictures evolved against earlier nets' : digits.data.name,
      train: [
        ...digits.data.train,
        ...plan.fooled.map((id) => ({ name: `pictures evolved against ${id}`, sha256: weightsOf(id) })),
      ],
      test: digits.data.test,
    },
    count: epoch.digits + (fresh ? epoch.evolved : 0),
    example: (index, stream) => {
      if (index < epoch.digits) return digits.example(stream.integer(digits.count), stream);
      const i = stream.integer(evolved.count);
      const picture = x(evolved, i, i + 1);
      return {
        x: stream.uniform() < 0.5 ? picture : distort(picture, plan.distortion, stream),
        label: noDigit,
      };
    },
    trials: [
      ...digits.trials,
      ...trial('pictures evolved against the net before, trained on', sets.at(-1)),
      ...trial('others evolved against the net before, never trained on', fresh),
    ],
  };
};
