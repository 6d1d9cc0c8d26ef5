import { random } from '../../lab/random.ts';

/** How the weights of the sums are drawn. */
export type Kind = 'same' | 'bell' | 'few';

/** Numbers of inputs: half powers of ten from ten to a million. */
export const sizes = [10, 32, 100, 316, 1000, 3162, 10_000, 31_623, 100_000, 316_228, 1_000_000];

/** How often random signs are drawn for each number of inputs. */
export const draws = 24;

/** What a change of ε per input does to a sum of n. */
export interface Shift {
  readonly n: number;
  /** All along the signs of the weights: ε‖w‖₁. */
  readonly aligned: number;
  /** The root mean square over all signs: ε‖w‖₂. */
  readonly typical: number;
  /** |shift| of `draws` random choices of signs, smallest first. */
  readonly random: readonly number[];
}

/** n weights of mean square 1. */
export const weightsOf = (kind: Kind, n: number, seed: number): Float32Array => {
  const stream = random(seed).fork(`weights ${kind}`);
  const out = new Float32Array(n);
  for (let i = 0; i < n; i++) {
    if (kind === 'same') {
      out[i] = stream.uniform() < 0.5 ? -1 : 1;
    } else {
      const value = stream.normal();
      // The cube of a normal number has a mean square of 15: most are near 0, a few large.
      out[i] = kind === 'bell' ? value : value ** 3 / Math.sqrt(15);
    }
  }
  return out;
};

/**
 * The shift of a sum of n inputs that each move by ε; with `shrinking`, each weight is divided by √n as nets
 * begin with.
 */
export const shiftOf = (kind: Kind, n: number, epsilon: number, shrinking: boolean, seed: number): Shift => {
  const w = weightsOf(kind, n, seed);
  const scale = epsilon / (shrinking ? Math.sqrt(n) : 1);
  let sizesSum = 0;
  let squares = 0;
  for (const value of w) {
    sizesSum += Math.abs(value);
    squares += value ** 2;
  }
  const stream = random(seed).fork(`signs ${n}`);
  const shifts = Array.from({ length: draws }, () => {
    let [sum, bits] = [0, 0];
    w.forEach((value, i) => {
      // One number of 32 bits holds the signs of 32 inputs.
      if (i % 32 === 0) bits = stream.integer(2 ** 32) | 0;
      sum += value * (2 * ((bits >> (i % 32)) & 1) - 1);
    });
    return scale * Math.abs(sum);
  });
  return {
    n,
    aligned: scale * sizesSum,
    typical: scale * Math.sqrt(squares),
    random: shifts.toSorted((a, b) => a - b),
  };
};
