import type { Attack, Step } from '../attack.ts';
import { feasible } from '../optimise/feasible.ts';
import type { Oracle, Vec } from '../oracle.ts';
import type { Problem } from '../problem.ts';
import { under, type Random } from '../random.ts';
import { crossEntropy } from '../softmax.ts';
import { row, subtract } from '../vec.ts';

/**
 * The stage's iterate brought back to x0's ball and box, which 32-bit sums of the stages may leave by a hair.
 */
const kept = (problem: Problem, x: Vec): Vec =>
  feasible(problem, (i, x0) => subtract(row(x, i, problem.oracle.dimension), x0));

/**
 * The attack on models that the attacker knows, one after the other, each with an equal share of the radius
 * from where the last left off; judged by the problem's own oracle, of which only logits are asked. With one
 * known model it is a transferred attack: naive if that is a defended net without its defence, or one member
 * of an ensemble.
 */
export const sequentially = <Options>(
  attack: Attack<Options>,
  known: readonly Oracle[],
): Attack<Options> => ({
  ...attack,
  id: `${attack.id}-sequentially`,
  title: `${attack.title}, one network after the other`,
  length: (options, extent) =>
    known.length * attack.length(options, { ...extent, radius: extent.radius / known.length }),
  run: async function* (problem: Problem, options: Options, random: Random): AsyncGenerator<Step, void> {
    const { goal, radius } = problem;
    let x0 = problem.x0;
    let index = 0;
    for (const [stage, oracle] of known.entries()) {
      let x = x0;
      const part: Problem = { ...problem, x0, oracle, radius: radius / known.length };
      for await (const step of attack.run(part, options, under(random, `stage ${stage}`))) {
        // Each stage begins where the last ended: one step, shown once.
        if (stage > 0 && step.index === 0) continue;
        x = known.length === 1 ? step.x : kept(problem, step.x);
        const logits = await problem.oracle.logits(x);
        yield { ...step, index, x, logits, loss: crossEntropy(logits, goal.labels, problem.oracle.classes) };
        index++;
      }
      x0 = x;
    }
  },
});
