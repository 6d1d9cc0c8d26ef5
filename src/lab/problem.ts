import type { Ball } from './ball.ts';
import type { Oracle, Vec } from './oracle.ts';
import { readerError } from './reader-error.ts';

/** Leave the given label (any other will do), or reach it; one label per row. */
export interface Goal {
  readonly kind: 'leave' | 'reach';
  readonly labels: Int32Array;
}

/** What an attack is asked: a batch of inputs, where to go, and how far it may go. */
export interface Problem {
  readonly oracle: Oracle;
  /** n·dimension numbers inside the box. Never written to. */
  readonly x0: Vec;
  readonly goal: Goal;
  readonly ball: Ball;
  readonly radius: number;
  readonly box: readonly [low: number, high: number];
}

const complaint = ({ oracle, x0, goal, radius, box: [low, high] }: Problem): string | undefined => {
  const { dimension, classes } = oracle;
  const { labels } = goal;
  if (!(Number.isFinite(low) && Number.isFinite(high) && low < high)) {
    return `The range of a number goes from ${low} to ${high}; the first must be the smaller.`;
  }
  if (!(Number.isFinite(radius) && radius >= 0)) {
    return `The size of the perturbation is ${radius}; choose 0 or more.`;
  }
  if (x0.length === 0) return 'There is no picture to attack; choose or draw one.';
  if (labels.length * dimension !== x0.length) {
    return `The network reads ${dimension} numbers a picture, but ${labels.length} pictures came with ${x0.length} numbers; choose another picture or network.`;
  }
  const strange = x0.findIndex((value) => !(value >= low && value <= high));
  if (strange !== -1) {
    return `Number ${strange + 1} of the picture is ${x0[strange]}, but must lie between ${low} and ${high}; choose another picture.`;
  }
  const unknown = labels.find((label) => !(label >= 0 && label < classes));
  if (unknown !== undefined) {
    return `The network knows the classes 0 to ${classes - 1}, not ${unknown}; choose one of those.`;
  }
  return undefined;
};

/** Throws a ReaderError for a problem whose sizes disagree or whose numbers are out of range. */
export const checkProblem = (problem: Problem): void => {
  const sentence = complaint(problem);
  if (sentence !== undefined) throw readerError(sentence);
};
