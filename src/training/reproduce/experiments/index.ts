import type { Experiment } from '../experiment.ts';
import { adversarialTraining } from './adversarial-training.ts';
import { autoAttackOthers } from './auto-attack-others.ts';
import { autoAttackExperiment } from './auto-attack.ts';
import { blackBox } from './black-box.ts';
import { certificatesExperiment } from './certificates.ts';
import { decisionBased } from './decision-based.ts';
import { deepfoolExperiment } from './deepfool.ts';
import { drawnExperiment } from './drawn.ts';
import { emojiExperiment } from './emoji.ts';
import { ensembleOfTwelve } from './ensemble-of-twelve.ts';
import { distractorExperiment } from './distractor.ts';
import { evolution } from './evolution.ts';
import { featureSqueezing } from './feature-squeezing.ts';
import { fgsmExperiment } from './fgsm.ts';
import { foolingClass } from './fooling-class.ts';
import { imageSpaceExperiment } from './image-space.ts';
import { minimumL2 } from './minimum-l2.ts';
import { mobilenetExperiment } from './mobilenet.ts';
import { noiseToClass } from './noise-to-class.ts';
import { offManifold } from './off-manifold.ts';
import { onManifoldExperiment } from './on-manifold.ts';
import { onePixelExperiment } from './one-pixel.ts';
import { outOfDistribution } from './out-of-distribution.ts';
import { pgdExperiment } from './pgd.ts';
import { robust } from './robust.ts';
import { rubbish } from './rubbish.ts';
import { saliencyMap } from './saliency-map.ts';
import { scaledNoise } from './scaled-noise.ts';
import { shuffledPatches } from './shuffled-patches.ts';
import { smallestEpsilon } from './smallest-epsilon.ts';
import { softmaxRegression } from './softmax-regression.ts';
import { soundsExperiment } from './sounds.ts';
import { squareExperiment } from './square.ts';
import { squinting } from './squinting.ts';
import { substituteExperiment } from './substitute.ts';
import { szegedyTransfer } from './szegedy-transfer.ts';
import { transferMatrix } from './transfer-matrix.ts';
import { universalTuning } from './universal-tuning.ts';
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
  distractorExperiment,
  emojiExperiment,
  robust,
  autoAttackExperiment,
  autoAttackOthers,
  ensembleOfTwelve,
  transferMatrix,
  featureSqueezing,
  certificatesExperiment,
  outOfDistribution,
  noiseToClass,
  universalExperiment,
  universalTuning,
  offManifold,
  onManifoldExperiment,
  scaledNoise,
  imageSpaceExperiment,
  evolution,
  foolingClass,
  mobilenetExperiment,
  shuffledPatches,
  drawnExperiment,
  decisionBased,
  blackBox,
  squareExperiment,
  onePixelExperiment,
  substituteExperiment,
  squinting,
];
