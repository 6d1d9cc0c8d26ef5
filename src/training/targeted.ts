import { pgd } from '../lab/attacks/pgd.ts';
import { balls } from '../lab/balls/index.ts';
import { unitBox } from '../lab/box.ts';
import { toEightBits } from '../lab/eight-bits.ts';
import type { Oracle, Vec } from '../lab/oracle.ts';
import { perturbationSizes, randomControl } from '../lab/perturbation.ts';
import type { Problem } from '../lab/problem.ts';
import { random, type Random } from '../lab/random.ts';
import { softmax } from '../lab/softmax.ts';
import { finish, solve, type Outcome } from '../lab/solve.ts';
import { argmax, row } from '../lab/vec.ts';
import type { Rows } from './tasks/task.ts';

/** The attack that every photograph must bear: within 8 of 255 levels, to a class drawn at random. */
export const towards: Towards = { radius: 8 / 255, steps: 40, seed: 1 };

/** A class drawn evenly from all but the given one. */
export const otherClass = (label: number, classes: number, stream: Random): number => {
  const drawn = stream.integer(classes - 1);
  return drawn < label ? drawn : drawn + 1;
};

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

/** How an attack is made: the radius, the number of steps, and where its chance comes from. */
export interface Towards {
  readonly radius: number;
  readonly steps: number;
  readonly seed: number;
}

/**
 * Targeted projected gradient descent on the picture at that place of its set, from which alone its chance
 * follows.
 */
export const attackTowards = async (
  net: Oracle,
  { x0, label, place }: { readonly x0: Vec; readonly label: number; readonly place: number },
  { radius, steps, seed }: Towards,
): Promise<Reached> => {
  const stream = random(seed).fork(place);
  const target = otherClass(label, net.classes, stream.fork('target'));
  const goal = { kind: 'reach', labels: Int32Array.of(target) } as const;
  const problem: Problem = { oracle: net, x0, goal, ball: balls.linf, radius, box: unitBox };
  const { shown, shownLogits, outcomes } = await finish(
    solve(pgd, problem, { options: { steps }, random: stream }),
  );
  const control = toEightBits(randomControl(problem, shown, stream.fork('control')), problem.box, x0);
  const answer = async (picture: Vec): Promise<number> => argmax(await net.logits(picture));
  return {
    target,
    outcome: outcomes[0] ?? 'stopped',
    confidence: softmax(shownLogits, net.classes)[target] ?? NaN,
    size: perturbationSizes(problem, shown)[0] ?? NaN,
    before: await answer(x0),
    noisy: await answer(control),
  };
};

/**
 * The same for each of the pictures, one at a time: neither memory nor what comes out depends on how many
 * there are.
 */
export const attackAllTowards = async (
  net: Oracle,
  { x, labels }: Rows,
  setting: Towards,
  onPicture: (done: number) => void = () => undefined,
): Promise<readonly Reached[]> => {
  const reached: Reached[] = [];
  for (const [place, label] of labels.entries()) {
    reached.push(await attackTowards(net, { x0: row(x, place, net.dimension), label, place }, setting));
    onPicture(place + 1);
  }
  return reached;
};
