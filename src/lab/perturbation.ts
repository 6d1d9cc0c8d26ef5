import type { Answers, Vec } from './oracle.ts';
import type { Problem } from './problem.ts';
import type { Random } from './random.ts';
import { add, clip, predictions, row, subtract } from './vec.ts';

/** The size of each row's perturbation x − x0, as the problem's ball measures it. */
export const perturbationSizes = ({ oracle, x0, ball }: Problem, x: Vec): Float64Array<ArrayBuffer> =>
  Float64Array.from({ length: x0.length / oracle.dimension }, (_, i) =>
    ball.size(subtract(row(x, i, oracle.dimension), row(x0, i, oracle.dimension))),
  );

/**
 * The control of an experiment: x0 with each row perturbed at random by as much as in x, then clipped to the
 * box (which may make it smaller). Row i draws from `random.fork(i)` alone.
 */
export const randomControl = (problem: Problem, x: Vec, random: Random): Vec => {
  const { oracle, x0, ball, box } = problem;
  const control = new Float32Array(x0.length);
  perturbationSizes(problem, x).forEach((size, i) => {
    const noise = ball.sampleOfSize(oracle.dimension, size, random.fork(i));
    control.set(clip(add(row(x0, i, oracle.dimension), noise), box), i * oracle.dimension);
  });
  return control;
};

/** Every row of x with the one perturbation, clipped to the box. */
export const withPerturbation = (x: Vec, perturbation: Vec, box: Problem['box']): Vec => {
  const moved = new Float32Array(x.length);
  for (let i = 0; i < x.length; i += perturbation.length) {
    moved.set(clip(add(x.subarray(i, i + perturbation.length), perturbation), box), i);
  }
  return moved;
};

/**
 * In how many rows the network does not answer as before, when asked about them moved (Moosavi-Dezfooli et
 * al. 2017, section 3).
 */
export const countFooled = async (answers: Answers, before: Int32Array, moved: Vec): Promise<number> => {
  const after = predictions(await answers.logits(moved), answers.classes);
  return before.reduce((count, guess, i) => count + (guess === after[i] ? 0 : 1), 0);
};
