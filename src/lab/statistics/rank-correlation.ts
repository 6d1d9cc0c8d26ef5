/** The ranks of numbers from the least up, from 0; those that are equal share the mean of theirs. */
const ranks = (values: ArrayLike<number>): Float64Array => {
  const order = Uint32Array.from({ length: values.length }, (_, i) => i).sort(
    (a, b) => values[a] - values[b],
  );
  const out = new Float64Array(values.length);
  for (let start = 0; start < order.length;) {
    let end = start;
    while (end + 1 < order.length && values[order[end + 1]] === values[order[start]]) end++;
    for (let i = start; i <= end; i++) out[order[i]] = (start + end) / 2;
    start = end + 1;
  }
  return out;
};

/** Spearman's rank correlation of two lists of one length, −1 … 1; 0 where all numbers of one are equal. */
export const rankCorrelation = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  const [x, y] = [ranks(a), ranks(b)];
  const mean = (x.length - 1) / 2;
  let [both, first, second] = [0, 0, 0];
  x.forEach((value, i) => {
    const [u, v] = [value - mean, y[i] - mean];
    both += u * v;
    first += u * u;
    second += v * v;
  });
  return first * second === 0 ? 0 : both / Math.sqrt(first * second);
};
