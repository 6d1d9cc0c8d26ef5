import type { Random } from '../../../random.ts';

/** Replaces the first n numbers by their activation, in [−1, 1]. */
type Activate = (values: Float64Array, n: number) => void;

/**
 * The activation functions of the released code. They are computed by additions, products, quotients and
 * floor alone, which IEEE 754 fixes to the last bit: so a genome gives the same picture in every browser, and
 * faster than by Math.sin and Math.exp. The error is below 0.0003, a thirteenth of a grey level.
 */
const sine: Activate = (values, n) => {
  for (let i = 0; i < n; i++) {
    const turns = values[i] * 0.15915494309189535;
    const t = turns - Math.floor(turns + 0.5);
    const s = t * t;
    // The odd polynomial of degree 9 with the least largest error on a whole turn.
    const y =
      t * (6.283055798 + s * (-41.331214209 + s * (81.366814923 + s * (-74.478002574 + s * 32.781397296))));
    values[i] = y;
  }
};

/** 2/(1 + e^−v) − 1 = tanh(v/2), by Lambert's continued fraction. */
const sigmoid: Activate = (values, n) => {
  for (let i = 0; i < n; i++) {
    const half = values[i] / 2;
    const z = half > 4.97 ? 4.97 : half < -4.97 ? -4.97 : half;
    const s = z * z;
    const over = z * (135135 + s * (17325 + s * (378 + s)));
    values[i] = over / (135135 + s * (62370 + s * (3150 + 28 * s)));
  }
};

/** exp(−v²), as (1 − v²/1024)^1024. */
const gaussian: Activate = (values, n) => {
  for (let i = 0; i < n; i++) {
    const v = values[i];
    const base = 1 - (v * v) / 1024;
    let y = base > 0 ? base : 0;
    y *= y;
    y *= y;
    y *= y;
    y *= y;
    y *= y;
    y *= y;
    y *= y;
    y *= y;
    y *= y;
    y *= y;
    values[i] = y;
  }
};

/** v/3, clipped to [−1, 1]. */
const linear: Activate = (values, n) => {
  for (let i = 0; i < n; i++) {
    const v = values[i] / 3;
    values[i] = v > 1 ? 1 : v < -1 ? -1 : v;
  }
};

/** In the order in which genomes number them. */
export const activations: readonly Activate[] = [sine, sigmoid, gaussian, linear];

/** The number of an activation, each as likely as the others. */
export const randomActivation = (random: Random): number => random.integer(activations.length);
