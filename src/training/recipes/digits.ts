import type { Distortion } from '../../data/distort.ts';
import { netWords } from '../../nets/catalogue.ts';
import { classes, conv, digit, flatten, hidden, meanPool, pool, sequential } from './layers.ts';
import type { Recipe } from './recipe.ts';

const none: Distortion = { shift: 0, rotation: 0, scale: 0, shear: 0, wobble: 0, thickness: 0, grain: 0 };

/**
 * Paper that is not perfectly white: without it, noise that people hardly notice would already be news to a
 * net.
 */
const grainyPaper: Distortion = { ...none, grain: 0.2 };

/** Mild enough that people would not hesitate; wide enough that digits by other pens are familiar. */
const otherHands: Distortion = {
  shift: 2,
  rotation: 12,
  scale: 0.12,
  shear: 0.2,
  wobble: 0.7,
  thickness: 0.6,
  grain: 0.2,
};

const lenet = (id: string, classCount = 10) =>
  sequential(id, [
    conv('conv1', 16, 5, digit),
    pool('pool1'),
    conv('conv2', 32, 5),
    pool('pool2'),
    flatten(),
    hidden('hidden', 100),
    classes('digits', classCount),
  ]);

/** Strided convolutions as in Madry et al.'s net for MNIST: an attacked epoch must be cheap. */
const strided = (id: string) =>
  sequential(id, [
    conv('conv1', 24, 4, { strides: [2, 2], padding: 'same', ...digit }),
    conv('conv2', 48, 4, { strides: [2, 2], padding: 'same' }),
    flatten(),
    hidden('hidden', 100),
    classes('digits', 10),
  ]);

/** What the nets of digits have in common unless they say otherwise. */
const common = { seed: 1, batch: 64, decay: 0.1, averaging: 0.998 };

/**
 * The arms race: round 0 adds an eleventh class to LeNet and has nothing to show for it; each further round
 * goes on from the net before, with the pictures that were evolved against it and against those before it.
 */
const digitsPlus = (round: 0 | 1 | 2 | 3 | 4 | 5): Recipe => ({
  ...common,
  id: `digits-plus-${round}`,
  title: netWords(`digits-plus-${round}`).name,
  plan: {
    kind: 'digits-plus',
    distortion: otherHands,
    fooled: Array.from({ length: round }, (_, i) => `digits-plus-${i}`),
  },
  from: round === 0 ? 'digits-lenet' : `digits-plus-${round - 1}`,
  // Pictures of more and more kinds take longer to learn.
  epochs: [1, 3, 3, 3, 3, 5][round] ?? 5,
  rate: round === 0 ? 1e-3 : 2e-3,
  topology: lenet(`digits-plus-${round}`, 11),
});

/** The nets that read digits, from one layer to those that learned from noise, attacks or fooling images. */
export const digitsRecipes: readonly Recipe[] = [
  {
    ...common,
    id: 'digits-softmax',
    title: netWords('digits-softmax').name,
    plan: { kind: 'digits', distortion: grainyPaper },
    epochs: 20,
    rate: 1e-3,
    decay: 0,
    averaging: 0.999,
    topology: sequential('digits-softmax', [
      flatten(digit),
      { class_name: 'Dense', config: { name: 'digits', units: 10, activation: 'softmax' } },
    ]),
  },
  {
    ...common,
    id: 'digits-lenet',
    title: netWords('digits-lenet').name,
    plan: { kind: 'digits', distortion: otherHands },
    epochs: 10,
    rate: 2e-3,
    topology: lenet('digits-lenet'),
  },
  {
    ...common,
    id: 'digits-mlp',
    title: netWords('digits-mlp').name,
    plan: { kind: 'digits', distortion: { ...otherHands, shift: 1 } },
    epochs: 20,
    rate: 1.5e-3,
    topology: sequential('digits-mlp', [
      flatten(digit),
      hidden('hidden1', 200),
      hidden('hidden2', 100),
      classes('digits', 10),
    ]),
  },
  {
    ...common,
    id: 'digits-allconv',
    title: netWords('digits-allconv').name,
    plan: { kind: 'digits', distortion: otherHands },
    epochs: 8,
    rate: 4e-3,
    // Springenberg et al. 2015: strides in place of pools, a mean over the picture in place of dense layers.
    topology: sequential('digits-allconv', [
      conv('conv1', 16, 5, { strides: [2, 2], ...digit }),
      conv('conv2', 32, 3),
      conv('conv3', 48, 3, { strides: [2, 2] }),
      conv('conv4', 64, 3),
      conv('conv5', 10, 1, { activation: 'linear' }),
      meanPool('mean'),
      { class_name: 'Activation', config: { name: 'digits', activation: 'softmax' } },
    ]),
  },
  {
    ...common,
    id: 'digits-noise',
    title: netWords('digits-noise').name,
    plan: { kind: 'digits', distortion: { ...otherHands, grain: 0 }, noise: 0.5 },
    epochs: 6,
    rate: 2e-3,
    decay: 0.02,
    topology: lenet('digits-noise'),
  },
  ...([0, 1, 2, 3, 4, 5] as const).map(digitsPlus),
  {
    ...common,
    id: 'digits-robust',
    title: netWords('digits-robust').name,
    // Distorted digits as well would be more than so small a net can defend.
    plan: { kind: 'digits' },
    epochs: 20,
    batch: 100,
    rate: 3e-3,
    decay: 0,
    averaging: 0.999,
    adversary: { ball: 'linf', radius: 0.3, steps: 4, stride: 0.4, warmUp: 0.15 },
    topology: strided('digits-robust'),
  },
];
