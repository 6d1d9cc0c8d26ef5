import type { Ball } from '../ball.ts';
import type { Vec } from '../oracle.ts';
import type { Random } from '../random.ts';
import { mapped, sumOfSizes } from '../vec.ts';

/**
 * The vector with only its ⌊count⌋ largest numbers (without sign) kept, of equals the first; the others are
 * 0.
 */
const keepLargest = (v: Vec, count: number): Vec => {
  const kept = Math.floor(count);
  if (kept >= v.length) return v.slice();
  const sizes = mapped(v, Math.abs);
  const bar = sizes.slice().sort()[v.length - kept] ?? Infinity;
  let equals = kept;
  for (let i = 0; i < sizes.length; i++) if (sizes[i] > bar) equals--;
  return mapped(v, (value, i) => {
    const size = sizes[i];
    return size > bar || (size === bar && equals-- > 0) ? value : 0;
  });
};

/** As many random places as ⌊count⌋, each filled by `fill`; the other places are 0. */
const scatter = (dimension: number, count: number, random: Random, fill: () => number): Vec => {
  const order = Uint32Array.from({ length: dimension }, (_, i) => i);
  const out = new Float32Array(dimension);
  for (let i = 0; i < Math.min(dimension, Math.floor(count)); i++) {
    const j = i + random.integer(dimension - i);
    const place = order[j];
    order[j] = order[i];
    out[place] = fill();
  }
  return out;
};

/** At most ⌊radius⌋ numbers change, by whatever the box allows. */
export const l0: Ball = {
  id: 'l0',
  title: 'L0',
  grain: 1,
  size: (perturbation) => {
    let count = 0;
    for (let i = 0; i < perturbation.length; i++) if (perturbation[i] !== 0) count++;
    return count;
  },
  project: keepLargest,
  steepest: (gradient, radius) => mapped(keepLargest(gradient, radius), Math.sign),
  gain: (gradient, radius) => sumOfSizes(keepLargest(gradient, radius)),
  sample: (dimension, radius, random) => scatter(dimension, radius, random, () => 2 * random.uniform() - 1),
  sampleOfSize: (dimension, size, random) =>
    scatter(dimension, size, random, () => (random.uniform() < 0.5 ? -1 : 1)),
};
