import * as tf from '@tensorflow/tfjs-core';
import type { Stage } from './stage.ts';

/** x·W + b for rows x [N, from], a kernel [from, to] and perhaps a bias [to]. */
export const dense = (kernel: tf.Tensor2D, bias: tf.Tensor1D | undefined): Stage => {
  let transposed: tf.Tensor2D | undefined;
  return {
    forward: (x) => tf.fused.matMul({ a: x, b: kernel, ...(bias && { bias }) }),
    backward: (dy) => {
      transposed ??= tf.keep(tf.transpose(kernel));
      return tf.matMul(dy, transposed);
    },
    dispose: () => {
      transposed?.dispose();
      transposed = undefined;
    },
  };
};
