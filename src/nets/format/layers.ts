import type { Layer } from './layer.ts';

export type { Layer } from './layer.ts';
export { topology, type Topology } from './topology.ts';

/** A weight's name in the manifest and its shape. */
export interface WeightShape {
  readonly name: string;
  readonly shape: readonly number[];
}

/** A layer with the shapes (without the batch) that reach and leave it, and those of its weights. */
export interface ShapedLayer {
  readonly layer: Layer;
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly weights: readonly WeightShape[];
}

/** Numbers in a signal or a weight of that shape. */
export const sizeOf = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

const picture = (from: readonly number[], name: string): readonly [number, number, number] => {
  const [h, w, c] = from;
  if (from.length !== 3 || h === undefined || w === undefined || c === undefined) {
    throw new Error(
      `Layer ${name} wants pictures (height, width, channels), not the shape [${from.join(', ')}].`,
    );
  }
  return [h, w, c];
};

type Pair = readonly [number, number];

const windows = (from: Pair, size: Pair, strides: Pair, padding: 'valid' | 'same'): Pair => {
  const along = (axis: 0 | 1): number =>
    padding === 'same'
      ? Math.ceil(from[axis] / strides[axis])
      : Math.floor((from[axis] - size[axis]) / strides[axis]) + 1;
  return [along(0), along(1)];
};

const dilated = ([h, w]: Pair, [dh, dw]: Pair): Pair => [(h - 1) * dh + 1, (w - 1) * dw + 1];

const reshaped = (from: readonly number[], target: readonly number[], name: string): readonly number[] => {
  const rest = sizeOf(from) / sizeOf(target.filter((n) => n !== -1));
  const to = target.map((n) => (n === -1 ? rest : n));
  if (sizeOf(to) !== sizeOf(from)) {
    throw new Error(`Layer ${name} cannot give the shape [${target.join(', ')}] to [${from.join(', ')}].`);
  }
  return to;
};

const outputShape = ({ class_name, config }: Layer, from: readonly number[]): readonly number[] => {
  switch (class_name) {
    case 'Conv2D':
    case 'DepthwiseConv2D': {
      const [h, w, c] = picture(from, config.name);
      const size = dilated(config.kernel_size, config.dilation_rate);
      const channels = class_name === 'Conv2D' ? config.filters : c * config.depth_multiplier;
      return [...windows([h, w], size, config.strides, config.padding), channels];
    }
    case 'MaxPooling2D':
    case 'AveragePooling2D': {
      const [h, w, c] = picture(from, config.name);
      return [...windows([h, w], config.pool_size, config.strides ?? config.pool_size, config.padding), c];
    }
    case 'ZeroPadding2D': {
      const [h, w, c] = picture(from, config.name);
      const [[top, bottom], [left, right]] = config.padding;
      return [h + top + bottom, w + left + right, c];
    }
    case 'GlobalAveragePooling2D':
      return picture(from, config.name).slice(2);
    case 'Flatten':
      return [sizeOf(from)];
    case 'Reshape':
      return reshaped(from, config.target_shape, config.name);
    case 'Dense':
      if (from.length !== 1)
        throw new Error(`Layer ${config.name} wants rows, not the shape [${from.join(', ')}].`);
      return [config.units];
    case 'BatchNormalization':
    case 'Softmax':
      if (config.axis !== -1 && config.axis !== from.length) {
        throw new Error(`Layer ${config.name} works along another axis than the last one.`);
      }
      return from;
    default:
      return from;
  }
};

/** The weights of a layer in the order in which its stage takes them, named as the manifest names them. */
const weightShapes = ({ class_name, config }: Layer, from: readonly number[]): readonly WeightShape[] => {
  const last = from.at(-1) ?? 1;
  const named = (name: string, shape: readonly number[]): WeightShape => ({
    name: `${config.name}/${name}`,
    shape,
  });
  const biased = (kernel: WeightShape, channels: number): readonly WeightShape[] =>
    'use_bias' in config && config.use_bias ? [kernel, named('bias', [channels])] : [kernel];
  switch (class_name) {
    case 'Conv2D':
      return biased(named('kernel', [...config.kernel_size, last, config.filters]), config.filters);
    case 'DepthwiseConv2D': {
      const { kernel_size, depth_multiplier } = config;
      return biased(
        named('depthwise_kernel', [...kernel_size, last, depth_multiplier]),
        last * depth_multiplier,
      );
    }
    case 'Dense':
      return biased(named('kernel', [last, config.units]), config.units);
    case 'BatchNormalization': {
      const learned = [...(config.scale ? ['gamma'] : []), ...(config.center ? ['beta'] : [])];
      return [...learned, 'moving_mean', 'moving_variance'].map((name) => named(name, [last]));
    }
    default:
      return [];
  }
};

/** Threads the shapes through a stack of layers; the first one must declare its input. */
export const shapedLayers = (layers: readonly Layer[]): readonly ShapedLayer[] => {
  const declared = layers[0]?.config.batch_input_shape;
  if (!declared) throw new Error('The first layer must declare its batch_input_shape.');
  let from: readonly number[] = declared.slice(1).map(Number);
  return layers.map((each) => {
    const to = outputShape(each, from);
    if (!to.every((size) => size > 0))
      throw new Error(`Nothing of the picture is left after ${each.config.name}.`);
    const shaped = { layer: each, from, to, weights: weightShapes(each, from) };
    from = to;
    return shaped;
  });
};
