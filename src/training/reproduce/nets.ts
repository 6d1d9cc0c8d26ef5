import { classes, digit, flatten, hidden, sequential } from '../recipes/layers.ts';
import type { Recipe } from '../recipes/recipe.ts';

/** What the nets that experiments train for themselves have in common: digits as they are. */
const common = {
  plan: { kind: 'digits' },
  seed: 1,
  batch: 64,
  rate: 1e-3,
  decay: 0,
  averaging: 0.99,
} as const;

/** Softmax regression without any hidden layer. */
export const regression = (classCount: number, epochs: number): Recipe => ({
  ...common,
  id: `regression-${classCount}`,
  title: 'Softmax regression',
  epochs,
  topology: sequential('regression', [flatten(digit), classes('digits', classCount)]),
});

/** Fully connected layers of these widths and this activation, ten digits at the end. */
const stack = (widths: readonly number[], activation: 'relu' | 'sigmoid'): Recipe['topology'] =>
  sequential('layered', [
    flatten(digit),
    ...widths.map((units, i) => hidden(`hidden${i + 1}`, units, { activation })),
    classes('digits', 10),
  ]);

/** Fully connected rectified layers of these widths, ten digits at the end. */
export const layered = (
  widths: readonly number[],
  seed: number,
  epochs: number,
  rest: Partial<Recipe> = {},
): Recipe => ({
  ...common,
  id: `layered-${widths.join('-')}-${seed}`,
  title: `Layers of ${widths.join(', ')}, seed ${seed}`,
  seed,
  epochs,
  topology: stack(widths, 'relu'),
  ...rest,
});

/**
 * Fully connected layers of sigmoids with a penalty on each layer's kernel, as Szegedy et al. 2014 had them;
 * none of these widths is softmax regression. Their weights need a higher rate, and the end of training a
 * net that has no digit wrong that it can have right.
 */
export const sigmoidLayered = (
  widths: readonly number[],
  seed: number,
  penalty: readonly number[],
): Recipe => {
  const sizes = [...widths, 10].join('-');
  return layered(widths, seed, 40, {
    id: `sigmoid-${sizes}-penalty-${penalty.join('-')}-${seed}`,
    title: `FC${sizes} under ${penalty.join(', ')}, seed ${seed}`,
    batch: 256,
    rate: 1e-2,
    penalty,
    topology: stack(widths, 'sigmoid'),
  });
};
