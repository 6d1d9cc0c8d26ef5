import type { Step } from '../attack.ts';
import { toEightBits } from '../eight-bits.ts';
import type { Oracle, Vec } from '../oracle.ts';
import type { Problem } from '../problem.ts';
import { crossEntropy } from '../softmax.ts';
import { joined, mapped, row, subtract, zeroShare } from '../vec.ts';
import { bring } from './feasible.ts';
import { marginOf, type RowGoal } from './goal.ts';

/** What a search learns at the point it asked about. */
export interface Answer {
  readonly logits: Vec;
  /**
   * What the attack asks for at every point: one gradient, or several in a row; numbers that are not finite
   * are 0.
   */
  readonly gradient: Vec;
  /** How far past the goal the logits are; the goal counts as reached when this exceeds the confidence. */
  readonly margin: number;
}

/** A point to ask about, and the class that the gradient is wanted towards. */
export interface Aimed {
  readonly x: Vec;
  readonly rival: number;
}

/** One row's search: yields the feasible points it asks about, x0 first, and is given an answer to each. */
export type Search = Generator<Vec | Aimed, void, Answer>;

/** One row of a problem. */
export interface RowProblem {
  readonly x0: Vec;
  readonly goal: RowGoal;
  readonly box: Problem['box'];
  readonly ball: Problem['ball'];
  readonly radius: number;
  /** x0 + a perturbation brought back into the ball, brought back into the box. */
  readonly bring: (perturbation: Vec) => Vec;
}

/** What searches of many rows share: whom they ask, how each of them goes, and what counts as reached. */
export interface Lockstep {
  /**
   * Answers all questions of a tick at once; `goals` has the goal of each row of x, and the rival aimed at.
   */
  readonly ask: (
    x: Vec,
    goals: readonly RowGoal[],
  ) => Promise<{ readonly logits: Vec; readonly gradient: Vec }>;
  /** The search of row i. */
  readonly search: (problem: RowProblem, i: number) => Search;
  /**
   * Which point of a row is shown once one has reached the goal: that with the smallest perturbation; or,
   * from the start, that which is furthest past the goal by its cross-entropy. The smallest if not given.
   */
  readonly shows?: 'smallest' | 'furthest';
  /**
   * When a row's search is over before it ends by itself: once its goal is reached, or never; if not given,
   * once the goal is reached by no perturbation at all.
   */
  readonly over?: 'reached' | 'never';
  /** The search may ask about points outside the ball; they are never shown. */
  readonly wanders?: boolean;
  /** How far past the goal a point must be to count, in logits; 0 if not given. */
  readonly confidence?: number;
  /** Ask about every point as it is in 8 bits instead; x0 must be so itself. */
  readonly eightBits?: boolean;
}

/** Asks for one gradient in each row, of a weighted sum of its logits. */
export const gradientOf =
  (oracle: Oracle, weigh: (z: Vec, goal: RowGoal) => Vec): Lockstep['ask'] =>
  (x, goals) =>
    oracle.pullback(x, (z, from) => {
      const weights = new Float32Array(z.length);
      for (let i = 0; i * oracle.classes < z.length; i++) {
        weights.set(weigh(row(z, i, oracle.classes), goals[from + i]), i * oracle.classes);
      }
      return weights;
    });

/** Asks for the gradients of all logits, one after the other, in one pass. */
export const jacobianOf =
  (oracle: Oracle): Lockstep['ask'] =>
  async (x) => {
    const { logits, jacobian } = await oracle.jacobian(x);
    return { logits, gradient: jacobian };
  };

/** A row whose search goes on, with the question it has asked. */
interface Open {
  readonly i: number;
  readonly search: Search;
  readonly question: Vec;
  readonly rival?: number;
}

