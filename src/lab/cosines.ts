/**
 * The n orthonormal cosines of length n (the second discrete cosine transform): row k is the k-th frequency.
 */
export const cosines = (n: number): Float64Array =>
  Float64Array.from({ length: n * n }, (_, at) => {
    const [k, i] = [Math.floor(at / n), at % n];
    return Math.sqrt((k === 0 ? 1 : 2) / n) * Math.cos((Math.PI * (i + 0.5) * k) / n);
  });
