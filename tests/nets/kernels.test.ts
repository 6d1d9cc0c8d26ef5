import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-layers';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { random } from '../../src/lab/random.ts';
import { conv2dFilterGradient } from '../../src/nets/kernels/conv2d-filter.ts';
import { conv2dInputGradient } from '../../src/nets/kernels/conv2d-input.ts';
import { depthwiseFilterGradient, depthwiseInputGradient } from '../../src/nets/kernels/depthwise.ts';
import { registerGradientKernels } from '../../src/nets/kernels/register.ts';
import { gap, on } from './wasm.ts';

type Shape4 = [number, number, number, number];
type Pair = [number, number];

const close = 1e-4;
const numbers = (seed: number, shape: readonly number[]): tf.Tensor4D => {
  const stream = random(seed);
  const values = Float32Array.from({ length: tf.util.sizeFromShape([...shape]) }, () => stream.normal());
  return tf.tensor4d(values, shape as Shape4);
};

/**
 * Shapes, strides and paddings of convolutions whose output is not empty; either strides or dilations are 1.
 */
const convolution = fc
  .record({
    seed: fc.nat(1e6),
    batch: fc.integer({ min: 1, max: 3 }),
    size: fc.tuple(fc.integer({ min: 1, max: 11 }), fc.integer({ min: 1, max: 11 })),
    kernel: fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })),
    from: fc.integer({ min: 1, max: 9 }),
    to: fc.integer({ min: 1, max: 9 }),
    strides: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
    dilations: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
    dilated: fc.boolean(),
    margins: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 4, maxLength: 4 }),
    padding: fc.constantFrom('valid', 'same', 'number', 'explicit'),
  })
  .map((c) => {
    const [top = 0, bottom = 0, left = 0, right = 0] = c.margins;
    const explicit: tf.backend_util.ExplicitPadding = [
      [0, 0],
      [top, bottom],
      [left, right],
      [0, 0],
    ];
    // TensorFlow.js reads a single number as the padding of square kernels under equal strides only.
    const square = c.kernel[0] === c.kernel[1] && c.strides[0] === c.strides[1] && !c.dilated;
    const pad: 'valid' | 'same' | number | tf.backend_util.ExplicitPadding =
      c.padding === 'explicit'
        ? explicit
        : c.padding === 'same'
          ? 'same'
          : c.padding === 'number' && square
            ? top
            : 'valid';
    return {
      ...c,
      pad,
      strides: c.dilated ? ([1, 1] as Pair) : c.strides,
      dilations: c.dilated ? c.dilations : ([1, 1] as Pair),
      x: [c.batch, ...c.size, c.from] as Shape4,
    };
  })
  .filter(({ x, kernel, strides, dilations, pad }) => {
    const g = tf.backend_util.computeConv2DInfo(x, [...kernel, 1, 1], strides, dilations, pad, 'floor', true);
    return g.outHeight > 0 && g.outWidth > 0;
  });

type Convolution = typeof convolution extends fc.Arbitrary<infer C> ? C : never;

const geometry = (c: Convolution, filter: Shape4, depthwise: boolean) =>
  tf.backend_util.computeConv2DInfo(c.x, filter, c.strides, c.dilations, c.pad, 'floor', depthwise);

/**
 * A filter with zeros between its taps at dilation 1 is the dilated filter, and the gradient at the taps is
 * the gradient asked for. The CPU backend's gradient kernels know no dilation, so this is how they are asked.
 */
const spread = (filter: tf.Tensor4D, [dh, dw]: Pair): tf.Tensor4D => {
  const [kh, kw, c, o] = filter.shape;
  const holes = tf.pad(tf.reshape<tf.Rank.R6>(filter, [kh, 1, kw, 1, c, o]), [
    [0, 0],
    [0, dh - 1],
    [0, 0],
    [0, dw - 1],
    [0, 0],
    [0, 0],
  ]);
  const whole = tf.reshape<tf.Rank.R4>(holes, [kh * dh, kw * dw, c, o]);
  return tf.slice(whole, [0, 0, 0, 0], [(kh - 1) * dh + 1, (kw - 1) * dw + 1, c, o]);
};
const gather = (spreadOut: tf.Tensor4D, [dh, dw]: Pair): tf.Tensor =>
  tf.stridedSlice(spreadOut, [0, 0, 0, 0], spreadOut.shape, [dh, dw, 1, 1]);

