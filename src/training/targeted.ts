import { pgd } from '../lab/attacks/pgd.ts';
import { balls } from '../lab/balls/index.ts';
import type { Oracle, Vec } from '../lab/oracle.ts';
import { perturbationSizes, randomControl } from '../lab/perturbation.ts';
import type { Problem } from '../lab/problem.ts';
import { random, type Random } from '../lab/random.ts';
import { softmax } from '../lab/softmax.ts';
import { finish, solve, type Outcome } from '../lab/solve.ts';
import { argmax, row } from '../lab/vec.ts';
import { toEightBits } from '../lab/eight-bits.ts';
import type { Rows } from './tasks/task.ts';

/** The attack that every photograph must bear: within 8 of 255 levels, to a class drawn at random. */
export const towards = { radius: 8 / 255, steps: 40, seed: 1 } as const;

/** A class drawn evenly from all but the row's own; row i draws from `stream.fork(i)` alone. */
export const randomTargets = (labels: Int32Array, classes: number, stream: Random): Int32Array<ArrayBuffer> =>
  Int32Array.from(labels, (label, i) => {
    const drawn = stream.fork(i).integer(classes - 1);
    return drawn < label ? drawn : drawn + 1;
  });

/** What became of one picture. */
export interface Reached {
  readonly target: number;
  /** Judged on the picture in 8 bits. */
  readonly outcome: Outcome;
  /** Probability of the target, of that picture. */
  readonly confidence: number;
  /** Largest change of a number, of that picture. */
  readonly size: number;
  /** The answer to the untouched picture, and to one with random noise of that size. */
  readonly before: number;
  readonly noisy: number;
}

/**
 * Targeted projected gradient descent on pictures, one at a time, so that neither memory nor what comes out depends on
 * how many there are; told after each how many are done.
 */
export const attackTowards = async (
  net: Oracle,
  { x, labels }: Rows,
  { radius, steps, seed }: { readonly radius: number; readonly steps: number; readonly seed: number },
  onPicture: (done: number) => void = () => undefined,
): Promise<readonly Reached[]> => {
  const targets = randomTargets(labels, net.classes, random(seed).fork('targets'));
  const answer = async (picture: Vec): Promise<number> => argmax(await net.logits(picture));
  const reached: Reached[] = [];
  for (const [i, target] of targets.entries()) {
    const x0 = row(x, i, net.dimension);
    const goal = { kind: 'reach', labels: Int32Array.of(target) } as const;
    const problem: Problem = { oracle: net, x0, goal, ball: balls.linf, radius, box: [0, 1] };
    const stream = random(seed).fork('attack').fork(i);
    const { shown, shownLogits, outcomes } = await finish(solve(pgd, problem, { options: { steps }, random: stream }));
    const control = toEightBits(randomControl(problem, shown, stream.fork('control')), problem.box, x0);
    reached.push({
      target,
      outcome: outcomes[0] ?? 'stopped',
      confidence: softmax(shownLogits, net.classes)[target] ?? NaN,
      size: perturbationSizes(problem, shown)[0] ?? NaN,
      before: await answer(x0),
      noisy: await answer(control),
    });
    onPicture(i + 1);
  }
  return reached;
};
