import type { Step } from '../attack.ts';
import { toEightBits } from '../eight-bits.ts';
import type { RowGoal } from '../optimise/goal.ts';
import { rowProblem, type RowProblem } from '../optimise/lockstep.ts';
import type { Vec } from '../oracle.ts';
import type { Problem } from '../problem.ts';
import type { Random } from '../random.ts';
import { crossEntropy } from '../softmax.ts';
import { argmax, joined, row, same, subtract } from '../vec.ts';

/**
 * One row's search: yields the points that it asks about at once (k·dimension numbers, all in the box) and is
 * given what it may hear of each. It ends when it likes, with 'no-start' if it found no picture to start
 * from.
 */
export type QuerySearch<Heard> = Generator<Vec, 'no-start' | undefined, Heard>;

/** What an attack hears of the answers. */
export interface Ear<Heard> {
  /** From the logits of k points (k·classes numbers), asked for a row with that goal. */
  readonly hear: (logits: Vec, goal: RowGoal, classes: number) => Heard;
  /** How near a point that has not the goal is to it, from its logits: the larger the nearer. */
  readonly score: (z: Vec, goal: RowGoal) => number;
}

export interface Interview<Heard> extends Ear<Heard> {
  /** Questions at most about each row; the one about x0 is among them. */
  readonly queries: number;
  /** A row goes on after it has reached its goal, for a smaller perturbation. */
  readonly goesOn: boolean;
  /**
   * Counts only pictures in 8 bits (x0 must be one): 'ask' asks about every point as it is in 8 bits instead,
   * 'count' leaves it to the search to ask about some that are.
   */
  readonly eightBits: false | 'ask' | 'count';
  /** The row's search, in sight of what it may hear of x0, with random numbers of its own. */
  readonly search: (one: RowProblem, atX0: Heard, random: Random) => QuerySearch<Heard>;
}

/** Whether a point with these logits has the goal: the label is first to reach it, any other to leave it. */
export const hasGoal = (z: Vec, { kind, label }: RowGoal): boolean =>
  (argmax(z) === label) === (kind === 'reach');

/** One row on its way: its search once begun, and the question it waits for. */
interface Open<Heard> {
  readonly i: number;
  readonly search?: QuerySearch<Heard>;
  readonly question: Vec;
}

/** How good a row's picture is. */
interface Standing {
  readonly reached: boolean;
  readonly size: number;
  readonly score: number;
}

/**
 * Pictures that have the goal come first, the smallest perturbation before all; the others in the order of
 * their scores.
 */
const isBetter = (a: Standing, b: Standing): boolean => {
  if (a.reached !== b.reached) return a.reached;
  return a.reached ? a.size < b.size : a.score > b.score;
};

/**
 * Runs one search per row, each by itself, with nothing but the model's answers: the frame of the black-box
 * attacks. The questions of all rows that are still searching go to the model as one batch, and every batch
 * is a step. It shows the best picture so far of those that were asked about and lie in the ball; x0 if none
 * is better. A row whose search is over, whose next questions would be too many or who reached its goal at x0
 * stands still. Row i draws from `random.fork(i)` alone.
 */
export async function* interview<Heard>(
  problem: Problem,
  plan: Interview<Heard>,
  random: Random,
): AsyncGenerator<Step, void> {
  const { oracle, goal, ball, radius, x0 } = problem;
  const { dimension, classes } = oracle;
  const rows = Array.from(goal.labels, (_, i) => rowProblem(problem, i));
  const x = x0.slice();
  const logits = new Float32Array(rows.length * classes);
  const queries = new Int32Array(rows.length);
  const withoutStart = new Uint8Array(rows.length);
  const best: Standing[] = rows.map(() => ({ reached: false, size: 0, score: -Infinity }));

  /** Takes a picture into account; allows for what rounding to 32 bits adds to its size. */
  const consider = (i: number, point: Vec, z: Vec): void => {
    const one = rows[i];
    if (plan.eightBits === 'count' && !same(point, toEightBits(point, one.box))) return;
    const standing = {
      reached: hasGoal(z, one.goal),
      size: ball.size(subtract(point, one.x0)),
      score: plan.score(z, one.goal),
    };
    if (standing.size > radius * (1 + 1e-6) || !isBetter(standing, best[i])) return;
    best[i] = standing;
    x.set(point, i * dimension);
    logits.set(z, i * classes);
  };
  const asShown = (i: number, points: Vec): Vec => {
    if (plan.eightBits !== 'ask') return points;
    const { x0: origin, box } = rows[i];
    const shown = new Float32Array(points.length);
    for (let at = 0; at < points.length; at += dimension) {
      shown.set(toEightBits(points.subarray(at, at + dimension), box, origin), at);
    }
    return shown;
  };
  const isOver = (i: number): boolean => {
    const { reached, size } = best[i];
    return radius === 0 || (reached && (!plan.goesOn || size === 0));
  };

  let open: readonly Open<Heard>[] = rows.map((one, i) => ({ i, question: one.x0 }));
  for (let index = 0; open.length > 0; index++) {
    const answers = await oracle.logits(joined(open.map(({ question }) => question)));
    let from = 0;
    const heard = open.map(({ i, question }) => {
      const k = question.length / dimension;
      const z = answers.subarray(from * classes, (from + k) * classes);
      from += k;
      queries[i] += k;
      if (index === 0) logits.set(z, i * classes);
      for (let j = 0; j < k; j++) consider(i, row(question, j, dimension), row(z, j, classes));
      return plan.hear(z, rows[i].goal, classes);
    });
    open = open.flatMap(({ i, search }, k): readonly Open<Heard>[] => {
      if (isOver(i)) return [];
      const asking = search ?? plan.search(rows[i], heard[k], random.fork(i));
      const { done, value } = asking.next(heard[k]);
      if (done === true) {
        if (value === 'no-start') withoutStart[i] = 1;
        return [];
      }
      const asked = queries[i] + value.length / dimension;
      return asked > plan.queries ? [] : [{ i, search: asking, question: asShown(i, value) }];
    });
    yield {
      index,
      x: x.slice(),
      loss: crossEntropy(logits, goal.labels, classes),
      logits: logits.slice(),
      zeroGradient: new Float32Array(rows.length),
      queries: queries.slice(),
      withoutStart: withoutStart.slice(),
    };
  }
}
