import { balls } from '../lab/balls/index.ts';
import { pgd } from '../lab/attacks/pgd.ts';
import { unitBox } from '../lab/box.ts';
import type { Oracle, Vec } from '../lab/oracle.ts';
import type { Random } from '../lab/random.ts';
import { joined } from '../lab/vec.ts';
import type { Trainable } from '../nets/training.ts';
import { beginning, runEpoch, type OnStep, type Progress } from './epoch.ts';
import { penalised } from './penalty.ts';
import type { Recipe } from './recipes/index.ts';
import type { Rows, Task } from './tasks/task.ts';

/** Before the first epoch: at the weights given, or at random ones. */
export const begin = (recipe: Recipe, net: Trainable, first?: readonly Vec[]): Progress =>
  beginning(recipe, net.shapes, first);

const batchOf = (task: Task, indices: Int32Array, stream: Random): Rows => {
  const examples = Array.from(indices, (index) => task.example(index, stream));
  return {
    x: joined(examples.map(({ x }) => x)),
    labels: Int32Array.from(examples, ({ label }) => label),
  };
};

/** An oracle whose first questions are answered truly; the last, which only reports, is not paid for. */
const asked = (oracle: Oracle, times: number): Oracle => {
  let left = times;
  return {
    ...oracle,
    loss: (x, labels) => {
      if (left-- > 0) return oracle.loss(x, labels);
      const zeros = new Float32Array(labels.length);
      return Promise.resolve({
        loss: zeros,
        gradient: x,
        logits: new Float32Array(labels.length * oracle.classes),
      });
    },
  };
};

/**
 * The batch as the recipe's adversary would show it to the net of these weights, `done` (0 … 1) into the
 * training.
 */
const attackedBatch = async (
  { adversary }: Recipe,
  net: Trainable,
  weights: readonly Vec[],
  batch: Rows,
  done: number,
  stream: Random,
): Promise<Rows> => {
  if (!adversary) return batch;
  const { ball, steps, stride, warmUp, share = 1, start = 'random', box = unitBox } = adversary;
  const dimension = batch.x.length / batch.labels.length;
  const attacked = Math.round(share * batch.labels.length);
  const labels = batch.labels.subarray(0, attacked);
  const oracle = net.oracle(weights);
  const problem = {
    oracle: asked(oracle, steps),
    x0: batch.x.subarray(0, attacked * dimension),
    goal: { kind: 'leave', labels },
    ball: balls[ball],
    radius: adversary.radius * Math.min(1, warmUp === 0 ? 1 : done / warmUp),
    box,
  } as const;
  const path = pgd.run(problem, { ...pgd.defaults, steps, stride, randomStart: start === 'random' }, stream);
  const x = batch.x.slice();
  for await (const step of path) x.set(step.x);
  oracle.dispose();
  return { ...batch, x };
};

/**
 * One epoch: every example once, in a seeded order, seen through a seeded distortion. A pure function of its
 * arguments.
 */
export const fitEpoch = async (
  recipe: Recipe,
  net: Trainable,
  task: Task,
  before: Progress,
  onStep: OnStep,
): Promise<Progress> =>
  runEpoch(
    recipe,
    task.count,
    before,
    async ({ weights, indices, stream, step, done }) => {
      const clean = batchOf(task, indices, stream);
      const own = stream.fork(`attack ${step}`);
      const attacked = await attackedBatch(recipe, net, weights, clean, done, own);
      const beta = recipe.adversary?.beta;
      const plain =
        beta === undefined
          ? await net.gradients(weights, attacked.x, attacked.labels)
          : await net.gradients(weights, clean.x, clean.labels, { nudged: attacked.x, beta });
      return recipe.penalty ? penalised(plain, weights, net.shapes, recipe.penalty) : plain;
    },
    onStep,
  );
