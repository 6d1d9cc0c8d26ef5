import type { Experiment } from '../experiment.ts';
import { adversarialTraining } from './adversarial-training.ts';
import { fgsmExperiment } from './fgsm.ts';
import { pgdExperiment } from './pgd.ts';
import { robust } from './robust.ts';
import { rubbish } from './rubbish.ts';
import { smallestEpsilon } from './smallest-epsilon.ts';
import { soundsExperiment } from './sounds.ts';
import { softmaxRegression } from './softmax-regression.ts';

/** Every experiment, in the order of the table. */
export const experiments: readonly Experiment[] = [
  fgsmExperiment,
  smallestEpsilon,
  pgdExperiment,
  rubbish,
  softmaxRegression,
  adversarialTraining,
  soundsExperiment,
  robust,
];
