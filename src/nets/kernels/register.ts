import * as tf from '@tensorflow/tfjs-core';
import { conv2dFilterGradient } from './conv2d-filter.ts';
import { conv2dInputGradient, type Geometry, type InputGradient } from './conv2d-input.ts';
import { depthwiseFilterGradient, depthwiseInputGradient } from './depthwise.ts';
import { maxPoolGradient } from './max-pool.ts';
import { transposedMatMul } from './transposed-matmul.ts';

type Padding = 'valid' | 'same' | number | tf.backend_util.ExplicitPadding;
type Shape4 = [number, number, number, number];
type PairOrOne = [number, number] | number;

/** The attributes that TensorFlow.js hands to the gradient kernels of convolutions and pools. */
type Attributes = {
  readonly strides: PairOrOne;
  readonly pad: Padding;
  readonly dilations?: PairOrOne;
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
  readonly dataFormat?: 'NHWC' | 'NCHW';
};

// Kernels are called with what the engine passes through: named tensors and unparsed attributes.
const input = (args: KernelArguments, name: string): tf.Tensor4D => args.inputs[name] as tf.Tensor4D;

type KernelArguments = Parameters<tf.KernelFunc>[0];

const geometry = (x: Shape4, filter: Shape4, a: Attributes, depthwise: boolean): Geometry => {
  if (a.dataFormat === 'NCHW') throw new Error('The gradient kernels know the NHWC layout only.');
  return tf.backend_util.computeConv2DInfo(
    x,
    filter,
    a.strides,
    a.dilations ?? 1,
    a.pad,
    a.dimRoundingMode,
    depthwise,
  );
};

const applied = (gradient: InputGradient, args: KernelArguments): tf.Tensor4D => {
  const dx = gradient.apply(input(args, 'dy'));
  gradient.dispose();
  return dx;
};

const kernels: Readonly<Record<string, (args: KernelArguments) => tf.TensorInfo>> = {
  Conv2DBackpropInput: (args) => {
    const a = args.attrs as Attributes & { readonly inputShape: Shape4 };
    const filter = input(args, 'filter');
    return applied(conv2dInputGradient(filter, geometry(a.inputShape, filter.shape, a, false)), args);
  },
  Conv2DBackpropFilter: (args) => {
    const a = args.attrs as Attributes & { readonly filterShape: Shape4 };
    const x = input(args, 'x');
    return conv2dFilterGradient(x, input(args, 'dy'), geometry(x.shape, a.filterShape, a, false));
  },
  DepthwiseConv2dNativeBackpropInput: (args) => {
    const a = args.attrs as Attributes & { readonly inputShape: Shape4 };
    const filter = input(args, 'filter');
    return applied(depthwiseInputGradient(filter, geometry(a.inputShape, filter.shape, a, true)), args);
  },
  DepthwiseConv2dNativeBackpropFilter: (args) => {
    const a = args.attrs as Attributes & { readonly filterShape: Shape4 };
    const x = input(args, 'x');
    return depthwiseFilterGradient(x, input(args, 'dy'), geometry(x.shape, a.filterShape, a, true));
  },
  MaxPoolGrad: (args) => {
    const a = args.attrs as Attributes & { readonly filterSize: PairOrOne };
    const x = input(args, 'input');
    const g = tf.backend_util.computePool2DInfo(
      x.shape,
      a.filterSize,
      a.strides,
      1,
      a.pad,
      a.dimRoundingMode,
    );
    return maxPoolGradient(input(args, 'dy'), x, input(args, 'output'), g);
  },
};

const matMul = (stock: tf.KernelConfig) => (args: KernelArguments) => {
  const { transposeA, transposeB } = args.attrs as { transposeA: boolean; transposeB: boolean };
  const plain = (a: tf.Tensor, b: tf.Tensor): tf.TensorInfo =>
    stock.kernelFunc({
      ...args,
      inputs: { a, b },
      attrs: { transposeA: false, transposeB: false },
    }) as tf.TensorInfo;
  return transposedMatMul(plain)(
    args.inputs['a'] as tf.Tensor,
    args.inputs['b'] as tf.Tensor,
    transposeA,
    transposeB,
  );
};

const replace = (config: tf.KernelConfig): void => {
  if (kernelOf(config.kernelName, config.backendName))
    tf.unregisterKernel(config.kernelName, config.backendName);
  tf.registerKernel(config);
};

/** The kernel of that name, or undefined: what getKernel really returns where a backend lacks one. */
export const kernelOf = (name: string, backend: string): tf.KernelConfig | undefined =>
  tf.getKernel(name, backend);

/**
 * Gives a backend gradient kernels composed of its own forward kernels, in place of those it lacks or
 * has slow: both gradients of convolutions and depthwise convolutions, that of max pooling, and matrix
 * products with a transposed side. Returns what puts the stock kernels back.
 */
export const registerGradientKernels = (backendName: string): (() => void) => {
  const product = kernelOf('BatchMatMul', backendName);
  const ours = { ...kernels, ...(product && { BatchMatMul: matMul(product) }) };
  const restore = Object.entries(ours).map(([kernelName, kernelFunc]) => {
    const stock = kernelOf(kernelName, backendName);
    // Replaced kernels keep their set-up: it binds the WebAssembly functions that restoring would need.
    replace({ ...stock, kernelName, backendName, kernelFunc: kernelFunc });
    return () => {
      tf.unregisterKernel(kernelName, backendName);
      if (stock) tf.registerKernel(stock);
    };
  });
  return () => restore.forEach((undo) => undo());
};
