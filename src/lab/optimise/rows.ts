import type { Step } from '../attack.ts';
import type { Vec } from '../oracle.ts';
import type { Problem } from '../problem.ts';
import { predictions, row } from '../vec.ts';

/** The first step with the rows of the second where those are wanted; its index is the second's. */
export const mergedRows = (a: Step, b: Step, wanted: readonly boolean[]): Step => {
  const merged = (of: (step: Step) => Vec): Vec => {
    const out = of(a).slice();
    const width = out.length / wanted.length;
    wanted.forEach((use, i) => {
      if (use) out.set(row(of(b), i, width), i * width);
    });
    return out;
  };
  return {
    index: b.index,
    x: merged((step) => step.x),
    loss: merged((step) => step.loss),
    logits: merged((step) => step.logits),
    zeroGradient: merged((step) => step.zeroGradient),
  };
};

/** How far past the goal each row is: first whether it is reached, then the cross-entropy towards it. */
const progress = ({ oracle, goal }: Problem, { logits, loss }: Step): Float64Array => {
  const guesses = predictions(logits, oracle.classes);
  const leave = goal.kind === 'leave';
  return Float64Array.from(goal.labels, (label, i) => {
    const reached = (guesses[i] === label) !== leave;
    const towards = leave ? loss[i] : -loss[i];
    return reached ? 1e6 + towards : towards;
  });
};

/** Row by row the one of two steps that is further past the goal. */
export const betterRows = (problem: Problem, a: Step, b: Step): Step => {
  const [pastA, pastB] = [progress(problem, a), progress(problem, b)];
  return mergedRows(
    a,
    b,
    Array.from(pastB, (past, i) => past > pastA[i]),
  );
};
