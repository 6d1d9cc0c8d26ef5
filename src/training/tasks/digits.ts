import { distort, type Distortion } from '../../data/distort.ts';
import { digitRows, mnistFiles, type Digits } from '../../data/mnist.ts';
import { mapped, numberAt } from '../../lab/vec.ts';
import { readMnist } from '../files.ts';
import type { Task } from './task.ts';

/** Handwritten digits of MNIST, distorted and under noise. */
export interface DigitsPlan {
  readonly kind: 'digits';
  readonly distortion?: Distortion | undefined;
  /** Standard deviation of Gaussian noise on every pixel, not clipped; 0 if not given. */
  readonly noise?: number | undefined;
}

const { train, test } = mnistFiles;

/** The task of digits that are at hand. */
export const digitsTask = (plan: DigitsPlan, training: Digits, judged: Digits): Task => ({
  data: { name: 'MNIST', train: [train.images, train.labels], test: [test.images, test.labels] },
  count: training.count,
  example: (index, stream) => {
    const { x, labels } = digitRows(training, index, index + 1);
    const seen = plan.distortion ? distort(x, plan.distortion, stream) : x;
    const sigma = plan.noise ?? 0;
    return {
      x: sigma > 0 ? mapped(seen, (value) => value + sigma * stream.normal()) : seen,
      label: numberAt(labels, 0),
    };
  },
  trials: [{ name: 'test digits', count: judged.count, rows: (from, to) => digitRows(judged, from, to) }],
});

/** The task of the digits in a folder, every byte verified. */
export const readDigitsTask = async (plan: DigitsPlan, folder: string): Promise<Task> =>
  digitsTask(plan, await readMnist(folder, 'train'), await readMnist(folder, 'test'));
