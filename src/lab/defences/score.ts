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

/** The logarithm of the largest probability, at a temperature: it ranks inputs as that probability does. */
export const maxSoftmax = (temperature = 1): Score => ({
  id: 'max-softmax',
  title: 'Largest probability',
  source: 'hendrycks2017baseline',
  of: (z) => {
    const cool = cooled(z, temperature);
    return (cool[argmax(cool)] as number) - logSumExp(cool);
  },
  weights: (z) => {
    const p = softmax(cooled(z, temperature), z.length);
    const first = argmax(z);
    return mapped(p, (value, k) => ((k === first ? 1 : 0) - value) / temperature);
  },
});

/** The negative of the energy, T·log Σ exp(zₖ/T) (Liu et al. 2020, equation 4). */
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
