/**
 * A column of numbers, each with its derivatives in the k latents (forward mode). Plane 0 of `data` holds the
 * `length` values, plane j the derivatives in latent j − 1. With k = 0 the same code computes values alone,
 * which is how one map draws the picture and gives its Jacobian.
 */
export interface Signal {
  readonly length: number;
  readonly tangents: number;
  readonly data: Float64Array;
}

const at = (column: ArrayLike<number>, i: number): number => column[i];

const empty = (length: number, tangents: number): Signal => ({
  length,
  tangents,
  data: new Float64Array(length * (tangents + 1)),
});

/** Values that depend on no latent. */
export const constant = (values: ArrayLike<number>, tangents: number): Signal => {
  const out = empty(values.length, tangents);
  out.data.set(values);
  return out;
};

/** Latent `index` itself: one value, derivative 1 in itself. */
export const variable = (value: number, index: number, tangents: number): Signal => {
  const out = empty(1, tangents);
  out.data[0] = value;
  if (tangents > 0) out.data[index + 1] = 1;
  return out;
};

/** p·a + q·b for numbers p and q; a column of one element is repeated. */
export const mix = (p: number, a: Signal, q: number, b: Signal): Signal => {
  const out = empty(Math.max(a.length, b.length), a.tangents);
  const [stepA, stepB] = [a.length > 1 ? 1 : 0, b.length > 1 ? 1 : 0];
  for (let plane = 0; plane <= a.tangents; plane++) {
    const [o, oa, ob] = [plane * out.length, plane * a.length, plane * b.length];
    for (let i = 0; i < out.length; i++) {
      out.data[o + i] = p * at(a.data, oa + i * stepA) + q * at(b.data, ob + i * stepB);
    }
  }
  return out;
};

/** a + b, with derivatives. */
export const plus = (a: Signal, b: Signal): Signal => mix(1, a, 1, b);

/** a − b, with derivatives. */
export const minus = (a: Signal, b: Signal): Signal => mix(1, a, -1, b);

/** scale·a + offset for numbers. */
export const affine = (a: Signal, scale: number, offset: number): Signal => {
  const out = empty(a.length, a.tangents);
  for (let i = 0; i < a.data.length; i++) out.data[i] = scale * at(a.data, i) + (i < a.length ? offset : 0);
  return out;
};

/** a·b, element by element; a column of one element is repeated. */
export const times = (a: Signal, b: Signal): Signal => {
  const out = empty(Math.max(a.length, b.length), a.tangents);
  const [stepA, stepB] = [a.length > 1 ? 1 : 0, b.length > 1 ? 1 : 0];
  for (let i = 0; i < out.length; i++) out.data[i] = at(a.data, i * stepA) * at(b.data, i * stepB);
  for (let plane = 1; plane <= a.tangents; plane++) {
    const [o, oa, ob] = [plane * out.length, plane * a.length, plane * b.length];
    for (let i = 0; i < out.length; i++) {
      const ia = i * stepA;
      const ib = i * stepB;
      out.data[o + i] = at(a.data, ia) * at(b.data, ob + ib) + at(b.data, ib) * at(a.data, oa + ia);
    }
  }
  return out;
};

/** f of every element, given f and its derivative. */
export const map = (
  a: Signal,
  f: (value: number) => number,
  derivative: (value: number) => number,
): Signal => {
  const out = empty(a.length, a.tangents);
  for (let i = 0; i < a.length; i++) out.data[i] = f(at(a.data, i));
  if (a.tangents === 0) return out;
  const slopes = Float64Array.from(a.data.subarray(0, a.length), derivative);
  for (let plane = 1; plane <= a.tangents; plane++) {
    const o = plane * a.length;
    for (let i = 0; i < a.length; i++) out.data[o + i] = at(slopes, i) * at(a.data, o + i);
  }
  return out;
};

/** 1 / a, with derivatives; a must not be 0 anywhere. */
export const reciprocal = (a: Signal): Signal =>
  map(
    a,
    (v) => 1 / v,
    (v) => -1 / (v * v),
  );

/** √(a² + b² + epsilon²): the length of a vector, smooth at zero. */
export const hypotenuse = (a: Signal, b: Signal, epsilon: number): Signal =>
  map(affine(plus(times(a, a), times(b, b)), 1, epsilon * epsilon), Math.sqrt, (v) => 0.5 / Math.sqrt(v));

/** The sum of all elements: one value. */
export const sum = (a: Signal): Signal => {
  const out = empty(1, a.tangents);
  for (let plane = 0; plane <= a.tangents; plane++) {
    let total = 0;
    for (let i = 0; i < a.length; i++) total += at(a.data, plane * a.length + i);
    out.data[plane] = total;
  }
  return out;
};

/** The elements at the given indices. */
export const pick = (a: Signal, indices: ArrayLike<number>): Signal => {
  const out = empty(indices.length, a.tangents);
  for (let plane = 0; plane <= a.tangents; plane++) {
    for (let i = 0; i < indices.length; i++) {
      out.data[plane * indices.length + i] = at(a.data, plane * a.length + at(indices, i));
    }
  }
  return out;
};

/**
 * The largest element, smooth: the mean of all, each weighted with e^(value / softness). Never above the
 * maximum.
 */
export const softMaximum = (a: Signal, softness: number): Signal => {
  const top = a.data.subarray(0, a.length).reduce((high, value) => Math.max(high, value), -Infinity);
  const weight = (v: number): number => Math.exp((v - top) / softness);
  const weights = map(a, weight, (v) => weight(v) / softness);
  return times(sum(times(a, weights)), reciprocal(sum(weights)));
};