const cpu = (kernel: string, inputs: Record<string, tf.Tensor>, attrs: object): tf.Tensor4D =>
  tf.engine().runKernel<tf.Tensor4D>(kernel, inputs, attrs as tf.NamedAttrMap);

const agree = (law: (c: Convolution) => Promise<[Float32Array, Float32Array]>, runs = 60) =>
  fc.assert(
    fc.asyncProperty(convolution, async (c) => {
      const [ours, theirs] = await law(c);
      expect(gap(ours, theirs)).toBeLessThan(close);
    }),
    { numRuns: runs, seed: 20 },
  );

describe('Gradient kernels composed of forward kernels, on WebAssembly, against the CPU backend', () => {
  it('give the input gradient of a convolution', () =>
    agree(async (c) => {
      const shape: Shape4 = [...c.kernel, c.from, c.to];
      const g = geometry(c, shape, false);
      const dy = () => numbers(c.seed, g.outShape);
      const filter = () => numbers(c.seed + 1, shape);
      return [
        await on('wasm', () => conv2dInputGradient(filter(), g).apply(dy())),
        await on('cpu', () =>
          cpu(
            'Conv2DBackpropInput',
            { dy: dy(), filter: spread(filter(), c.dilations) },
            {
              strides: c.strides,
              pad: explicit(g),
              inputShape: c.x,
              dataFormat: 'NHWC',
            },
          ),
        ),
      ];
    }));

  it('give the filter gradient of a convolution', () =>
    agree(async (c) => {
      const shape: Shape4 = [...c.kernel, c.from, c.to];
      const g = geometry(c, shape, false);
      const dy = () => numbers(c.seed, g.outShape);
      const x = () => numbers(c.seed + 1, c.x);
      return [
        await on('wasm', () => conv2dFilterGradient(x(), dy(), g)),
        await on('cpu', () =>
          gather(
            cpu(
              'Conv2DBackpropFilter',
              { x: x(), dy: dy() },
              {
                strides: c.strides,
                pad: explicit(g),
                filterShape: [g.effectiveFilterHeight, g.effectiveFilterWidth, c.from, c.to],
                dataFormat: 'NHWC',
              },
            ),
            c.dilations,
          ),
        ),
      ];
    }));

  it('give the input gradient of a depthwise convolution, for every channel multiplier', () =>
    agree(async (c) => {
      const shape: Shape4 = [...c.kernel, c.from, 1 + (c.to % 3)];
      const g = geometry(c, shape, true);
      const dy = () => numbers(c.seed, g.outShape);
      const filter = () => numbers(c.seed + 1, shape);
      return [
        await on('wasm', () => depthwiseInputGradient(filter(), g).apply(dy())),
        await on('cpu', () =>
          cpu(
            'DepthwiseConv2dNativeBackpropInput',
            { dy: dy(), filter: spread(filter(), c.dilations) },
            {
              strides: c.strides,
              dilations: 1,
              pad: explicit(g),
              inputShape: c.x,
            },
          ),
        ),
      ];
    }));

  it('give the filter gradient of a depthwise convolution, for every channel multiplier', () =>
    agree(async (c) => {
      const shape: Shape4 = [...c.kernel, c.from, 1 + (c.to % 3)];
      const g = geometry(c, shape, true);
      const dy = () => numbers(c.seed, g.outShape);
      const x = () => numbers(c.seed + 1, c.x);
      return [
        await on('wasm', () => depthwiseFilterGradient(x(), dy(), g)),
        await on('cpu', () =>
          gather(
            cpu(
              'DepthwiseConv2dNativeBackpropFilter',
              { x: x(), dy: dy() },
              {
                strides: c.strides,
                dilations: 1,
                pad: explicit(g),
                filterShape: [g.effectiveFilterHeight, g.effectiveFilterWidth, c.from, shape[3]],
              },
            ),
            c.dilations,
          ),
        ),
      ];
    }));
});

/** The padding of a geometry written out, so that it means the same for the spread filter. */
const explicit = (g: tf.backend_util.Conv2DInfo): tf.backend_util.ExplicitPadding => [
  [0, 0],
  [g.padInfo.top, g.padInfo.bottom],
  [g.padInfo.left, g.padInfo.right],
  [0, 0],
];

