import type * as tf from '@tensorflow/tfjs-core';
import type { Activation } from '../format/layer.ts';
import type { ShapedLayer } from '../format/layers.ts';
import { activationStages, clippedRelu, isRectifier, leaky } from './activations.ts';
import { conv } from './conv.ts';
import { dense } from './dense.ts';
import { depthwise } from './depthwise.ts';
import { averagePool, maxPool, meanPool } from './pools.ts';
import { normalise, reshape, zeroPadding } from './simple.ts';
import type { Stage } from './stage.ts';

/** What a stage is made from besides its weights. */
interface Place {
  readonly to: readonly number[];
  /** Nothing but a change of shape follows. */
  readonly last: boolean;
  readonly taped: boolean;
}

/** The stage followed by its activation; a softmax at the end of the net is left out. */
const activated = (stages: readonly Stage[], activation: Activation, { last }: Place): readonly Stage[] => {
  if (activation !== 'softmax') return [...stages, ...activationStages[activation]];
  if (!last) throw new Error('Only the last layer may end in a softmax.');
  return stages;
};

const stagesOfLayer = (
  { class_name, config }: ShapedLayer['layer'],
  weights: readonly tf.Tensor[],
  place: Place,
): readonly Stage[] => {
  const [kernel, bias] = weights;
  switch (class_name) {
    case 'Conv2D':
    case 'DepthwiseConv2D': {
      const window = {
        strides: config.strides,
        padding: config.padding,
        dilations: config.dilation_rate,
        taped: place.taped,
      };
      const make = class_name === 'Conv2D' ? conv : depthwise;
      return activated(
        [make(kernel as tf.Tensor4D, bias as tf.Tensor1D | undefined, window)],
        config.activation,
        place,
      );
    }
    case 'Dense':
      return activated(
        [dense(kernel as tf.Tensor2D, bias as tf.Tensor1D | undefined)],
        config.activation,
        place,
      );
    case 'BatchNormalization': {
      const rest = [...weights] as tf.Tensor1D[];
      const gamma = config.scale ? rest.shift() : undefined;
      const beta = config.center ? rest.shift() : undefined;
      const [mean, variance] = rest;
      if (!mean || !variance) throw new Error('A batch normalisation lacks its moving mean or variance.');
      return [normalise({ mean, variance, gamma, beta }, config.epsilon)];
    }
    case 'MaxPooling2D':
      return [maxPool(config.pool_size, config.strides ?? config.pool_size, config.padding)];
    case 'AveragePooling2D':
      return [averagePool(config.pool_size, config.strides ?? config.pool_size, config.padding)];
    case 'GlobalAveragePooling2D':
      return [meanPool];
    case 'ZeroPadding2D':
      return [zeroPadding(config.padding)];
    case 'Flatten':
    case 'Reshape':
      return [reshape(place.to)];
    case 'Activation':
      return activated([], config.activation, place);
    case 'Softmax':
      return activated([], 'softmax', place);
    case 'ReLU':
      return (config.max_value ?? 6) !== 6
        ? [clippedRelu(config.max_value ?? Infinity)]
        : activationStages[config.max_value === 6 ? 'relu6' : 'relu'];
    case 'LeakyReLU':
      return [leaky(config.alpha)];
    case 'ELU':
      return activationStages.elu;
    default:
      return [];
  }
};

/**
 * The largest of rectified numbers is the rectified largest: with the rectifier after the pool it works,
 * forth and back, on a quarter of the numbers.
 */
const rectifyAfterPools = (stages: readonly { stage: Stage; pool: boolean }[]): readonly Stage[] => {
  const order = [...stages];
  for (let i = 0; i + 1 < order.length; i++) {
    const [first, second] = order.slice(i, i + 2);
    if (first && second?.pool && isRectifier(first.stage)) order.splice(i, 2, second, first);
  }
  return order.map(({ stage }) => stage);
};

const onlyShapes: ReadonlySet<string> = new Set(['Flatten', 'Reshape']);

/**
 * The stages that compute a stack of layers up to its logits: a softmax at the very end is left out.
 * `weights` are the layers' weights in order; `taped` stages leave to the tape what it would compute in vain.
 */
export const stagesOf = (
  layers: readonly ShapedLayer[],
  weights: readonly tf.Tensor[],
  taped = false,
): readonly Stage[] => {
  const rest = [...weights];
  const end = layers.findLastIndex(({ layer }) => !onlyShapes.has(layer.class_name));
  const stages = layers.flatMap(({ layer, to, weights: wanted }, i) => {
    const made = stagesOfLayer(layer, rest.splice(0, wanted.length), { to, last: i >= end, taped });
    return made.map((stage) => ({ stage, pool: layer.class_name === 'MaxPooling2D' }));
  });
  return rectifyAfterPools(stages);
};
