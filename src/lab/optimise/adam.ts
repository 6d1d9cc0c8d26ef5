/** Moves the parameters one step against the gradient, in place. */
export type Optimiser = (parameters: Float64Array, gradient: Float64Array) => void;

/**
 * Adam (Kingma and Ba 2015, algorithm 1) with β₁ = 0.9, β₂ = 0.999 and ε = 10⁻⁸, as Carlini and Wagner use
 * it.
 */
export const adam = (dimension: number, rate: number): Optimiser => {
  const mean = new Float64Array(dimension);
  const square = new Float64Array(dimension);
  let time = 0;
  return (parameters, gradient) => {
    time++;
    const scale = (rate * Math.sqrt(1 - 0.999 ** time)) / (1 - 0.9 ** time);
    for (let j = 0; j < dimension; j++) {
      const g = gradient[j];
      const m = 0.9 * mean[j] + 0.1 * g;
      const v = 0.999 * square[j] + 0.001 * g * g;
      mean[j] = m;
      square[j] = v;
      parameters[j] -= (scale * m) / (Math.sqrt(v) + 1e-8);
    }
  };
};

/** Steps of the rate times the gradient. */
export const gradientDescent =
  (rate: number): Optimiser =>
  (parameters, gradient) => {
    for (let j = 0; j < parameters.length; j++) {
      parameters[j] -= rate * gradient[j];
    }
  };
