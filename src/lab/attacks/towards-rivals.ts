import type { Attack, Step } from '../attack.ts';
import { mergedRows } from '../optimise/rows.ts';
import type { Vec } from '../oracle.ts';
import type { Problem } from '../problem.ts';
import { under, type Random } from '../random.ts';
import { crossEntropy } from '../softmax.ts';
import { predictions, row } from '../vec.ts';

/** For each row the classes apart from its label and the excluded ones, the likeliest first. */
const rivalsOf = (
  logits: Vec,
  labels: Int32Array,
  classes: number,
  excluded: readonly number[],
): Int32Array[] =>
  Array.from(labels, (label, i) => {
    const z = row(logits, i, classes);
    return Int32Array.from({ length: classes }, (_, k) => k)
      .filter((k) => k !== label && !excluded.includes(k))
      .sort((a, b) => z[b] - z[a]);
  });

/**
 * The attack for a network with classes that are no escape, such as 'none of these' or 'refused': to leave a
 * label it tries to reach the likeliest of the other classes at x0, then the second, as many `rivals` as
 * wanted. A row that has reached one stands still there. Goals that are to be reached already name their
 * class, and are left as they are.
 */
export const towardsRivals = <Options>(
  attack: Attack<Options>,
  excluded: readonly number[],
  rivals = 1,
): Attack<Options> => ({
  ...attack,
  id: `${attack.id}-towards-rivals`,
  title: `${attack.title}, towards other answers`,
  aim: 'indirect',
  length: (options, extent) => rivals * (attack.length(options, extent) + 1),
  run: async function* (problem: Problem, options: Options, random: Random): AsyncGenerator<Step, void> {
    const { oracle, goal, x0 } = problem;
    const { classes } = oracle;
    if (goal.kind === 'reach') return yield* attack.run(problem, options, random);
    const ranked = rivalsOf(await oracle.logits(x0), goal.labels, classes, excluded);
    let shown: Step | undefined;
    let index = 0;
    for (let rival = 0; rival < rivals; rival++) {
      const labels = Int32Array.from(ranked, (order) => order[Math.min(rival, order.length - 1)]);
      const part: Problem = { ...problem, goal: { kind: 'reach', labels } };
      const before = shown;
      const open = before
        ? Array.from(
            predictions(before.logits, classes),
            (guess, i) => guess === goal.labels[i] || excluded.includes(guess),
          )
        : [];
      if (before && !open.includes(true)) return;
      for await (const step of attack.run(part, options, under(random, `rival ${rival}`))) {
        const here = { ...step, index, loss: crossEntropy(step.logits, goal.labels, classes) };
        shown = before ? mergedRows(before, here, open) : here;
        yield shown;
        index++;
      }
    }
  },
});