describe('Gradient kernels registered for WebAssembly', () => {
  let restore: () => void;
  beforeAll(async () => {
    await tf.setBackend('wasm');
    restore = registerGradientKernels('wasm');
  });
  afterAll(() => restore());

  it('give the gradient of max pooling, overlapping or not, and choose the first of equal maxima', () =>
    fc.assert(
      fc.asyncProperty(
        fc.nat(1e6),
        fc.tuple(
          fc.integer({ min: 1, max: 3 }),
          fc.integer({ min: 1, max: 9 }),
          fc.integer({ min: 1, max: 9 }),
        ),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom('valid', 'same', 0, 1),
        async (seed, [n, h, w], channels, window, stride, pad) => {
          fc.pre(typeof pad !== 'number' || pad < window);
          const attrs = { filterSize: window, strides: stride, pad: pad as 'valid' | number };
          const g = tf.backend_util.computePool2DInfo([n, h, w, channels], window, stride, 1, attrs.pad);
          // Every window must hold a pixel.
          fc.pre(g.outHeight > 0 && g.outWidth > 0);
          fc.pre(
            (g.outHeight - 1) * stride < h + g.padInfo.top && (g.outWidth - 1) * stride < w + g.padInfo.left,
          );
          // Rounded to halves so that windows have equal maxima.
          const run = () => {
            const x: tf.Tensor4D = tf.div(tf.round(tf.mul(numbers(seed, [n, h, w, channels]), 2)), 2);
            const output = tf.maxPool(x, window, stride, attrs.pad);
            const dy = numbers(seed + 1, g.outShape);
            return cpu('MaxPoolGrad', { dy, input: x, output }, attrs);
          };
          expect(gap(await on('wasm', run), await on('cpu', run))).toBeLessThan(close);
        },
      ),
      { numRuns: 150, seed: 20 },
    ));

  it('give matrix products with either side transposed', () =>
    fc.assert(
      fc.asyncProperty(
        fc.nat(1e6),
        fc.boolean(),
        fc.boolean(),
        fc.tuple(
          fc.integer({ min: 1, max: 3 }),
          fc.integer({ min: 1, max: 9 }),
          fc.integer({ min: 1, max: 9 }),
          fc.integer({ min: 1, max: 9 }),
        ),
        async (seed, ta, tb, [batch, n, k, m]) => {
          const run = () =>
            tf.matMul(
              numbers(seed, ta ? [batch, 1, k, n] : [batch, 1, n, k]),
              numbers(seed + 1, tb ? [batch, 1, m, k] : [batch, 1, k, m]),
              ta,
              tb,
            );
          expect(gap(await on('wasm', run), await on('cpu', run))).toBeLessThan(close);
        },
      ),
      { numRuns: 40, seed: 20 },
    ));

  it('let the tape differentiate a small convolutional network, which the stock backend refuses', async () => {
    const run = () => {
      const x = numbers(1, [2, 12, 12, 2]);
      const loss = (w: tf.Tensor, v: tf.Tensor) => {
        const a = tf.maxPool(tf.relu(tf.conv2d(x, w as tf.Tensor4D, 1, 'same')), 2, 2, 'valid');
        return tf.sum(tf.square(tf.depthwiseConv2d(a, v as tf.Tensor4D, 2, 'same')));
      };
      const [dw, dv] = tf.grads(loss)([numbers(2, [3, 3, 2, 4]), numbers(3, [3, 3, 4, 1])]);
      return tf.concat([tf.reshape(dw ?? [], [-1]), tf.reshape(dv ?? [], [-1])]);
    };
    expect(gap(await on('wasm', run), await on('cpu', run))).toBeLessThan(close);
    restore();
    await expect(on('wasm', run)).rejects.toThrow(/Kernel '.*' not registered for backend 'wasm'/);
    restore = registerGradientKernels('wasm');
  });

  it('leave no tensor behind', async () => {
    await tf.setBackend('wasm');
    const before = tf.memory().numTensors;
    const x = numbers(1, [1, 8, 8, 3]);
    const f = (t: tf.Tensor) =>
      tf.sum(tf.maxPool(tf.conv2d(t as tf.Tensor4D, numbers(2, [3, 3, 3, 2]), 2, 'same'), 2, 1, 'same'));
    const gradient = tf.grad(f)(x);
    tf.dispose([x, gradient]);
    expect(tf.memory().numTensors - before).toBeLessThanOrEqual(1);
  });
});
