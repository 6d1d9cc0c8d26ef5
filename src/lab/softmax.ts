import type { Vec } from './oracle.ts';
import { argmax, row } from './vec.ts';

/** 1 / (1 + e^−z), without overflow for any z. */
export const sigmoid = (z: number): number => {
  const e = Math.exp(-Math.abs(z));
  return z >= 0 ? 1 / (1 + e) : e / (1 + e);
};

/** The log-odds of a probability: what `sigmoid` makes it of. */
export const logit = (p: number): number => Math.log(p / (1 - p));

/** log Σ exp of the numbers that are not at `except`, without overflow; −∞ of none. */
export const logSumExp = (z: ArrayLike<number>, except = -1): number => {
  let largest = -Infinity;
  for (let j = 0; j < z.length; j++) if (j !== except) largest = Math.max(largest, z[j]);
  if (largest === -Infinity) return largest;
  let sum = 0;
  for (let j = 0; j < z.length; j++) if (j !== except) sum += Math.exp(z[j] - largest);
  return largest + Math.log(sum);
};

/** One row's log-probabilities, in 64 bits. */
export const logSoftmax = (z: Vec): Float64Array<ArrayBuffer> => {
  const total = logSumExp(z);
  return Float64Array.from(z, (value) => value - total);
};

/** Row by row, the probabilities exp(zⱼ) / Σ exp(zₖ). */
export const softmax = (logits: Vec, classes: number): Vec => {
  const probabilities = new Float32Array(logits.length);
  for (let i = 0; i < logits.length / classes; i++) {
    const z = row(logits, i, classes);
    const total = logSumExp(z);
    for (let j = 0; j < classes; j++) probabilities[i * classes + j] = Math.exp(z[j] - total);
  }
  return probabilities;
};

/**
 * Log-odds log(p / (1 − p)) of each row's label, in nats, exact also where p rounds to 1: zᵧ − log Σ_{j≠y}
 * exp(zⱼ).
 */
export const logOdds = (logits: Vec, labels: Int32Array, classes: number): Vec =>
  Float32Array.from(labels, (label, i) => {
    const z = row(logits, i, classes);
    return z[label] - logSumExp(z, label);
  });

/**
 * Cross-entropy −log p of each row's label, in nats; never negative and precise near 0, where log p rounds to
 * 0.
 */
export const crossEntropy = (logits: Vec, labels: Int32Array, classes: number): Vec =>
  Float32Array.from(labels, (label, i) => {
    const z = row(logits, i, classes);
    const best = argmax(z);
    const largest = z[best];
    return largest - z[label] + Math.log1p(Math.exp(logSumExp(z, best) - largest));
  });

/**
 * The gradient of that cross-entropy in the logits: pⱼ, less one at the label. There it is summed as
 * −Σ_{j≠y} pⱼ, so that it does not vanish where p rounds to 1.
 */
export const crossEntropyGradient = (logits: Vec, labels: Int32Array, classes: number): Vec => {
  const gradient = softmax(logits, classes);
  labels.forEach((label, i) => {
    const p = row(gradient, i, classes);
    let others = 0;
    for (let j = 0; j < classes; j++) if (j !== label) others += p[j];
    p[label] = -others;
  });
  return gradient;
};
