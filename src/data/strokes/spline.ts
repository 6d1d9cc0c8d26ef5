const get = (column: ArrayLike<number>, i: number): number => column[i];

/**
 * Parameters of points on a line of such points, spaced by the square root of their distance (centripetal).
 */
export const centripetal = (points: readonly (readonly [number, number])[]): Float64Array => {
  const t = new Float64Array(points.length);
  points.forEach(([x, y], i) => {
    const [px, py] = points[i - 1] ?? [x, y];
    t[i] = i === 0 ? 0 : get(t, i - 1) + Math.sqrt(Math.hypot(x - px, y - py));
  });
  return t;
};

/** Second derivatives at the knots of the natural cubic spline: a tridiagonal system, by elimination. */
const curvatures = (t: ArrayLike<number>, values: ArrayLike<number>): Float64Array => {
  const n = t.length;
  const second = new Float64Array(n);
  const upper = new Float64Array(n);
  for (let i = 1; i < n - 1; i++) {
    const [h0, h1] = [get(t, i) - get(t, i - 1), get(t, i + 1) - get(t, i)];
    const jump = (get(values, i + 1) - get(values, i)) / h1 - (get(values, i) - get(values, i - 1)) / h0;
    const pivot = 2 * (h0 + h1) - h0 * get(upper, i - 1);
    upper[i] = h1 / pivot;
    second[i] = (6 * jump - h0 * get(second, i - 1)) / pivot;
  }
  for (let i = n - 2; i > 0; i--) second[i] = get(second, i) - get(upper, i) * get(second, i + 1);
  return second;
};

/**
 * The natural cubic spline (twice continuously differentiable) through values at t, read at `where`; linear
 * in values.
 */
export const spline = (
  t: ArrayLike<number>,
  values: ArrayLike<number>,
  where: ArrayLike<number>,
): Float64Array => {
  const second = curvatures(t, values);
  const out = new Float64Array(where.length);
  let i = 0;
  for (let j = 0; j < where.length; j++) {
    const s = get(where, j);
    while (i < t.length - 2 && s > get(t, i + 1)) i++;
    const h = get(t, i + 1) - get(t, i);
    const [a, b] = [(get(t, i + 1) - s) / h, (s - get(t, i)) / h];
    const bend = (a * a * a - a) * get(second, i) + (b * b * b - b) * get(second, i + 1);
    out[j] = a * get(values, i) + b * get(values, i + 1) + (bend * h * h) / 6;
  }
  return out;
};
