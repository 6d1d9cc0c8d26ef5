import type { Attack, Knowledge, Step } from '../attack.ts';
import type { Vec } from '../oracle.ts';
import type { Problem } from '../problem.ts';
import type { Random } from '../random.ts';
import { crossEntropy } from '../softmax.ts';
import { joined, predictions, row } from '../vec.ts';

/** One of several attacks that are made one after the other. */
export interface Part {
  readonly name: string;
  readonly knows: Knowledge;
  /** How many steps it makes after its start, at most. */
  readonly length: number;
  readonly run: (problem: Problem, random: Random) => AsyncGenerator<Step, void>;
}

/** An attack as a part, with what differs from its defaults. */
export const partOf = <Options>(name: string, attack: Attack<Options>, differs: Partial<Options>): Part => {
  const options = { ...attack.defaults, ...differs };
  return {
    name,
    knows: attack.knows,
    length: attack.length(options, { radius: 1, rows: 1 }),
    run: (problem, random) => attack.run(problem, options, random),
  };
};

/** Whether each row's goal is reached, by its logits. */
const reachedIn = ({ oracle, goal }: Problem, logits: Vec): readonly boolean[] =>
  Array.from(
    predictions(logits, oracle.classes),
    (guess, i) => (guess === goal.labels[i]) === (goal.kind === 'reach'),
  );

const onlyRows = (problem: Problem, rows: readonly number[]): Problem => ({
  ...problem,
  x0: joined(rows.map((i) => row(problem.x0, i, problem.oracle.dimension))),
  goal: { ...problem.goal, labels: Int32Array.from(rows, (i) => problem.goal.labels[i]) },
});

/** The numbers with those of some rows replaced. */
const replaced = (all: Vec, some: Vec, rows: readonly number[]): Vec => {
  const out = all.slice();
  const width = some.length / rows.length;
  rows.forEach((i, k) => out.set(row(some, k, width), i * width));
  return out;
};

/**
 * Attacks made one after the other, each on the rows whose goal none before it has reached; they must end
 * with a row where they reach its goal. A step shows the point that reached a row's goal, or else the last
 * that was shown of it. Row i draws from `random.fork(i)` alone, of which every part has a stream of its own.
 */
export async function* relay(
  problem: Problem,
  parts: readonly Part[],
  random: Random,
): AsyncGenerator<Step, void> {
  const { oracle, goal, x0 } = problem;
  const logits = await oracle.logits(x0);
  let shown: Step = {
    index: 0,
    x: x0.slice(),
    logits,
    loss: crossEntropy(logits, goal.labels, oracle.classes),
    zeroGradient: new Float32Array(goal.labels.length),
  };
  let by: readonly (string | undefined)[] = Array.from(goal.labels, () => undefined);
  yield { ...shown, parts: { now: parts[0]?.name ?? '', by } };
  for (const [place, { name, knows, run }] of parts.entries()) {
    const reached = reachedIn(problem, shown.logits);
    const rows = [...reached.keys()].filter((i) => !reached[i]);
    if (rows.length === 0) return;
    const stream: Random = {
      ...random,
      fork: (key) => random.fork(typeof key === 'number' ? rows[key] : key).fork(`${place} ${name}`),
    };
    const some = onlyRows(problem, rows);
    const before = by;
    for await (const step of run(some, stream)) {
      shown = {
        index: shown.index + 1,
        x: replaced(shown.x, step.x, rows),
        logits: replaced(shown.logits, step.logits, rows),
        loss: replaced(shown.loss, step.loss, rows),
        // What asks for no gradient says nothing of gradients.
        zeroGradient:
          knows === 'gradients' ? replaced(shown.zeroGradient, step.zeroGradient, rows) : shown.zeroGradient,
      };
      const fallen = before.slice();
      reachedIn(some, step.logits).forEach((has, k) => {
        if (has) fallen[rows[k]] = name;
      });
      by = fallen;
      yield { ...shown, parts: { now: name, by } };
    }
  }
}
