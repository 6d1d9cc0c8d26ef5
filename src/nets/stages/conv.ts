import * as tf from '@tensorflow/tfjs-core';
import { conv2dInputGradient, type InputGradient } from '../kernels/conv2d-input.ts';
import type { Stage } from './stage.ts';

type Pair = readonly [number, number];

/** How a kernel slides over a picture; `taped` leaves to the tape what it would compute in vain. */
export interface Window {
  readonly strides: Pair;
  readonly padding: 'valid' | 'same';
  readonly dilations: Pair;
  readonly taped: boolean;
}

/** A convolution of pictures [N, H, W, C] with a kernel [KH, KW, C, O] and perhaps a bias [O]. */
export const conv = (kernel: tf.Tensor4D, bias: tf.Tensor1D | undefined, options: Window): Stage => {
  const strides: [number, number] = [...options.strides];
  const dilations: [number, number] = [...options.dilations];
  // Flipped and transposed once, on the first gradient: figures ask for thousands of them.
  let gradient: InputGradient | undefined;
  return {
    forward: (x) => {
      const picture = x as tf.Tensor4D;
      const pad = options.padding;
      // The gradient of a fused convolution computes that of its input even where nobody asks for it.
      if (!options.taped) {
        return tf.fused.conv2d({
          x: picture,
          filter: kernel,
          strides,
          pad,
          dilations,
          ...(bias && { bias }),
        });
      }
      const y = tf.conv2d(picture, kernel, strides, pad, 'NHWC', dilations);
      return bias ? tf.add(y, bias) : y;
    },
    backward: (dy, x) => {
      gradient ??= conv2dInputGradient(
        kernel,
        tf.backend_util.computeConv2DInfo(
          (x as tf.Tensor4D).shape,
          kernel.shape,
          strides,
          dilations,
          options.padding,
        ),
      );
      return gradient.apply(dy as tf.Tensor4D);
    },
    dispose: () => {
      gradient?.dispose();
      gradient = undefined;
    },
  };
};
