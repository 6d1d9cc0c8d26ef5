import { mapped } from '../vec.ts';
import type { RandomPreprocessing } from './preprocessing.ts';

/** Normal noise of that standard deviation on every number. */
export const gaussianNoise =
  (sigma: number): RandomPreprocessing =>
  (random) => ({
    id: `noise-${sigma}`,
    title: `Gaussian noise, σ = ${sigma}`,
    source: 'cohen2019certified',
    apply: (x) => mapped(x, (value) => value + sigma * random.normal()),
    back: (_, gradient) => gradient.slice(),
  });
