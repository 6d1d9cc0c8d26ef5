import type { Experiment } from '../experiment.ts';
import { adversarialTraining } from './adversarial-training.ts';
import { certifiedAccuracy } from './certified-accuracy.ts';
import { deepfoolExperiment } from './deepfool.ts';
import { ensembleOfTwelve } from './ensemble-of-twelve.ts';
import { featureSqueezing } from './feature-squeezing.ts';
import { evolution } from './evolution.ts';
import { fgsmExperiment } from './fgsm.ts';
import { mobilenetExperiment } from './mobilenet.ts';
import { minimumL2 } from './minimum-l2.ts';
import { outOfDistribution } from './out-of-distribution.ts';
import { imageSpaceExperiment } from './image-space.ts';
import { noiseToClass } from './noise-to-class.ts';
import { offManifold } from './off-manifold.ts';
import { pgdExperiment } from './pgd.ts';
import { robust } from './robust.ts';
import { rubbish } from './rubbish.ts';
import { scaledNoise } from './scaled-noise.ts';
import { saliencyMap } from './saliency-map.ts';
import { smallestEpsilon } from './smallest-epsilon.ts';
import { softmaxRegression } from './softmax-regression.ts';
import { soundsExperiment } from './sounds.ts';
import { szegedyTransfer } from './szegedy-transfer.ts';
import { transferMatrix } from './transfer-matrix.ts';
import { universalExperiment } from './universal.ts';

/** Every experiment, in the order of the table. */
export const experiments: readonly Experiment[] = [
  fgsmExperiment,
  smallestEpsilon,
  pgdExperiment,
  rubbish,
  softmaxRegression,
  adversarialTraining,
  deepfoolExperiment,
  minimumL2,
  saliencyMap,
  szegedyTransfer,
  soundsExperiment,
  robust,
  ensembleOfTwelve,
  transferMatrix,
  featureSqueezing,
  certifiedAccuracy,
  outOfDistribution,
  noiseToClass,
  universalExperiment,
  offManifold,
  scaledNoise,
  imageSpaceExperiment,
  evolution,
  mobilenetExperiment,
];
