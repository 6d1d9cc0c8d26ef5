import type { Score } from '../defences/score.ts';
import type { Oracle, Vec } from '../oracle.ts';
import { argmax, mapped, row } from '../vec.ts';
import { differentiable } from './differentiable.ts';

/** Each row with one more number at its end. */
const widened = (z: Vec, classes: number, last: (row: Vec) => number): Vec => {
  const out = new Float32Array((z.length / classes) * (classes + 1));
  for (let i = 0; i * classes < z.length; i++) {
    const one = row(z, i, classes);
    out.set(one, i * (classes + 1));
    out[i * (classes + 1) + classes] = last(one);
  }
  return out;
};

/**
 * A model that refuses to answer where the score is below the threshold, as an oracle with one more class,
 * 'refused', which comes last. Its logit is the largest of the others plus what the score lacks, so it is the
 * largest exactly where the model refuses; and an attack that reaches another class has passed the threshold
 * as well.
 */
export const refusing = (oracle: Oracle, score: Score, threshold: number): Oracle => {
  const { classes } = oracle;
  const answered = (z: Vec): Vec =>
    widened(z, classes, (one) => one[argmax(one)] + threshold - score.of(one));
  return differentiable({
    dimension: oracle.dimension,
    classes: classes + 1,
    logits: async (x) => answered(await oracle.logits(x)),
    pullback: async (x, weigh) => {
      const { logits, gradient } = await oracle.pullback(x, (z, from) => {
        const asked = weigh(answered(z), from);
        const weights = new Float32Array(z.length);
        for (let i = 0; i * classes < z.length; i++) {
          const one = row(z, i, classes);
          const own = row(asked, i, classes + 1);
          const refusal = own[classes];
          const slope = score.weights(one);
          const first = argmax(one);
          weights.set(
            mapped(slope, (value, k) => own[k] + refusal * ((k === first ? 1 : 0) - value)),
            i * classes,
          );
        }
        return weights;
      });
      return { logits: answered(logits), gradient };
    },
  });
};
