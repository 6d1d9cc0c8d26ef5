import { distort } from '../data/distort.ts';
import { digitRows, digitSize, type Digits } from '../data/mnist.ts';
import type { Vec } from '../lab/oracle.ts';
import { random, type Random } from '../lab/random.ts';
import { initialWeights, type Trainable } from '../nets/training.ts';
import { adam, noMoments, type Moments } from './adam.ts';
import type { Recipe } from './recipes.ts';

/** Training between two epochs: all that the next one needs. */
export interface Progress {
  /** Epochs done. */
  readonly epoch: number;
  readonly weights: readonly Vec[];
  /** The running mean of the weights, which is what ships. */
  readonly mean: readonly Vec[];
  readonly moments: Moments;
}

/** Told after each step: epoch and step from 0, steps per epoch, the batch's mean loss in nats. */
export type OnStep = (at: { epoch: number; step: number; steps: number; loss: number }) => void;

export const begin = (recipe: Recipe, net: Trainable): Progress => {
  const weights = initialWeights(net.shapes, random(recipe.seed).fork('weights'));
  return { epoch: 0, weights, mean: weights.map((w) => w.slice()), moments: noMoments(weights) };
};

/** The rate at a share of the whole training, 0 … 1. */
const rateAt = (recipe: Recipe, done: number): number => {
  const warm = 0.5 / recipe.epochs;
  return recipe.rate * Math.min(done / warm, (1 + Math.cos(Math.PI * Math.min(1, done))) / 2);
};

const shuffled = (count: number, stream: Random): Int32Array => {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = stream.integer(i + 1);
    const held = order[i] as number;
    order[i] = order[j] as number;
    order[j] = held;
  }
  return order;
};

const batchOf = (digits: Digits, indices: Int32Array, recipe: Recipe, stream: Random) => {
  const x = new Float32Array(indices.length * digitSize);
  const labels = new Int32Array(indices.length);
  indices.forEach((index, i) => {
    const one = digitRows(digits, index, index + 1);
    x.set(recipe.distortion ? distort(one.x, recipe.distortion, stream) : one.x, i * digitSize);
    labels[i] = one.labels[0] as number;
  });
  return { x, labels };
};

/** One epoch: every digit once, in a seeded order, seen through a seeded distortion. A pure function of its arguments. */
export const fitEpoch = async (
  recipe: Recipe,
  net: Trainable,
  digits: Digits,
  before: Progress,
  onStep: OnStep,
): Promise<Progress> => {
  const stream = random(recipe.seed).fork(`epoch ${before.epoch}`);
  const order = shuffled(digits.count, stream);
  const steps = Math.ceil(digits.count / recipe.batch);
  const copy = (vectors: readonly Vec[]): readonly Vec[] => vectors.map((v) => v.slice());
  const weights = copy(before.weights);
  const mean = copy(before.mean);
  const moments = { first: copy(before.moments.first), second: copy(before.moments.second) };
  for (let step = 0; step < steps; step++) {
    const indices = order.subarray(step * recipe.batch, (step + 1) * recipe.batch);
    const { x, labels } = batchOf(digits, indices, recipe, stream);
    const { loss, gradients } = await net.gradients(weights, x, labels);
    const count = before.epoch * steps + step + 1;
    adam(weights, gradients, moments, count, rateAt(recipe, count / (steps * recipe.epochs)), recipe.decay);
    // Early on the mean follows quickly: it must not remember the first, random weights.
    const keep = Math.min(recipe.averaging, count / (count + 10));
    mean.forEach((m, k) => {
      const w = weights[k] ?? m;
      for (let i = 0; i < m.length; i++) m[i] = keep * (m[i] as number) + (1 - keep) * (w[i] as number);
    });
    onStep({ epoch: before.epoch, step, steps, loss });
  }
  return { epoch: before.epoch + 1, weights, mean, moments };
};
