import type { Preprocessing } from '../defences/preprocessing.ts';
import type { Oracle, Vec } from '../oracle.ts';
import { softmax } from '../softmax.ts';
import { add, argmax, mapped, row, subtract, sumOfSizes } from '../vec.ts';
import { differentiable } from './differentiable.ts';
import { preprocessed } from './preprocessed.ts';

/**
 * One row's probabilities before and after the squeezer that changes them most, which one that is, and by how
 * much.
 */
interface Change {
  readonly before: Vec;
  readonly after: Vec;
  readonly squeezer: number;
  readonly distance: number;
}

const changeOf = (before: Vec, afters: readonly Vec[]): Change => {
  const distances = afters.map((after) => sumOfSizes(subtract(before, after)));
  const squeezer = argmax(distances);
  return { before, after: afters[squeezer], squeezer, distance: distances[squeezer] };
};

/** The gradient in the logits of Σ signₖ·pₖ, where p is their softmax. */
const throughSoftmax = (p: Vec, signs: Vec, factor: number): Vec => {
  let mean = 0;
  for (let k = 0; k < p.length; k++) mean += p[k] * signs[k];
  return mapped(p, (value, k) => factor * value * (signs[k] - mean));
};

/**
 * A model that refuses to answer where squeezing changes its probabilities by more than the threshold (see
 * `squeezingDistances`), as an oracle with one more class, 'refused', which comes last: its logit is the
 * largest of the others plus `scale` times the excess, and its gradient goes through every pass. So an attack
 * that reaches another class evades the detector too. Squeezers without a gradient go in as `bpda`. Where
 * probabilities round to 0 or 1 the distance has next to no gradient: against so sure a network, follow the
 * mean of its passes (`ensemble`) and be judged by this.
 */
export const detecting = (
  oracle: Oracle,
  squeezers: readonly Preprocessing[],
  threshold: number,
  scale = 10,
): Oracle => {
  const { dimension, classes } = oracle;
  const squeezed = squeezers.map((squeezer) => preprocessed(oracle, squeezer));

  const answered = async (x: Vec): Promise<{ logits: Vec; changes: readonly Change[] }> => {
    const plain = await oracle.logits(x);
    const before = softmax(plain, classes);
    const afters: Vec[] = [];
    for (const one of squeezed) afters.push(softmax(await one.logits(x), classes));
    const n = x.length / dimension;
    const changes = Array.from({ length: n }, (_, i) =>
      changeOf(
        row(before, i, classes),
        afters.map((after) => row(after, i, classes)),
      ),
    );
    const logits = new Float32Array(n * (classes + 1));
    changes.forEach(({ distance }, i) => {
      const z = row(plain, i, classes);
      logits.set(z, i * (classes + 1));
      logits[i * (classes + 1) + classes] = z[argmax(z)] + scale * (distance - threshold);
    });
    return { logits, changes };
  };

  return differentiable({
    dimension,
    classes: classes + 1,
    logits: async (x) => (await answered(x)).logits,
    pullback: async (x, weigh) => {
      const { logits, changes } = await answered(x);
      const asked = weigh(logits, 0);
      const ownWeights = new Float32Array(changes.length * classes);
      const afterWeights = squeezers.map(() => new Float32Array(changes.length * classes));
      changes.forEach(({ before, after, squeezer }, i) => {
        const weights = row(asked, i, classes + 1);
        const refusal = weights[classes];
        const first = argmax(before);
        const signs = mapped(before, (p, k) => Math.sign(p - after[k]));
        const slope = throughSoftmax(before, signs, refusal * scale);
        ownWeights.set(
          mapped(slope, (value, k) => weights[k] + (k === first ? refusal : 0) + value),
          i * classes,
        );
        afterWeights[squeezer]?.set(throughSoftmax(after, signs, -refusal * scale), i * classes);
      });
      const share = (weights: Vec) => (z: Vec, from: number) =>
        weights.slice(from * classes, from * classes + z.length);
      let { gradient } = await oracle.pullback(x, share(ownWeights));
      for (const [s, one] of squeezed.entries()) {
        gradient = add(gradient, (await one.pullback(x, share(afterWeights[s]))).gradient);
      }
      return { logits, gradient };
    },
  });
};
