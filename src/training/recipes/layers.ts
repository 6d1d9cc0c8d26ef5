import { digitShape } from '../../data/digit.ts';
import type { Topology } from '../../nets/format/layers.ts';

/** The layers of a stack, in their order. */
export type Layers = Topology['model_config']['config']['layers'];

type Pair = [number, number];

/** A stack of layers under a name. */
export const sequential = (name: string, layers: Layers): Topology => ({
  model_config: { class_name: 'Sequential', config: { name, layers } },
});

/** What the first layer of a net declares: the shape of a batch, of any number of rows. */
export interface Declared {
  readonly batch_input_shape: [null, ...number[]];
}

/** What the first layer of a net for digits declares. */
export const digit: Declared = { batch_input_shape: [null, ...digitShape] };

/** A rectified convolution with square windows, or with [rows, columns]; further settings last. */
export const conv = (name: string, filters: number, size: number | Pair, rest = {}): Layers[number] => ({
  class_name: 'Conv2D',
  config: {
    name,
    filters,
    kernel_size: typeof size === 'number' ? [size, size] : size,
    activation: 'relu',
    ...rest,
  },
});

/** Max pooling over windows that touch and do not overlap, [rows, columns]. */
export const pool = (name: string, size: Pair = [2, 2]): Layers[number] => ({
  class_name: 'MaxPooling2D',
  config: { name, pool_size: size, strides: size },
});

/** All numbers of a picture in one row. */
export const flatten = (first = {}): Layers[number] => ({
  class_name: 'Flatten',
  config: { name: 'flatten', ...first },
});

/** A rectified layer in which every unit sees all numbers. */
export const hidden = (name: string, units: number, rest = {}): Layers[number] => ({
  class_name: 'Dense',
  config: { name, units, activation: 'relu', ...rest },
});

/** The last layer: a probability for each class. */
export const classes = (name: string, units: number): Layers[number] => ({
  class_name: 'Dense',
  config: { name, units, activation: 'softmax' },
});

/** The mean of each channel over the whole picture. */
export const meanPool = (name: string): Layers[number] => ({
  class_name: 'GlobalAveragePooling2D',
  config: { name },
});
