import { z } from 'zod';

const count = z.int().positive();
const pair = z.union([z.tuple([count, count]), count.transform((n): [number, number] => [n, n])]);
const padding = z.enum(['valid', 'same']).default('valid');
const channelsLast = z.literal('channels_last').default('channels_last');
const bias = z.boolean().default(true);

const name = z.string();
const common = { name, batch_input_shape: z.tuple([z.null()], count).optional() };

const activation = z.enum(['linear', 'relu', 'relu6', 'softmax', 'tanh', 'sigmoid', 'elu']);

/** A function of each number by itself; a softmax is one of each row, and stands only at the end of a net. */
export type Activation = z.output<typeof activation>;

const window = {
  strides: pair.default([1, 1]),
  padding,
  data_format: channelsLast,
  dilation_rate: pair.default([1, 1]),
};
/** Keras writes [3], TensorFlow.js −1 or 1; whether it is the last one shows where the shape is known. */
const axis = z.union([z.int(), z.tuple([z.int()]).transform(([n]) => n)]).default(-1);

const activated = { activation: activation.default('linear'), use_bias: bias };
const pool = {
  ...common,
  pool_size: pair.default([2, 2]),
  strides: pair.nullish(),
  padding,
  data_format: channelsLast,
};

const nonNegative = z.int().nonnegative();
const margins = z.tuple([nonNegative, nonNegative]);

/** Rows above and below, columns left and right; one number, or one for both, where they are alike. */
const frame = z.union([
  z.tuple([margins, margins]),
  margins.transform(([h, w]): [[number, number], [number, number]] => [
    [h, h],
    [w, w],
  ]),
  nonNegative.transform((n): [[number, number], [number, number]] => [
    [n, n],
    [n, n],
  ]),
]);

/** Layers that do nothing once a net is trained. */
const idle = ['Dropout', 'SpatialDropout2D', 'AlphaDropout', 'GaussianDropout', 'GaussianNoise'] as const;

/** The kinds of layers that we know how to run and to differentiate. */
const kinds = [
  z.object({ class_name: z.literal('InputLayer'), config: z.object(common) }),
  z.object({
    class_name: z.literal('Conv2D'),
    config: z.object({
      ...common,
      ...window,
      ...activated,
      filters: count,
      kernel_size: pair,
      groups: z.literal(1).default(1),
    }),
  }),
  z.object({
    class_name: z.literal('DepthwiseConv2D'),
    config: z.object({
      ...common,
      ...window,
      ...activated,
      kernel_size: pair,
      depth_multiplier: count.default(1),
    }),
  }),
  z.object({
    class_name: z.literal('BatchNormalization'),
    config: z.object({
      ...common,
      axis,
      epsilon: z.number().positive().default(1e-3),
      center: bias,
      scale: bias,
    }),
  }),
  z.object({
    class_name: z.literal('ZeroPadding2D'),
    config: z.object({ ...common, padding: frame, data_format: channelsLast }),
  }),
  z.object({ class_name: z.literal('MaxPooling2D'), config: z.object(pool) }),
  z.object({ class_name: z.literal('AveragePooling2D'), config: z.object(pool) }),
  z.object({
    class_name: z.literal('GlobalAveragePooling2D'),
    config: z.object({ ...common, data_format: channelsLast }),
  }),
  z.object({ class_name: z.literal('Flatten'), config: z.object(common) }),
  z.object({
    class_name: z.literal('Reshape'),
    config: z.object({ ...common, target_shape: z.array(z.int()) }),
  }),
  z.object({ class_name: z.literal('Dense'), config: z.object({ ...common, ...activated, units: count }) }),
  z.object({ class_name: z.literal('Activation'), config: z.object({ ...common, activation }) }),
  z.object({
    class_name: z.literal('ReLU'),
    config: z.object({
      ...common,
      max_value: z.number().positive().nullish(),
      negative_slope: z.literal(0).nullish(),
      threshold: z.literal(0).nullish(),
    }),
  }),
  z.object({
    class_name: z.literal('LeakyReLU'),
    config: z.object({ ...common, alpha: z.number().nonnegative().default(0.3) }),
  }),
  z.object({
    class_name: z.literal('ELU'),
    config: z.object({ ...common, alpha: z.literal(1).default(1) }),
  }),
  z.object({ class_name: z.literal('Softmax'), config: z.object({ ...common, axis }) }),
  z.object({ class_name: z.enum(idle), config: z.object(common) }),
] as const;

const classNameOf = (value: unknown): string => {
  const found = z.object({ class_name: z.string() }).safeParse(value);
  return found.success ? found.data.class_name : 'without a name';
};

/** One layer of a net, in the words of the TensorFlow.js layers format. */
export const layer = z.discriminatedUnion('class_name', kinds, {
  error: ({ input }) => `Layers of the kind ${classNameOf(input)} cannot be run and differentiated here.`,
});

/** One layer with its settings, of a kind that can be run and differentiated here. */
export type Layer = z.output<typeof layer>;
