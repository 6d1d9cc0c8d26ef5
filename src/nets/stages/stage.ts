import type * as tf from '@tensorflow/tfjs-core';

/** One step of a network on tensors whose first axis is the batch. */
export interface Stage {
  forward(x: tf.Tensor): tf.Tensor;
  /** The gradient in x, given that in y = forward(x), for a batch of any size; both x and y are at hand. */
  backward(dy: tf.Tensor, x: tf.Tensor, y: tf.Tensor): tf.Tensor;
  /** Frees what the stage made for itself; its weights belong to whoever made them. */
  dispose(): void;
}
