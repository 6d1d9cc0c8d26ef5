import { unitBox } from '../box.ts';
import type { Answers } from '../oracle.ts';
import type { Random } from '../random.ts';
import { clopperPearson, type Interval } from '../statistics/interval.ts';
import { confidences } from './confidence-rays.ts';

/** How many of the random pictures drawn so far the network is at least that sure about. */
export interface ImageSpaceCount {
  readonly threshold: number;
  readonly pictures: number;
  readonly sure: number;
  /** The share of all pictures, with its exact bounds (Clopper and Pearson 1934). */
  readonly share: Interval;
}

/**
 * The share of image space in which a network is at least as sure as each threshold: pictures uniform in the
 * box, numbered and drawn from `random.fork(number)`, counted batch by batch. Stopping early biases nothing
 * if it ignores the counts.
 */
export async function* imageSpace(
  answers: Answers,
  options: {
    readonly thresholds: readonly number[];
    readonly pictures: number;
    readonly batch?: number;
    readonly box?: readonly [number, number];
    readonly confidence?: number;
  },
  random: Random,
): AsyncGenerator<readonly ImageSpaceCount[], void> {
  const { thresholds, batch = 250, box = unitBox } = options;
  let counts = thresholds.map(() => 0);
  for (let from = 0; from < options.pictures; from += batch) {
    const to = Math.min(options.pictures, from + batch);
    const x = new Float32Array((to - from) * answers.dimension);
    for (let i = from; i < to; i++) {
      const stream = random.fork(i);
      for (let j = 0; j < answers.dimension; j++) {
        x[(i - from) * answers.dimension + j] = box[0] + (box[1] - box[0]) * stream.uniform();
      }
    }
    const values = await confidences(answers, x);
    counts = counts.map((sure, k) => sure + values.filter((value) => value >= thresholds[k]).length);
    yield counts.map((sure, k) => ({
      threshold: thresholds[k],
      pictures: to,
      sure,
      share: clopperPearson(sure, to, options.confidence),
    }));
  }
}
