import type { Random } from '../random.ts';

/** Values at the midpoints of this many equal slices of probability stand for a distribution. */
const slices = 2 ** 14;

/**
 * A sampler of the distribution with that quantile function. Looking the value up costs a tenth of a power,
 * and evolution draws hundreds per child; rounding to 32 bits lets machines whose Math.pow differs in the
 * last bit agree.
 */
const sampler = (quantile: (probability: number) => number): ((random: Random) => number) => {
  const table = Float32Array.from({ length: slices }, (_, i) => quantile((i + 0.5) / slices));
  return (random) => table[random.integer(slices)];
};

/**
 * Draws the shift of polynomial mutation, in units of the gene's range: density (η + 1)/2 · (1 − |δ|)^η on
 * (−1, 1), mean 0, variance 2/((η + 2)(η + 3)). The caller clips the gene to its range. Source: Deb and Goyal
 * 1996, 'A combined genetic adaptive search (GeneAS) for engineering design', Computer Science and
 * Informatics 26(4).
 */
export const polynomialShift = (eta: number): ((random: Random) => number) =>
  sampler((u) => (u < 0.5 ? (2 * u) ** (1 / (eta + 1)) - 1 : 1 - (2 * (1 - u)) ** (1 / (eta + 1))));

/**
 * Draws the spread factor β of simulated binary crossover, with a random sign: the children stand |β| times
 * as far apart as the parents, around the same middle, and have changed sides where β < 0. Of |β| the density
 * is (η + 1)/2 · β^η below 1 and (η + 1)/2 · β^−(η + 2) above. Source: Deb and Agrawal 1995, 'Simulated
 * binary crossover for continuous search space', Complex Systems 9(2).
 */
export const spreadFactor = (eta: number): ((random: Random) => number) =>
  sampler((p) => {
    const u = p < 0.5 ? 2 * p : 2 * p - 1;
    return Math.sign(p - 0.5) * (u < 0.5 ? 2 * u : 1 / (2 * (1 - u))) ** (1 / (eta + 1));
  });

/**
 * A function that visits each of 0 … count − 1 with the probability `rate` (in 0…1), each by itself. It draws
 * one number per visit, not per place: the gap to the next visit is geometric.
 */
export const visitor = (
  rate: number,
): ((count: number, random: Random, visit: (i: number) => void) => void) => {
  const gap = sampler((u) => Math.floor(Math.log1p(-u) / Math.log1p(-rate)));
  return (count, random, visit) => {
    if (rate > 0) for (let i = gap(random); i < count; i += 1 + gap(random)) visit(i);
  };
};
