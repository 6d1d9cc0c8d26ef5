import type { Distortion } from '../data/distort.ts';
import type { Topology } from '../nets/format/layers.ts';

/** Everything that decides what a net will be, besides its data. */
export interface Recipe {
  readonly id: string;
  readonly title: string;
  readonly seed: number;
  readonly epochs: number;
  readonly batch: number;
  /** Adam's highest rate: reached after the first half epoch, then lowered to zero along a cosine. */
  readonly rate: number;
  /**
   * Weights shrink by this times the rate per step. Without it, what the first, random weights see in noise
   * would stay for ever, for digits have nothing to say about it.
   */
  readonly decay: number;
  /** The weights shipped are a running mean of those trained, which forgets at this rate per step. */
  readonly averaging: number;
  readonly distortion?: Distortion;
  readonly topology: Topology;
}

type Layers = Topology['model_config']['config']['layers'];

const sequential = (name: string, layers: Layers): Topology => ({
  model_config: { class_name: 'Sequential', config: { name, layers } },
});

const digit = { batch_input_shape: [null, 28, 28, 1] as [null, ...number[]] };

const conv = (name: string, filters: number, first = {}): Layers[number] => ({
  class_name: 'Conv2D',
  config: { name, filters, kernel_size: [5, 5], activation: 'relu', ...first },
});

const pool = (name: string): Layers[number] => ({
  class_name: 'MaxPooling2D',
  config: { name, pool_size: [2, 2], strides: [2, 2] },
});

/** Paper that is not perfectly white: without it, noise that people hardly notice would already be news to a net. */
const grainyPaper: Distortion = { shift: 0, rotation: 0, scale: 0, shear: 0, wobble: 0, thickness: 0, grain: 0.2 };

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

const recipes: readonly Recipe[] = [
  {
    id: 'digits-softmax',
    title: 'Softmax regression on handwritten digits',
    seed: 1,
    epochs: 20,
    batch: 64,
    rate: 1e-3,
    decay: 0,
    averaging: 0.999,
    distortion: grainyPaper,
    topology: sequential('digits-softmax', [
      { class_name: 'Flatten', config: { name: 'flatten', ...digit } },
      { class_name: 'Dense', config: { name: 'digits', units: 10, activation: 'softmax' } },
    ]),
  },
  {
    id: 'digits-lenet',
    title: 'LeNet on handwritten digits',
    seed: 1,
    epochs: 10,
    batch: 64,
    rate: 2e-3,
    decay: 0.1,
    averaging: 0.998,
    distortion: otherHands,
    topology: sequential('digits-lenet', [
      conv('conv1', 16, digit),
      pool('pool1'),
      conv('conv2', 32),
      pool('pool2'),
      { class_name: 'Flatten', config: { name: 'flatten' } },
      { class_name: 'Dense', config: { name: 'hidden', units: 100, activation: 'relu' } },
      { class_name: 'Dense', config: { name: 'digits', units: 10, activation: 'softmax' } },
    ]),
  },
];

/** The recipe of that id, or undefined. */
export const recipeOf = (id: string): Recipe | undefined => recipes.find((recipe) => recipe.id === id);

export const recipeIds: readonly string[] = recipes.map(({ id }) => id);
