import { balls } from '../lab/balls/index.ts';
import { pgd } from '../lab/attacks/pgd.ts';
import type { Oracle, Vec } from '../lab/oracle.ts';
import { random, shuffled, type Random } from '../lab/random.ts';
import { initialWeights, type Trainable } from '../nets/training.ts';
import { adam, noMoments, type Moments } from './adam.ts';
import type { Recipe } from './recipes/index.ts';
import type { Rows, Task } from './tasks/task.ts';

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

/** Before the first epoch: at the weights given, or at random ones. */
export const begin = (recipe: Recipe, net: Trainable, first?: readonly Vec[]): Progress => {
  const weights = first ?? initialWeights(net.shapes, random(recipe.seed).fork('weights'));
  return { epoch: 0, weights, mean: weights.map((w) => w.slice()), moments: noMoments(weights) };
};

/** The rate at a share of the whole training, 0 … 1. */
const rateAt = (recipe: Recipe, done: number): number => {
  const warm = 0.5 / recipe.epochs;
  return recipe.rate * Math.min(done / warm, (1 + Math.cos(Math.PI * Math.min(1, done))) / 2);
};

const batchOf = (task: Task, indices: Int32Array, stream: Random): Rows => {
  const examples = Array.from(indices, (index) => task.example(index, stream));
  const dimension = examples[0]?.x.length ?? 0;
  const x = new Float32Array(indices.length * dimension);
  examples.forEach((example, i) => x.set(example.x, i * dimension));
  return { x, labels: Int32Array.from(examples, ({ label }) => label) };
};

/** An oracle whose first questions are answered truly; the last, which only reports, is not paid for. */
const asked = (oracle: Oracle, times: number): Oracle => {
  let left = times;
  return {
    ...oracle,
    loss: (x, labels) => {
      if (left-- > 0) return oracle.loss(x, labels);
      const zeros = new Float32Array(labels.length);
      return Promise.resolve({ loss: zeros, gradient: x, logits: new Float32Array(labels.length * oracle.classes) });
    },
  };
};

/** The batch as the recipe's adversary would show it to the net of these weights, `done` (0 … 1) into the training. */
const attackedBatch = async (
  { adversary }: Recipe,
  net: Trainable,
  weights: readonly Vec[],
  batch: Rows,
  done: number,
  stream: Random,
): Promise<Rows> => {
  if (!adversary) return batch;
  const { steps, stride, warmUp } = adversary;
  const oracle = net.oracle(weights);
  const radius = adversary.radius * Math.min(1, done / warmUp);
  const goal = { kind: 'leave', labels: batch.labels } as const;
  const problem = { x0: batch.x, goal, ball: balls[adversary.ball], radius, box: [0, 1] as const };
  const path = pgd.run(
    { ...problem, oracle: asked(oracle, steps) },
    { steps, stride, randomStart: true, momentum: 0 },
    stream,
  );
  let { x } = batch;
  for await (const step of path) x = step.x;
  oracle.dispose();
  return { ...batch, x };
};

/** One epoch: every example once, in a seeded order, seen through a seeded distortion. A pure function of its arguments. */
export const fitEpoch = async (
  recipe: Recipe,
  net: Trainable,
  task: Task,
  before: Progress,
  onStep: OnStep,
): Promise<Progress> => {
  const stream = random(recipe.seed).fork(`epoch ${before.epoch}`);
  const order = shuffled(task.count, stream);
  const steps = Math.ceil(task.count / recipe.batch);
  const copy = (vectors: readonly Vec[]): readonly Vec[] => vectors.map((v) => v.slice());
  const weights = copy(before.weights);
  const mean = copy(before.mean);
  const moments = { first: copy(before.moments.first), second: copy(before.moments.second) };
  for (let step = 0; step < steps; step++) {
    const indices = order.subarray(step * recipe.batch, (step + 1) * recipe.batch);
    const count = before.epoch * steps + step + 1;
    const done = count / (steps * recipe.epochs);
    const clean = batchOf(task, indices, stream);
    const { x, labels } = await attackedBatch(recipe, net, weights, clean, done, stream.fork(`attack ${step}`));
    const { loss, gradients } = await net.gradients(weights, x, labels);
    adam(weights, gradients, moments, count, rateAt(recipe, done), recipe.decay);
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
