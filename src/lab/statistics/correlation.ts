/** Pearson's correlation of two lists of n numbers, in [−1, 1]; 0 where one of them does not vary. */
export const correlation = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  const n = a.length;
  const sums = { a: 0, b: 0, ab: 0, aa: 0, bb: 0 };
  for (let i = 0; i < n; i++) {
    const [x, y] = [a[i], b[i]];
    sums.a += x;
    sums.b += y;
    sums.ab += x * y;
    sums.aa += x * x;
    sums.bb += y * y;
  }
  const [varianceA, varianceB] = [sums.aa - sums.a ** 2 / n, sums.bb - sums.b ** 2 / n];
  const product = varianceA * varianceB;
  return product <= 0 ? 0 : (sums.ab - (sums.a * sums.b) / n) / Math.sqrt(product);
};
