import type { Oracle, Vec } from '../oracle.ts';
import { shapeOf, type Shape } from '../black-box/shape.ts';
import type { Problem } from '../problem.ts';
import { shuffled, type Random } from '../random.ts';
import { clip, joined, mapped, predictions, row } from '../vec.ts';
import { convolutionalNet } from './convolutional.ts';
import { denseNet } from './dense.ts';
import { smallOracle, type SmallNet } from './small-net.ts';
import { trained, type Examples, type TrainingOptions } from './train.ts';

/** How a substitute learns: on which examples, how they grow, and what it is. */
export interface LearningOptions extends TrainingOptions {
  /** Questions at most, one of them left for the end. */
  readonly queries: number;
  /** Examples to begin with, and how many of noise are added. */
  readonly pictures?: Vec | undefined;
  readonly noise: number;
  readonly net: 'dense' | 'convolutional';
  /** Widths of a dense net's hidden layers; filters of a convolutional one's layers. */
  readonly hidden: readonly number[];
  readonly filters: readonly number[];
  /** How the numbers of an input lie; guessed from how many they are if not given. */
  readonly shape?: Shape | undefined;
  /** How often the examples grow, by how much each number changes, and how many are new at most. */
  readonly rounds: number;
  readonly change: number;
  readonly most: number;
}

/**
 * New examples where the substitute says most of the model (Papernot et al. 2017, equation 3): some of those
 * at hand, moved by λ against or along the sign of the gradient of their label's logit.
 */
export const augmented = async (
  net: SmallNet,
  { x, labels }: Examples,
  { change, most, box }: { readonly change: number; readonly most: number; readonly box: Problem['box'] },
  random: Random,
): Promise<Vec> => {
  const { dimension, classes, pullback } = smallOracle(net);
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

/** The substitute before it has learned anything. */
const begun = ({ oracle }: Pick<Problem, 'oracle'>, options: LearningOptions, random: Random): SmallNet => {
  const { dimension, classes } = oracle;
  return options.net === 'dense'
    ? denseNet([dimension, ...options.hidden, classes], random)
    : convolutionalNet(options.shape ?? shapeOf(dimension), options.filters, classes, random);
};

/**
 * Learns the labels that the model gives: yields how many were asked about so far, the rows' own pictures,
 * whose logits are given, among them; returns the substitute.
 */
export async function* learning(
  problem: Pick<Problem, 'oracle' | 'x0' | 'box'>,
  atX0: Vec,
  options: LearningOptions,
  random: Random,
): AsyncGenerator<number, SmallNet> {
  const { oracle, x0, box } = problem;
  const { dimension, classes } = oracle;
  const [low, high] = box;
  const noise = mapped(
    new Float32Array(options.noise * dimension),
    () => low + (high - low) * random.uniform(),
  );
  let fresh = joined([options.pictures ?? new Float32Array(0), noise]);
  let examples: Examples = { x: x0, labels: predictions(atX0, classes) };
  let net = begun(problem, options, random);
  // The other rows' own pictures are asked about as well, and one question is left for the end.
  let asked = examples.labels.length;
  for (let round = 0; asked + fresh.length / dimension < options.queries; round++) {
    if (fresh.length > 0) {
      const more = await labelled(oracle, fresh);
      asked += more.labels.length;
      examples = {
        x: joined([examples.x, more.x]),
        labels: Int32Array.from([...examples.labels, ...more.labels]),
      };
    }
    yield asked;
    net = trained(net, examples, options, random);
    if (round === options.rounds) break;
    // To and fro, three rounds each: the paper's periodic step size.
    const change = Math.floor(round / 3) % 2 === 0 ? options.change : -options.change;
    fresh = await augmented(net, examples, { change, most: options.most, box }, random);
  }
  return net;
}
