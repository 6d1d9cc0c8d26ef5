import type { Answers, Vec } from '../oracle.ts';
import { preprocessedAnswers } from '../oracles/preprocessed.ts';
import { softmax } from '../softmax.ts';
import { thresholdFor } from '../statistics/roc.ts';
import { row, subtract, sumOfSizes } from '../vec.ts';
import type { Preprocessing } from './preprocessing.ts';

/**
 * How much squeezing changes what a model says of each input: the L1 distance, 0 … 2, between the
 * probabilities before and after, the largest over the squeezers (Xu et al. 2018, section 5). Attacked inputs
 * change more; where 'more' begins is a threshold that few ordinary ones reach.
 */
export const squeezingDistances = async (
  answers: Answers,
  squeezers: readonly Preprocessing[],
  x: Vec,
): Promise<Float64Array<ArrayBuffer>> => {
  const { classes, dimension } = answers;
  const before = softmax(await answers.logits(x), classes);
  const largest = new Float64Array(x.length / dimension);
  for (const squeezer of squeezers) {
    const after = softmax(await preprocessedAnswers(answers, squeezer).logits(x), classes);
    largest.forEach((value, i) => {
      largest[i] = Math.max(value, sumOfSizes(subtract(row(before, i, classes), row(after, i, classes))));
    });
  }
  return largest;
};

/** The distance that at most that share of ordinary inputs exceeds (Xu et al. 2018 take 5 %). */
export const squeezingThreshold = (ordinary: Float64Array, falsePositives: number): number =>
  -thresholdFor(
    ordinary.map((distance) => -distance),
    1 - falsePositives,
  );
