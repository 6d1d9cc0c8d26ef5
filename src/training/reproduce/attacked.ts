import { digitRows, type Digits } from '../../data/mnist.ts';
import type { Attack, Step } from '../../lab/attack.ts';
import { balls } from '../../lab/balls/index.ts';
import type { BallId } from '../../lab/ball.ts';
import { unitBox } from '../../lab/box.ts';
import type { Answers, Oracle, Vec } from '../../lab/oracle.ts';
import type { Problem } from '../../lab/problem.ts';
import { random } from '../../lab/random.ts';
import { softmax } from '../../lab/softmax.ts';
import { joined, numberAt, predictions, row, subtract } from '../../lab/vec.ts';
import type { Rows } from '../tasks/task.ts';

/** A box so wide that nothing is clipped, for methods that their papers write without it. */
export const unclipped: Problem['box'] = [-1e3, 1e3];

/** The rows at those places, in their order. */
export const rowsAt = ({ x, labels }: Rows, places: readonly number[]): Rows => ({
  x: joined(places.map((i) => row(x, i, x.length / labels.length))),
  labels: Int32Array.from(places, (i) => numberAt(labels, i)),
});

/** Those of the rows that the net classifies correctly, in their order, n at most. */
export const correctOf = async (net: Answers, { x, labels }: Rows, n: number): Promise<Rows> => {
  const guesses = predictions(await net.logits(x), net.classes);
  const kept = Array.from(labels.keys())
    .filter((i) => guesses[i] === labels[i])
    .slice(0, n);
  return rowsAt({ x, labels }, kept);
};

/** The first n of the digits that the net classifies correctly, in file order. */
export const firstCorrect = (net: Answers, digits: Digits, n: number): Promise<Rows> =>
  correctOf(net, digitRows(digits, 0, Math.min(digits.count, Math.ceil(1.1 * n) + 20)), n);

/** What an attack is asked, apart from the net and the pictures. */
export interface Order<Options> {
  readonly attack: Attack<Options>;
  readonly options?: Partial<Options>;
  readonly ball: BallId;
  readonly radius: number;
  readonly box?: Problem['box'];
  readonly seed: number;
  /** The label that each row is to reach; to leave its own, whatever to, if not given. */
  readonly targets?: Int32Array;
}

/**
 * The last iterate of an attack on all rows, in batches, and the questions about each row, 0 where none are
 * counted; told how many rows are done.
 */
export const attackedRows = async <Options>(
  net: Oracle,
  { x, labels }: Rows,
  order: Order<Options>,
  onRows: (done: number) => void = () => undefined,
): Promise<{
  readonly x: Vec;
  readonly logits: Vec;
  readonly steps: number;
  readonly queries: Int32Array;
}> => {
  const batch = 100;
  const after = new Float32Array(x.length);
  const logits = new Float32Array(labels.length * net.classes);
  const queries = new Int32Array(labels.length);
  let steps = 0;
  for (let from = 0; from < labels.length; from += batch) {
    const to = Math.min(labels.length, from + batch);
    const problem: Problem = {
      oracle: net,
      x0: x.slice(from * net.dimension, to * net.dimension),
      goal: order.targets
        ? { kind: 'reach', labels: order.targets.slice(from, to) }
        : { kind: 'leave', labels: labels.slice(from, to) },
      ball: balls[order.ball],
      radius: order.radius,
      box: order.box ?? unitBox,
    };
    let last: Step | undefined;
    const stream = random(order.seed).fork(from);
    for await (const step of order.attack.run(
      problem,
      { ...order.attack.defaults, ...order.options },
      stream,
    )) {
      last = step;
    }
    if (!last) throw new RangeError(`The attack ${order.attack.id} made no step.`);
    after.set(last.x, from * net.dimension);
    logits.set(last.logits, from * net.classes);
    if (last.queries) queries.set(last.queries, from);
    steps = last.index;
    onRows(to);
  }
  return { x: after, logits, steps, queries };
};

/** The size of each row's perturbation, as that ball measures it. */
export const sizesOf = (ball: BallId, before: Vec, after: Vec, n: number): readonly number[] =>
  Array.from({ length: n }, (_, i) =>
    balls[ball].size(subtract(row(after, i, after.length / n), row(before, i, after.length / n))),
  );

/** Which answers are wrong, and how sure the net is of these mistakes: the largest probability of each. */
export const mistakes = (
  logits: Vec,
  labels: Int32Array,
): {
  readonly wrong: number;
  readonly places: readonly number[];
  readonly confidences: readonly number[];
} => {
  const classes = logits.length / labels.length;
  const guesses = predictions(logits, classes);
  const probabilities = softmax(logits, classes);
  const places = Array.from(labels.keys()).filter((i) => guesses[i] !== labels[i]);
  const confidences = places.map((i) => Math.max(...row(probabilities, i, classes)));
  return { wrong: places.length, places, confidences };
};

/** The places that are in both. */
export const both = (a: ReadonlySet<number>, b: ReadonlySet<number>): ReadonlySet<number> =>
  new Set([...a].filter((i) => b.has(i)));

/** The places of the rows that a net still classifies correctly after an attack from each of the seeds. */
export const survivors = async <Options>(
  net: Oracle,
  rows: Rows,
  order: Omit<Order<Options>, 'seed'>,
  seeds: readonly number[],
  onRows?: (done: number) => void,
): Promise<ReadonlySet<number>> => {
  let left: ReadonlySet<number> = new Set(rows.labels.keys());
  for (const seed of seeds) {
    const { logits } = await attackedRows(net, rows, { ...order, seed }, onRows);
    const wrong = new Set(mistakes(logits, rows.labels).places);
    left = new Set([...left].filter((i) => !wrong.has(i)));
  }
  return left;
};

/** The same after attacks towards each label in turn, the rows' own left out. */
export const targetedSurvivors = async <Options>(
  net: Oracle,
  rows: Rows,
  order: Omit<Order<Options>, 'seed'>,
  onRows?: (done: number) => void,
): Promise<ReadonlySet<number>> => {
  let left: ReadonlySet<number> = new Set(rows.labels.keys());
  for (let shift = 1; shift < net.classes; shift++) {
    const targets = rows.labels.map((label) => (label + shift) % net.classes);
    left = both(left, await survivors(net, rows, { ...order, targets }, [1], onRows));
  }
  return left;
};
