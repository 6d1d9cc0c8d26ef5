import type { Answers, Vec } from '../oracle.ts';
import { softmax } from '../softmax.ts';
import { mapped, row } from '../vec.ts';

/** The largest probability of each row. */
export const confidences = async (answers: Answers, x: Vec): Promise<Vec> => {
  const p = softmax(await answers.logits(x), answers.classes);
  return Float32Array.from({ length: x.length / answers.dimension }, (_, i) =>
    Math.max(...row(p, i, answers.classes)),
  );
};

/** The confidence in row i at αᵢ times its input, unclipped. */
export const confidencesAt = (answers: Answers, x: Vec, alphas: ArrayLike<number>): Promise<Vec> =>
  confidences(
    answers,
    mapped(x, (value, i) => value * alphas[Math.floor(i / answers.dimension)]),
  );

/**
 * For each row the smallest α ≥ 1 of a geometric grid up to `limit` at which the confidence reaches the
 * threshold, refined by bisection; Infinity where none does (Hein et al. 2019, table 2).
 */
export const smallestAlphas = async (
  answers: Answers,
  x: Vec,
  threshold: number,
  options: { readonly limit?: number; readonly factor?: number; readonly halvings?: number } = {},
): Promise<Float64Array<ArrayBuffer>> => {
  const { limit = 1e6, factor = 1.1, halvings = 20 } = options;
  const n = x.length / answers.dimension;
  const high = new Float64Array(n).fill(Infinity);
  const low = new Float64Array(n).fill(1);
  for (let alpha = 1; alpha <= limit && high.includes(Infinity); alpha *= factor) {
    const sure = await confidencesAt(answers, x, new Float64Array(n).fill(alpha));
    for (let i = 0; i < n; i++) {
      if (high[i] !== Infinity) continue;
      if (sure[i] >= threshold) high[i] = alpha;
      else low[i] = alpha;
    }
  }
  for (let halving = 0; halving < halvings; halving++) {
    const middle = low.map((value, i) => (high[i] === Infinity ? 1 : (value + high[i]) / 2));
    const sure = await confidencesAt(answers, x, middle);
    for (let i = 0; i < n; i++) {
      if (high[i] === Infinity) continue;
      (sure[i] >= threshold ? high : low)[i] = middle[i];
    }
  }
  return high;
};
