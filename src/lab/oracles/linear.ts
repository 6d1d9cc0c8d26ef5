import type { Oracle, Vec } from '../oracle.ts';
import { differentiable } from './differentiable.ts';

/** Softmax regression: logits = x·weights + bias. */
export interface Linear {
  /** dimension × classes numbers, the classes of the first input first. */
  readonly weights: Vec;
  /** One number per class. */
  readonly bias: Vec;
}

/** The exact oracle of softmax regression, without a library: sums in 64 bits, answers in 32. */
export const linear = ({ weights, bias }: Linear): Oracle => {
  const classes = bias.length;
  const dimension = weights.length / classes;
  if (!Number.isInteger(dimension) || dimension < 1) {
    throw new RangeError(`${weights.length} weights do not make rows of ${classes} classes.`);
  }

  const logits = (x: Vec): Vec => {
    const out = new Float32Array((x.length / dimension) * classes);
    const sums = new Float64Array(classes);
    for (let i = 0; i * dimension < x.length; i++) {
      sums.set(bias);
      for (let d = 0; d < dimension; d++) {
        const value = x[i * dimension + d];
        for (let k = 0; k < classes; k++) {
          sums[k] += value * weights[d * classes + k];
        }
      }
      out.set(sums, i * classes);
    }
    return out;
  };

  const back = (signal: Vec): Vec => {
    const out = new Float32Array((signal.length / classes) * dimension);
    for (let i = 0; i * classes < signal.length; i++) {
      for (let d = 0; d < dimension; d++) {
        let sum = 0;
        for (let k = 0; k < classes; k++) {
          sum += signal[i * classes + k] * weights[d * classes + k];
        }
        out[i * dimension + d] = sum;
      }
    }
    return out;
  };

  return differentiable({
    dimension,
    classes,
    logits: (x) => Promise.resolve(logits(x)),
    pullback: (x, weigh) => {
      const z = logits(x);
      return Promise.resolve({ logits: z, gradient: back(weigh(z, 0)) });
    },
  });
};
