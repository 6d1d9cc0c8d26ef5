import type { Vec } from '../oracle.ts';
import type { Manifold } from './manifold.ts';
import { clip, length, row, subtract } from '../vec.ts';

/** The state of the search after one step. */
export interface DistanceStep {
  readonly index: number;
  /** Which start it searches from. */
  readonly start: number;
  /** The nearest point found so far, from any start, and its picture. */
  readonly latent: Vec;
  readonly picture: Vec;
  /** Its L2 distance from the given picture: an upper bound of the distance to the manifold. */
  readonly distance: number;
}

/** Solves a positive definite system by Cholesky's decomposition; undefined where rounding spoils it. */
const solved = (matrix: Float64Array, right: Float64Array): Float64Array | undefined => {
  const k = right.length;
  const l = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * k + j];
      for (let m = 0; m < j; m++) sum -= l[i * k + m] * l[j * k + m];
      if (i === j && !(sum > 0)) return undefined;
      l[i * k + j] = i === j ? Math.sqrt(sum) : sum / l[j * k + j];
    }
  }
  const y = right.slice();
  for (let i = 0; i < k; i++) {
    for (let m = 0; m < i; m++) y[i] -= l[i * k + m] * y[m];
    y[i] /= l[i * k + i];
  }
  for (let i = k - 1; i >= 0; i--) {
    for (let m = i + 1; m < k; m++) y[i] -= l[m * k + i] * y[m];
    y[i] /= l[i * k + i];
  }
  return y;
};

/** The damped step of Marquardt 1963 in the latents that can move, in units of their ranges. */
const proposal = (
  { low, high }: Manifold,
  latent: Vec,
  jacobian: Vec,
  residual: Vec,
  damping: number,
): Vec => {
  const k = latent.length;
  const ranges = Float64Array.from(high, (value, j) => value - low[j]);
  const downhill = new Float64Array(k);
  const normal = new Float64Array(k * k);
  for (let i = 0; i < residual.length; i++) {
    const slopes = row(jacobian, i, k);
    for (let a = 0; a < k; a++) {
      const slope = slopes[a] * ranges[a];
      downhill[a] += slope * residual[i];
      for (let b = 0; b <= a; b++) {
        normal[a * k + b] += slope * slopes[b] * ranges[b];
      }
    }
  }
  const free = Array.from(latent.keys()).filter((j) => {
    const way = downhill[j];
    const at = latent[j];
    return ranges[j] > 0 && !((way > 0 && at >= high[j]) || (way < 0 && at <= low[j]));
  });
  const largest = free.reduce((top, j) => Math.max(top, normal[j * k + j]), 0);
  const system = new Float64Array(free.length ** 2);
  free.forEach((a, i) => {
    free.forEach((b, j) => (system[i * free.length + j] = normal[Math.max(a, b) * k + Math.min(a, b)]));
    const own = i * free.length + i;
    system[own] += damping * (largest + 1e-300);
  });
  const step = solved(
    system,
    Float64Array.from(free, (j) => downhill[j]),
  );
  const next = latent.slice();
  free.forEach((j, i) => {
    const wanted = latent[j] + (step?.[i] ?? 0) * ranges[j];
    next[j] = clip(Float32Array.of(wanted), [low[j], high[j]])[0];
  });
  return next;
};

/**
 * The nearest point of a manifold to a picture, by Levenberg–Marquardt from each of the starts, the latents
 * kept in their bounds; yields after every step. What it finds is the nearest of several local minima: an
 * upper bound.
 */
export async function* manifoldDistance(
  manifold: Manifold,
  picture: Vec,
  starts: readonly Vec[],
  steps = 30,
): AsyncGenerator<DistanceStep, void> {
  let best: Omit<DistanceStep, 'index' | 'start'> | undefined;
  let index = 0;
  for (const [start, from] of starts.entries()) {
    let latent = from.map((value, j) => Math.min(manifold.high[j], Math.max(manifold.low[j], value)));
    let drawn = manifold.draw(latent);
    let distance = length(subtract(picture, drawn));
    let damping = 1e-3;
    for (let step = 0; ; step++) {
      if (best === undefined || distance < best.distance) best = { latent, picture: drawn, distance };
      yield { index: index++, start, ...best };
      if (step >= steps || distance === 0 || damping > 1e6) break;
      const jacobian = manifold.jacobian(latent);
      const residual = subtract(picture, drawn);
      for (; damping <= 1e6; damping *= 4) {
        const next = proposal(manifold, latent, jacobian, residual, damping);
        const nextDrawn = manifold.draw(next);
        const nextDistance = length(subtract(picture, nextDrawn));
        if (nextDistance < distance) {
          [latent, drawn, distance] = [next, nextDrawn, nextDistance];
          damping = Math.max(1e-9, damping / 10);
          break;
        }
      }
    }
  }
}