/** Row i of a problem. */
export const rowProblem = (problem: Problem, i: number): RowProblem => {
  const { ball, radius, box, goal } = problem;
  const x0 = row(problem.x0, i, problem.oracle.dimension);
  return {
    x0,
    box,
    ball,
    radius,
    goal: { kind: goal.kind, label: goal.labels[i] },
    bring: (perturbation) => bring(problem, x0, perturbation),
  };
};

/**
 * How good a point with the goal, or without, is to be shown: the larger the better; −∞ if like any other.
 */
const worth = (shows: Lockstep['shows'], reached: boolean, size: number, z: Vec, goal: RowGoal): number => {
  if (shows !== 'furthest') return reached ? -size : -Infinity;
  const loss = crossEntropy(z, Int32Array.of(goal.label), z.length)[0];
  return (reached ? 1e6 : 0) + (goal.kind === 'leave' ? loss : -loss);
};

/**
 * Runs one search per row, each by itself, and answers the questions of all rows that are still searching as
 * one batch: the frame of attacks that seek the smallest perturbation. A step shows of every row the smallest
 * perturbation so far that reaches the goal, or else the last point asked about; a row whose search is over
 * stands still, and so does one that had reached its goal at x0.
 */
export async function* lockstep(problem: Problem, plan: Lockstep): AsyncGenerator<Step, void> {
  const { oracle, goal, ball, radius, x0 } = problem;
  const { dimension, classes } = oracle;
  const n = goal.labels.length;
  const rows = Array.from({ length: n }, (_, i) => rowProblem(problem, i));
  const x = x0.slice();
  const logits = new Float32Array(n * classes);
  const zeroGradient = new Float32Array(n);
  const best = new Float64Array(n).fill(-Infinity);
  const reached = new Uint8Array(n);

  const asking = (i: number, search: Search, { done, value }: IteratorResult<Vec | Aimed, void>): Open[] => {
    if (done === true) return [];
    const { x0: origin, box } = rows[i];
    const { x: point, ...aim } = value instanceof Float32Array ? { x: value } : value;
    return [
      { i, search, ...aim, question: plan.eightBits === true ? toEightBits(point, box, origin) : point },
    ];
  };
  const isOver = (i: number): boolean =>
    plan.over === undefined ? best[i] === 0 : plan.over === 'reached' && reached[i] === 1;

  let open = rows.flatMap((one, i) => {
    const search = plan.search(one, i);
    return asking(i, search, search.next());
  });
  for (let index = 0; open.length > 0; index++) {
    const answers = await plan.ask(
      joined(open.map(({ question }) => question)),
      open.map(({ i, rival }) => ({
        ...rows[i].goal,
        ...(rival !== undefined && { rival }),
      })),
    );
    const width = answers.gradient.length / open.length;
    const heard = open.map(({ i, question }, k): Answer => {
      const z = row(answers.logits, k, classes);
      const raw = row(answers.gradient, k, width);
      const { goal: wanted, x0: origin } = rows[i];
      const margin = marginOf(z, wanted);
      const has = margin > (plan.confidence ?? 0);
      const size = has || plan.wanders === true ? ball.size(subtract(question, origin)) : Infinity;
      const value = worth(plan.shows, has, size, z, wanted);
      // Allows for what rounding to 32 bits adds to a size.
      const outside = plan.wanders === true && size > radius * (1 + 1e-6);
      if (!outside && (value > best[i] || best[i] === -Infinity)) {
        best[i] = value;
        x.set(question, i * dimension);
        logits.set(z, i * classes);
      }
      if (has && !outside) reached[i] = 1;
      zeroGradient.set(zeroShare(raw, width), i);
      return { logits: z, gradient: mapped(raw, (value) => (Number.isFinite(value) ? value : 0)), margin };
    });
    yield {
      index,
      x: x.slice(),
      loss: crossEntropy(logits, goal.labels, classes),
      logits: logits.slice(),
      zeroGradient: zeroGradient.slice(),
    };
    open = open.flatMap(({ i, search }, k) => (isOver(i) ? [] : asking(i, search, search.next(heard[k]))));
  }
}
