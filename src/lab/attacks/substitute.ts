import { defineAttack, type Step } from '../attack.ts';
import type { Oracle, Vec } from '../oracle.ts';
import type { Problem } from '../problem.ts';
import { shuffled, type Random } from '../random.ts';
import { crossEntropy } from '../softmax.ts';
import { denseNet, denseOracle, type Dense } from '../substitute/dense.ts';
import { trained, type Examples } from '../substitute/train.ts';
import { clip, joined, mapped, predictions, row } from '../vec.ts';
import { pgd } from './pgd.ts';
import { data, number, type ValuesOf } from '../options.ts';
import { pictures, queries, steps } from '../shared-options.ts';

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
  /** Widths of the substitute's hidden layers. */
  hidden: data({
    label: 'Widths of hidden layers',
    default: [32],
    must: 'a list of whole numbers, 1 or more',
    accepts: (value: unknown): value is readonly number[] =>
      Array.isArray(value) && value.every((width) => Number.isInteger(width) && width >= 1),
  }),
  /** How often the examples grow. */
  rounds: number({ label: 'Rounds', min: 0, max: 1e4, whole: true, default: 5 }),
  /** λ: by how much each number of an example changes to make a new one. */
  change: number({ label: 'Change of an example', min: 0, max: Infinity, default: 0.1 }),
  /** New examples in one round at most. */
  most: number({ label: 'New examples a round', min: 0, max: 1e9, whole: true, default: 1000 }),
  /** PGD's steps on the substitute. */
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

/**
 * New examples where the substitute says most of the model (Papernot et al. 2017, equation 3): some of those
 * at hand, moved by λ against or along the sign of the gradient of their label's logit.
 */
export const augmented = async (
  net: Dense,
  { x, labels }: Examples,
  { change, most, box }: { readonly change: number; readonly most: number; readonly box: Problem['box'] },
  random: Random,
): Promise<Vec> => {
  const { dimension, classes, pullback } = denseOracle(net);
  const chosen = shuffled(labels.length, random).subarray(0, most);
  const from = joined(Array.from(chosen, (i) => row(x, i, dimension)));
  const { gradient } = await pullback(from, (z) => {
    const weights = new Float32Array(z.length);
    chosen.forEach((i, k) => (weights[k * classes + labels[i]] = 1));
    return weights;
  });
  return clip(
    mapped(from, (value, j) => value + change * Math.sign(gradient[j])),
    box,
  );
};

/** The label that the model gives each of these pictures: all that the attack hears of it. */
const labelled = async (oracle: Oracle, x: Vec): Promise<Examples> => ({
  x,
  labels: predictions(await oracle.logits(x), oracle.classes),
});

async function* run(
  problem: Problem,
  options: SubstituteOptions,
  random: Random,
): AsyncGenerator<Step, void> {
  const { oracle, x0, box, goal } = problem;
  const { dimension, classes } = oracle;
  const rows = goal.labels.length;
  const [low, high] = box;
  const own = random.fork('substitute');
  let index = 0;
  const step = (x: Vec, logits: Vec, queries: number): Step => ({
    index: index++,
    x,
    logits,
    loss: crossEntropy(logits, goal.labels, classes),
    zeroGradient: new Float32Array(rows),
    queries: new Int32Array(rows).fill(queries),
  });

  const atX0 = await oracle.logits(x0);
  yield step(x0.slice(), atX0, 1);
  const noise = mapped(new Float32Array(options.noise * dimension), () => low + (high - low) * own.uniform());
  let fresh = joined([options.pictures ?? new Float32Array(0), noise]);
  let examples: Examples = { x: x0, labels: predictions(atX0, classes) };
  let net = denseNet([dimension, ...options.hidden, classes], own);
  // The other rows' own pictures are asked about as well, and one question is left for the end.
  let asked = rows;
  for (let round = 0; asked + fresh.length / dimension < options.queries; round++) {
    if (fresh.length > 0) {
      const more = await labelled(oracle, fresh);
      asked += more.labels.length;
      examples = {
        x: joined([examples.x, more.x]),
        labels: Int32Array.from([...examples.labels, ...more.labels]),
      };
    }
    yield step(x0.slice(), atX0, asked);
    net = trained(net, examples, options, own);
    if (round === options.rounds) break;
    // To and fro, three rounds each: the paper's periodic step size.
    const change = Math.floor(round / 3) % 2 === 0 ? options.change : -options.change;
    fresh = await augmented(net, examples, { change, most: options.most, box }, own);
  }

  let x: Vec = x0;
  const target = { ...problem, oracle: denseOracle(net) };
  for await (const { x: next } of pgd.run(
    target,
    { ...pgd.defaults, steps: options.steps, randomStart: false },
    random,
  )) {
    x = next;
  }
  yield step(x.slice(), await oracle.logits(x), asked + 1);
}

/**
 * The substitute model (Papernot et al. 2017): a small net learns the labels that the model gives, on
 * examples that grow where it changes its mind; PGD attacks that net, and what comes out is shown to the
 * model. All rows share one substitute, so the questions that made it count for each of them.
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
