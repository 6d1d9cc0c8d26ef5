import * as tf from '@tensorflow/tfjs-core';
import type { InputGradient } from '../kernels/conv2d-input.ts';
import { depthwiseInputGradient } from '../kernels/depthwise.ts';
import type { Window } from './conv.ts';
import type { Stage } from './stage.ts';

/**
 * A convolution of each channel of pictures [N, H, W, C] by itself, with a kernel [KH, KW, C, M] and perhaps
 * a bias [C·M].
 */
export const depthwise = (kernel: tf.Tensor4D, bias: tf.Tensor1D | undefined, window: Window): Stage => {
  const strides: [number, number] = [...window.strides];
  const dilations: [number, number] = [...window.dilations];
  const pad = window.padding;
  // Flipped once, on the first gradient.
  let gradient: InputGradient | undefined;
  return {
    forward: (x) => {
      const picture = x as tf.Tensor4D;
      if (!window.taped) {
        return tf.fused.depthwiseConv2d({
          x: picture,
          filter: kernel,
          strides,
          pad,
          dilations,
          ...(bias && { bias }),
        });
      }
      const y = tf.depthwiseConv2d(picture, kernel, strides, pad, 'NHWC', dilations);
      return bias ? tf.add(y, bias) : y;
    },
    backward: (dy, x) => {
      const { shape } = x as tf.Tensor4D;
      gradient ??= depthwiseInputGradient(
        kernel,
        tf.backend_util.computeConv2DInfo(shape, kernel.shape, strides, dilations, pad, 'floor', true),
      );
      return gradient.apply(dy as tf.Tensor4D);
    },
    dispose: () => {
      gradient?.dispose();
      gradient = undefined;
    },
  };
};
