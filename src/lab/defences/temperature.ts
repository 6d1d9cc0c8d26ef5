import type { Vec } from '../oracle.ts';
import { softmax } from '../softmax.ts';
import { mapped, row } from '../vec.ts';

/**
 * The temperature at which softmax(z / T) gives these labels the greatest likelihood (Guo et al. 2017,
 * section 4.2). The likelihood is concave in 1/T, so bisection finds it; where it grows to the end, as where
 * no label is wrong, the answer is an end of `range`.
 */
export const fitTemperature = (
  logits: Vec,
  labels: Int32Array,
  range: readonly [number, number] = [0.01, 100],
): number => {
  const classes = logits.length / labels.length;
  /**
   * The slope of the mean log-likelihood in 1/T: how much larger a label's logit is than the expected one.
   */
  const slope = (inverse: number): number => {
    const p = softmax(
      mapped(logits, (value) => value * inverse),
      classes,
    );
    let sum = 0;
    labels.forEach((label, i) => {
      const [z, q] = [row(logits, i, classes), row(p, i, classes)];
      for (let k = 0; k < classes; k++) sum += q[k] * (z[label] - z[k]);
    });
    return sum;
  };
  let [low, high] = [Math.log(1 / range[1]), Math.log(1 / range[0])];
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (slope(Math.exp(middle)) >= 0) low = middle;
    else high = middle;
  }
  return Math.exp(-(low + high) / 2);
};
