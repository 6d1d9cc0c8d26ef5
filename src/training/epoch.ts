import type { Vec } from '../lab/oracle.ts';
import { random, shuffled, type Random } from '../lab/random.ts';
import type { WeightShape } from '../nets/format/layers.ts';
import { initialWeights } from '../nets/training.ts';
import { adamW, follow, noMoments, type Moments } from '../lab/optimise/adam-w.ts';
import type { Loss } from './penalty.ts';

/** How long and how fast any net learns. */
export interface Schedule {
  readonly id: string;
  readonly seed: number;
  readonly epochs: number;
  readonly batch: number;
  /** Adam's highest rate: reached after the first half epoch, then lowered to zero along a cosine. */
  readonly rate: number;
  /**
   * Weights shrink by this times the rate per step. Without it, what the first, random weights see in noise
   * would stay for ever, for digits have nothing to say about it.
   */
  readonly decay: number;
  /** The weights shipped are a running mean of those trained, which forgets at this rate per step. */
  readonly averaging: number;
}

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

/** Before the first epoch: these weights, or the schedule's seeded random ones. */
export const beginning = (
  { seed }: Schedule,
  shapes: readonly WeightShape[],
  from?: readonly Vec[],
): Progress => {
  const weights = from ?? initialWeights(shapes, random(seed).fork('weights'));
  return { epoch: 0, weights, mean: weights.map((w) => w.slice()), moments: noMoments(weights) };
};

/** The rate at a share of the whole training, 0 … 1. */
const rateAt = ({ rate, epochs }: Schedule, done: number): number => {
  const warm = 0.5 / epochs;
  return rate * Math.min(done / warm, (1 + Math.cos(Math.PI * Math.min(1, done))) / 2);
};

/** One step's share of an epoch, for which a loss and its gradient in the weights are wanted. */
export interface Lesson {
  readonly weights: readonly Vec[];
  /** The examples' numbers. */
  readonly indices: Int32Array;
  /** The epoch's stream. */
  readonly stream: Random;
  readonly step: number;
  /** Share of the whole training behind us after this step, 0 … 1. */
  readonly done: number;
}

/** Gives the loss of a lesson's examples, and its gradient in each of the weights. */
export type Learn = (lesson: Lesson) => Promise<Loss>;

/**
 * One epoch: each of `count` examples once, in a seeded order. A pure function of its arguments if `learn` is
 * one.
 */
export const runEpoch = async (
  schedule: Schedule,
  count: number,
  before: Progress,
  learn: Learn,
  onStep: OnStep,
): Promise<Progress> => {
  const stream = random(schedule.seed).fork(`epoch ${before.epoch}`);
  const order = shuffled(count, stream);
  const steps = Math.ceil(count / schedule.batch);
  const copy = (vectors: readonly Vec[]): readonly Vec[] => vectors.map((v) => v.slice());
  const weights = copy(before.weights);
  const mean = copy(before.mean);
  const moments = { first: copy(before.moments.first), second: copy(before.moments.second) };
  for (let step = 0; step < steps; step++) {
    const indices = order.subarray(step * schedule.batch, (step + 1) * schedule.batch);
    const taken = before.epoch * steps + step + 1;
    const done = taken / (steps * schedule.epochs);
    const { loss, gradients } = await learn({ weights, indices, stream, step, done });
    adamW(weights, gradients, moments, taken, rateAt(schedule, done), schedule.decay);
    // Early on the mean follows quickly: it must not remember the first, random weights.
    const keep = Math.min(schedule.averaging, taken / (taken + 10));
    mean.forEach((m, k) => follow(m, weights[k] ?? m, keep));
    onStep({ epoch: before.epoch, step, steps, loss });
  }
  return { epoch: before.epoch + 1, weights, mean, moments };
};
