import fc from 'fast-check';
import type { Oracle, Vec } from '../../src/lab/oracle.ts';
import { differentiable } from '../../src/lab/oracles/differentiable.ts';
import { linear } from '../../src/lab/oracles/linear.ts';
import type { Random } from '../../src/lab/random.ts';

// A test that fails must fail again: the same examples every time.
fc.configureGlobal({ seed: 20, numRuns: 200 });

export const vec = (...numbers: readonly number[]): Vec => Float32Array.from(numbers);

export const normals = (count: number, random: Random, scale = 1): Vec =>
  new Float32Array(count).map(() => scale * random.normal());

export const uniforms = (count: number, random: Random, low = 0, high = 1): Vec =>
  new Float32Array(count).map(() => low + (high - low) * random.uniform());

export const inner = (a: Vec, b: Vec): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);

export const distance = (a: Vec, b: Vec): number =>
  Math.sqrt(a.reduce((sum, value, i) => sum + (value - (b[i] as number)) ** 2, 0));

/** Rows of ordinary numbers, with zeros and equals among them. */
export const rows = (minLength = 1, maxLength = 12): fc.Arbitrary<Vec> =>
  fc
    .array(fc.oneof(fc.constantFrom(0, 1, -1, 0.5), fc.float({ min: -4, max: 4, noNaN: true })), {
      minLength,
      maxLength,
    })
    .map((numbers) => Float32Array.from(numbers, (number) => number + 0));

/** The slope of the summed cross-entropies in each number of x, by differences. */
export const finiteDifferences = async (
  oracle: Oracle,
  x: Vec,
  labels: Int32Array,
  h = 1 / 128,
): Promise<number[]> => {
  const at = async (j: number, by: number): Promise<Vec> =>
    (
      await oracle.loss(
        Float32Array.from(x, (value, i) => (i === j ? value + by : value)),
        labels,
      )
    ).loss;
  const slopes: number[] = [];
  for (let j = 0; j < x.length; j++) {
    const [up, down] = [await at(j, h), await at(j, -h)];
    slopes.push(up.reduce((sum, value, i) => sum + value - (down[i] ?? NaN), 0) / (2 * h));
  }
  return slopes;
};

export const randomLinear = (dimension: number, classes: number, random: Random): Oracle =>
  linear({ weights: normals(dimension * classes, random), bias: normals(classes, random) });

/** A small smooth network, logits = second·tanh(first·x), with its gradient written out by hand. */
export const twoLayers = (dimension: number, hidden: number, classes: number, random: Random): Oracle => {
  const first = normals(hidden * dimension, random, 1 / Math.sqrt(dimension));
  const second = normals(classes * hidden, random, 2 / Math.sqrt(hidden));
  const times = (matrix: Vec, x: Vec): Vec =>
    new Float32Array(matrix.length / x.length).map((_, i) =>
      inner(matrix.subarray(i * x.length, (i + 1) * x.length), x),
    );
  const transposed = (matrix: Vec, y: Vec): Vec => {
    const width = matrix.length / y.length;
    return new Float32Array(width).map((_, j) =>
      y.reduce((sum, v, i) => sum + v * (matrix[i * width + j] as number), 0),
    );
  };
  const one = (x: Vec): { active: Vec; logits: Vec } => {
    const active = times(first, x).map(Math.tanh);
    return { active, logits: times(second, active) };
  };
  const each = (x: Vec, f: (row: Vec, i: number) => Vec): Vec =>
    Float32Array.from(
      Array.from({ length: x.length / dimension }, (_, i) => [
        ...f(x.subarray(i * dimension, (i + 1) * dimension), i),
      ]).flat(),
    );
  return differentiable({
    dimension,
    classes,
    logits: (x) => Promise.resolve(each(x, (row) => one(row).logits)),
    pullback: (x, weigh) => {
      const logits = each(x, (row) => one(row).logits);
      const signal = weigh(logits, 0);
      const gradient = each(x, (row, i) => {
        const back = transposed(second, signal.subarray(i * classes, (i + 1) * classes));
        const { active } = one(row);
        return transposed(
          first,
          back.map((value, j) => value * (1 - (active[j] as number) ** 2)),
        );
      });
      return Promise.resolve({ gradient, logits });
    },
  });
};
