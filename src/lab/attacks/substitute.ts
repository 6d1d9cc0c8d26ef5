import { defineAttack, type Step } from '../attack.ts';
import type { Vec } from '../oracle.ts';
import type { Problem } from '../problem.ts';
import type { Random } from '../random.ts';
import { crossEntropy } from '../softmax.ts';
import { learning } from '../substitute/learning.ts';
import { smallOracle } from '../substitute/small-net.ts';
import { fgsm } from './fgsm.ts';
import { miFgsm } from './mi-fgsm.ts';
import { pgd } from './pgd.ts';
import { choice, data, number, type ValuesOf } from '../options.ts';
import { pictures, queries, shape, steps } from '../shared-options.ts';

const counts = {
  must: 'a list of whole numbers, 1 or more',
  accepts: (value: unknown): value is readonly number[] =>
    Array.isArray(value) && value.every((count) => Number.isInteger(count) && count >= 1),
};

const options = {
  /** Questions at most; those asked to train the substitute count for every row. */
  queries: queries(10_000),
  /**
   * Pictures of the kind that the model sees, from which the substitute's examples grow; x0 is among them
   * anyway.
   */
  pictures,
  /** How many pictures of uniform noise are examples too. */
  noise: number({ label: 'Pictures of noise', min: 0, max: 1e6, whole: true, default: 100 }),
  /** What the substitute is: layers that see all numbers at once, or windows of 5 × 5 that move over them. */
  net: choice({
    label: 'Substitute',
    words: { dense: 'dense layers', convolutional: 'convolutional layers' },
    default: 'dense',
  }),
  /** Widths of a dense substitute's hidden layers. */
  hidden: data({ label: 'Widths of hidden layers', default: [32], ...counts }),
  /** Filters of each of a convolutional substitute's layers. */
  filters: data({ label: 'Filters of convolutional layers', default: [8, 16], ...counts }),
  /** How a convolutional substitute sees the numbers lie. */
  shape,
  /** How often the examples grow. */
  rounds: number({ label: 'Rounds', min: 0, max: 1e4, whole: true, default: 5 }),
  /** λ: by how much each number of an example changes to make a new one. */
  change: number({ label: 'Change of an example', min: 0, max: Infinity, default: 0.1 }),
  /** New examples in one round at most. */
  most: number({ label: 'New examples a round', min: 0, max: 1e9, whole: true, default: 1000 }),
  /** The attack on the substitute. */
  by: choice({
    label: 'Attack on the substitute',
    words: { fgsm: 'FGSM', pgd: 'PGD', 'mi-fgsm': 'MI-FGSM' },
    default: 'pgd',
  }),
  /** Its steps, where it has more than one. */
  steps: steps(40),
  /** How often every example is seen. */
  epochs: number({ label: 'Epochs', min: 0, max: 1e6, whole: true, default: 10 }),
  /** Examples in one step. */
  batch: number({ label: 'Batch', min: 1, max: 1e6, whole: true, default: 32 }),
  /** Length of a step, times the mean gradient. */
  rate: number({ label: 'Rate', min: 0, max: 1e3, default: 0.01 }),
  /** How much of the last step is kept. */
  momentum: number({ label: 'Momentum', min: 0, max: 1, default: 0.9 }),
};

export type SubstituteOptions = ValuesOf<typeof options>;

/** The attack on the substitute. */
const carried = (
  problem: Problem,
  { by, steps }: SubstituteOptions,
  random: Random,
): AsyncGenerator<Step, void> => {
  switch (by) {
    case 'fgsm':
      return fgsm.run(problem, fgsm.defaults, random);
    case 'pgd':
      return pgd.run(problem, { ...pgd.defaults, steps, randomStart: false }, random);
    case 'mi-fgsm':
      return miFgsm.run(problem, { ...miFgsm.defaults, steps }, random);
  }
};

async function* run(
  problem: Problem,
  options: SubstituteOptions,
  random: Random,
): AsyncGenerator<Step, void> {
  const { oracle, x0, goal } = problem;
  const rows = goal.labels.length;
  let index = 0;
  const step = (x: Vec, logits: Vec, queries: number): Step => ({
    index: index++,
    x,
    logits,
    loss: crossEntropy(logits, goal.labels, oracle.classes),
    zeroGradient: new Float32Array(rows),
    queries: new Int32Array(rows).fill(queries),
  });
  const atX0 = await oracle.logits(x0);
  yield step(x0.slice(), atX0, 1);
  let asked = rows;
  const lessons = learning(problem, atX0, options, random.fork('substitute'));
  let lesson = await lessons.next();
  for (; lesson.done !== true; lesson = await lessons.next()) {
    asked = lesson.value;
    yield step(x0.slice(), atX0, asked);
  }
  let x: Vec = x0;
  const target = { ...problem, oracle: smallOracle(lesson.value) };
  for await (const step of carried(target, options, random)) x = step.x;
  yield step(x.slice(), await oracle.logits(x), asked + 1);
}

/**
 * The substitute model (Papernot et al. 2017): a small net learns the labels that the model gives, on
 * examples that grow where it changes its mind; an attack that follows gradients is made on that net, and
 * what comes out is shown to the model. All rows share one substitute, so the questions that made it count
 * for each of them. A convolutional substitute takes six times as long to learn digits as a dense one.
 */
export const substitute = defineAttack({
  id: 'substitute',
  title: 'Substitute model',
  name: 'the substitute model',
  source: 'papernot2017practical',
  knows: 'labels',
  balls: ['linf', 'l2'],
  together: true,
  aim: 'indirect',
  paced: 'queries',
  length: (chosen) => chosen.queries,
  options,
  run,
});
