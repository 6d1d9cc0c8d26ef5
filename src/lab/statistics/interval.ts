/** A rate with the interval that holds it. */
export interface Interval {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

const check = (successes: number, trials: number): void => {
  if (!(
    Number.isInteger(trials) &&
    trials > 0 &&
    Number.isInteger(successes) &&
    successes >= 0 &&
    successes <= trials
  )) {
    throw new RangeError(`${successes} of ${trials} is not a rate.`);
  }
};

/** The 95% interval of a rate by its score test (Wilson 1927). */
export const wilson = (successes: number, trials: number): Interval => {
  check(successes, trials);
  const z = 1.959963984540054;
  const rate = successes / trials;
  const spread = (z * z) / trials;
  const centre = (rate + spread / 2) / (1 + spread);
  const half = Math.sqrt(rate * (1 - rate) * spread + (spread * spread) / 4) / (1 + spread);
  return {
    rate,
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === trials ? 1 : Math.min(1, centre + half),
  };
};

/** The mean of numbers, with the 95% interval that their spread gives it if they are many. */
export const meanInterval = (
  values: readonly number[],
): { readonly mean: number; readonly low: number; readonly high: number } => {
  const n = values.length;
  const mean = values.reduce((a, b) => a + b, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, n - 1);
  const half = 1.959963984540054 * Math.sqrt(variance / n);
  return { mean, low: mean - half, high: mean + half };
};

/** log n! by Stirling's series, its error below 10⁻¹⁵ from 16 on. */
const logFactorial = (n: number): number => {
  if (n < 16) {
    let product = 1;
    for (let i = 2; i <= n; i++) product *= i;
    return Math.log(product);
  }
  const x = n + 1;
  const series = (1 / 12 - (1 / 360 - 1 / (1260 * x * x)) / (x * x)) / x;
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series;
};

/** The probability of at least k successes in n trials, each with probability p in (0, 1). */
export const binomialTail = (k: number, n: number, p: number): number => {
  // Summed from the end that is the smaller tail, outwards, until the terms no longer count.
  const down = k > p * (n + 1);
  let j = down ? k : k - 1;
  if (j < 0) return 1;
  let term = Math.exp(
    logFactorial(n) - logFactorial(j) - logFactorial(n - j) + j * Math.log(p) + (n - j) * Math.log1p(-p),
  );
  let sum = 0;
  while (term > sum * 1e-17) {
    sum += term;
    term *= down ? ((n - j) / (j + 1)) * (p / (1 - p)) : (j / (n - j + 1)) * ((1 - p) / p);
    j += down ? 1 : -1;
  }
  return down ? sum : 1 - sum;
};

/** The p at which an increasing function of p crosses zero, by bisection. */
const crossing = (f: (p: number) => number): number => {
  let low = 0;
  let high = 1;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (f(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

/**
 * The exact two-sided interval of a rate (Clopper and Pearson 1934): it holds the truth with at least that
 * confidence whatever the truth is.
 */
export const clopperPearson = (successes: number, trials: number, confidence = 0.95): Interval => {
  check(successes, trials);
  const tail = (1 - confidence) / 2;
  return {
    rate: successes / trials,
    low: successes === 0 ? 0 : crossing((p) => binomialTail(successes, trials, p) - tail),
    high: successes === trials ? 1 : crossing((p) => binomialTail(successes + 1, trials, p) - (1 - tail)),
  };
};
