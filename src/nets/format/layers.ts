import { z } from 'zod';

const pair = z.tuple([z.int().positive(), z.int().positive()]);
const padding = z.enum(['valid', 'same']);
const inputShape = z.tuple([z.null()], z.int().positive()).optional();
const common = { name: z.string(), batch_input_shape: inputShape };
const activation = z.enum(['linear', 'relu', 'softmax']).default('linear');
const channelsLast = z.literal('channels_last').default('channels_last');

/** The layers that we know how to run and to differentiate, in the words of the TensorFlow.js layers format. */
const layer = z.discriminatedUnion('class_name', [
  z.object({
    class_name: z.literal('Conv2D'),
    config: z.object({
      ...common,
      filters: z.int().positive(),
      kernel_size: pair,
      strides: pair.default([1, 1]),
      padding: padding.default('valid'),
      dilation_rate: pair.default([1, 1]),
      data_format: channelsLast,
      activation,
      use_bias: z.boolean().default(true),
    }),
  }),
  z.object({
    class_name: z.literal('MaxPooling2D'),
    config: z.object({
      ...common,
      pool_size: pair.default([2, 2]),
      strides: pair.nullish(),
      padding: padding.default('valid'),
      data_format: channelsLast,
    }),
  }),
  z.object({
    class_name: z.literal('GlobalAveragePooling2D'),
    config: z.object({ ...common, data_format: channelsLast }),
  }),
  z.object({ class_name: z.literal('Flatten'), config: z.object(common) }),
  z.object({
    class_name: z.literal('Dense'),
    config: z.object({ ...common, units: z.int().positive(), activation, use_bias: z.boolean().default(true) }),
  }),
  z.object({ class_name: z.literal('Activation'), config: z.object({ ...common, activation }) }),
]);

export type Layer = z.output<typeof layer>;

/** A stack of layers as a declaration: `modelTopology` of a Sequential model. */
export const topology = z.object({
  model_config: z.object({
    class_name: z.literal('Sequential'),
    config: z.object({ name: z.string(), layers: z.array(layer).min(1) }),
  }),
});

export type Topology = z.input<typeof topology>;

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

const window = (size: number, kernel: number, stride: number, kind: 'valid' | 'same'): number =>
  kind === 'same' ? Math.ceil(size / stride) : Math.floor((size - kernel) / stride) + 1;

const image = (from: readonly number[], name: string): readonly [number, number, number] => {
  const [h, w, c] = from;
  if (from.length !== 3 || h === undefined || w === undefined || c === undefined) {
    throw new Error(`Layer ${name} wants pictures (height, width, channels), not the shape [${from.join(', ')}].`);
  }
  return [h, w, c];
};

const outputShape = ({ class_name, config }: Layer, from: readonly number[]): readonly number[] => {
  switch (class_name) {
    case 'Conv2D': {
      const [h, w] = image(from, config.name);
      const [kh, kw] = config.kernel_size.map((k, i) => (k - 1) * (config.dilation_rate[i] ?? 1) + 1);
      const [sh, sw] = config.strides;
      return [window(h, kh ?? 1, sh, config.padding), window(w, kw ?? 1, sw, config.padding), config.filters];
    }
    case 'MaxPooling2D': {
      const [h, w, c] = image(from, config.name);
      const [sh, sw] = config.strides ?? config.pool_size;
      const [kh, kw] = config.pool_size;
      return [window(h, kh, sh, config.padding), window(w, kw, sw, config.padding), c];
    }
    case 'GlobalAveragePooling2D':
      return image(from, config.name).slice(2);
    case 'Flatten':
      return [from.reduce((a, b) => a * b, 1)];
    case 'Dense':
      return [config.units];
    case 'Activation':
      return from;
  }
};

const weightShapes = ({ class_name, config }: Layer, from: readonly number[]): readonly WeightShape[] => {
  if (class_name !== 'Conv2D' && class_name !== 'Dense') return [];
  const last = from.at(-1) ?? 1;
  const kernel = class_name === 'Dense' ? [last, config.units] : [...config.kernel_size, last, config.filters];
  const bias = { name: `${config.name}/bias`, shape: kernel.slice(-1) };
  return [{ name: `${config.name}/kernel`, shape: kernel }, ...(config.use_bias ? [bias] : [])];
};

/** Threads the shapes through a stack of layers; the first one must declare its input. */
export const shapedLayers = (layers: readonly Layer[]): readonly ShapedLayer[] => {
  const declared = layers[0]?.config.batch_input_shape;
  if (!declared) throw new Error('The first layer must declare its batch_input_shape.');
  let from: readonly number[] = declared.slice(1).map(Number);
  return layers.map((each) => {
    const to = outputShape(each, from);
    if (!to.every((size) => size > 0)) throw new Error(`Nothing of the picture is left after ${each.config.name}.`);
    const shaped = { layer: each, from, to, weights: weightShapes(each, from) };
    from = to;
    return shaped;
  });
};
