import type * as tf from '@tensorflow/tfjs-core';
import type { ShapedLayer } from '../format/layers.ts';
import { conv } from './conv.ts';
import { dense } from './dense.ts';
import { flatten, maxPool, meanPool, relu } from './simple.ts';
import type { Stage } from './stage.ts';

type Activation = 'linear' | 'relu' | 'softmax';

const activated = (stage: readonly Stage[], activation: Activation, last: boolean): readonly Stage[] => {
  if (activation === 'relu') return [...stage, relu];
  if (activation === 'softmax' && !last) throw new Error('Only the last layer may end in a softmax.');
  return stage;
};

/**
 * The largest of rectified numbers is the rectified largest: with the rectifier after the pool it works,
 * forth and back, on a quarter of the numbers.
 */
const rectifyAfterPools = (stages: readonly { stage: Stage; pool: boolean }[]): readonly Stage[] => {
  const order = [...stages];
  for (let i = 0; i + 1 < order.length; i++) {
    const [first, second] = order.slice(i, i + 2);
    if (first && second?.pool && first.stage === relu) order.splice(i, 2, second, first);
  }
  return order.map(({ stage }) => stage);
};

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
  const stages = layers.flatMap(({ layer, weights: wanted }, i) => {
    const last = i === layers.length - 1;
    const [kernel, bias] = rest.splice(0, wanted.length);
    const pool = layer.class_name === 'MaxPooling2D';
    return stagesOfLayer(layer, kernel, bias as tf.Tensor1D | undefined, last, taped).map((stage) => ({ stage, pool }));
  });
  return rectifyAfterPools(stages);
};

const stagesOfLayer = (
  { class_name, config }: ShapedLayer['layer'],
  kernel: tf.Tensor | undefined,
  bias: tf.Tensor1D | undefined,
  last: boolean,
  taped: boolean,
): readonly Stage[] => {
  switch (class_name) {
    case 'Conv2D': {
      const options = { strides: config.strides, padding: config.padding, dilations: config.dilation_rate, taped };
      return activated([conv(kernel as tf.Tensor4D, bias, options)], config.activation, last);
    }
    case 'MaxPooling2D':
      return [maxPool(config.pool_size, config.strides ?? config.pool_size, config.padding)];
    case 'GlobalAveragePooling2D':
      return [meanPool];
    case 'Flatten':
      return [flatten];
    case 'Dense':
      return activated([dense(kernel as tf.Tensor2D, bias)], config.activation, last);
    case 'Activation':
      return activated([], config.activation, last);
  }
};
