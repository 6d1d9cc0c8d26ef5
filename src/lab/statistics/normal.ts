/** The standard normal density. */
export const normalDensity = (x: number): number => Math.exp(-(x * x) / 2) / Math.sqrt(2 * Math.PI);

/** Of a standard normal, the probability of more than x, for x ≥ 0. */
const above = (x: number): number => {
  if (x < 2) {
    // ½ − φ(x)·Σ x^(2k+1) / (1·3·…·(2k+1)): all terms have one sign.
    let term = x;
    let sum = x;
    for (let k = 3; term > sum * 1e-17; k += 2) {
      term *= (x * x) / k;
      sum += term;
    }
    return 0.5 - normalDensity(x) * sum;
  }
  // φ(x) / (x + 1/(x + 2/(x + 3/…))) (Laplace), from far enough inside that 64 bits do not see the rest.
  let fraction = x;
  for (let k = Math.ceil(20 + 600 / (x * x)); k >= 1; k--) fraction = x + k / fraction;
  return normalDensity(x) / fraction;
};

/**
 * Φ, the probability that a standard normal is at most x, precise relative to itself also far out on the
 * left.
 */
export const normalProbability = (x: number): number => (x <= 0 ? above(-x) : 1 - above(x));

/**
 * Φ⁻¹, the x below which a standard normal is with probability p; ±∞ at 0 and 1. To the precision of 64 bits.
 */
export const normalQuantile = (p: number): number => {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`${p} is not a probability.`);
  if (p === 0.5) return 0;
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity;
  const tail = Math.min(p, 1 - p);
  // The way in to three decimals is Hastings' (Abramowitz and Stegun 1964, 26.2.23); the rest is Halley's
  // method.
  const t = Math.sqrt(-2 * Math.log(tail));
  let x =
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (let i = 0; i < 3; i++) {
    const step = (above(x) - tail) / normalDensity(x);
    x += step / (1 - (x * step) / 2);
  }
  return p < 0.5 ? -x : x;
};
