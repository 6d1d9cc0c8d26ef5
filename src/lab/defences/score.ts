import { oddsOf, oddsWeights } from '../optimise/goal.ts';
import type { Answers, Vec } from '../oracle.ts';
import { logSumExp, softmax } from '../softmax.ts';
import { argmax, mapped, row } from '../vec.ts';

/** How familiar an input looks to a network, from one row of logits: the higher, the more so. */
export interface Score {
  readonly id: string;
  readonly title: string;
  /** Key in content/references.json. */
  readonly source: string;
  readonly of: (z: Vec) => number;
  /** Its gradient in the logits. */
  readonly weights: (z: Vec) => Vec;
}

const cooled = (z: Vec, temperature: number): Vec => mapped(z, (value) => value / temperature);

/**
 * The log-odds of the largest probability, at a temperature (Hendrycks and Gimpel 2017, who take the
 * probability): it ranks inputs as that probability does, also where that rounds to 1.
 */
export const maxSoftmax = (temperature = 1): Score => ({
  id: 'max-softmax',
  title: 'Largest probability',
  source: 'hendrycks2017baseline',
  of: (z) => oddsOf(cooled(z, temperature), { kind: 'reach', label: argmax(z) }),
  weights: (z) =>
    mapped(
      oddsWeights(cooled(z, temperature), { kind: 'reach', label: argmax(z) }),
      (weight) => weight / temperature,
    ),
});

/** The negative of the energy, T·log Σ exp(zₖ/T) (Liu et al. 2020). */
export const energy = (temperature = 1): Score => ({
  id: 'energy',
  title: 'Energy',
  source: 'liu2020energy',
  of: (z) => temperature * logSumExp(cooled(z, temperature)),
  weights: (z) => softmax(cooled(z, temperature), z.length),
});

/** The score of each row. */
export const scores = async (answers: Answers, x: Vec, score: Score): Promise<Float64Array<ArrayBuffer>> => {
  const logits = await answers.logits(x);
  return Float64Array.from({ length: x.length / answers.dimension }, (_, i) =>
    score.of(row(logits, i, answers.classes)),
  );
};
