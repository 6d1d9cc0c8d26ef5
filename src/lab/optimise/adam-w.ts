import type { Vec } from '../oracle.ts';

/** What Adam remembers of one list of weights: the running means of the gradients and of their squares. */
export interface Moments {
  readonly first: readonly Vec[];
  readonly second: readonly Vec[];
}

/** The moments before the first step. */
export const noMoments = (weights: readonly Vec[]): Moments => ({
  first: weights.map((w) => new Float32Array(w.length)),
  second: weights.map((w) => new Float32Array(w.length)),
});

const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-8];

/**
 * One step of Adam (Kingma & Ba 2015, algorithm 1), the `step`-th from 1, at that rate, with decoupled
 * weight decay (Loshchilov & Hutter 2019, algorithm 2); writes into weights and moments.
 */
export const adamW = (
  weights: readonly Vec[],
  gradients: readonly Vec[],
  { first, second }: Moments,
  step: number,
  rate: number,
  decay: number,
): void => {
  const scale = (rate * Math.sqrt(1 - beta2 ** step)) / (1 - beta1 ** step);
  const floor = epsilon * Math.sqrt(1 - beta2 ** step);
  weights.forEach((w, k) => {
    const [g, m, v] = [gradients[k], first[k], second[k]];
    if (!g || !m || !v) throw new Error('Weights, gradients and moments must be as many.');
    for (let i = 0; i < w.length; i++) {
      const gi = g[i];
      const mi = beta1 * m[i] + (1 - beta1) * gi;
      const vi = beta2 * v[i] + (1 - beta2) * gi * gi;
      m[i] = mi;
      v[i] = vi;
      w[i] = (1 - rate * decay) * w[i] - (scale * mi) / (Math.sqrt(vi) + floor);
    }
  });
};

/** A list that follows another, in place: so much of itself is kept, the rest comes from the other. */
export const follow = (mean: Vec, values: Vec, keep: number): void => {
  for (let i = 0; i < mean.length; i++) mean[i] = keep * mean[i] + (1 - keep) * values[i];
};
