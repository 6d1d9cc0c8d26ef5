import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';
import { digitShape, digitSize } from '../../data/digit.ts';
import { random } from '../../lab/random.ts';
import { median } from '../../lab/statistics/median.ts';
import { chooseBackend } from '../../nets/backends.ts';
import { kernelOf } from '../../nets/kernels/register.ts';
import { loadNet } from '../../nets/load-net.ts';
import type { Net } from '../../nets/net.ts';
import { fetchBytes } from '../../nets/sources/fetch.ts';

type Kernels = readonly (tf.KernelConfig | undefined)[];

/** Every kernel that ours replace. */
const names = [
  'BatchMatMul',
  'Conv2DBackpropFilter',
  'Conv2DBackpropInput',
  'DepthwiseConv2dNativeBackpropFilter',
  'DepthwiseConv2dNativeBackpropInput',
  'MaxPoolGrad',
];

const snapshot = (): Kernels => names.map((name) => kernelOf(name, 'wasm'));

const install = (kernels: Kernels): void =>
  names.forEach((name, i) => {
    if (kernelOf(name, 'wasm')) tf.unregisterKernel(name, 'wasm');
    const kernel = kernels[i];
    if (kernel) tf.registerKernel(kernel);
  });

interface Published {
  readonly modelTopology: { model_config: { config: { layers: { config: { activation?: string } }[] } } };
  readonly weightsManifest: readonly { readonly weights: tf.io.WeightsManifestEntry[] }[];
}

/**
 * The published model as TensorFlow.js itself loads it, up to its logits: its last activation is left out.
 */
const stockModel = async (base: string): Promise<tf.LayersModel> => {
  const { modelTopology, weightsManifest } = (await (
    await fetch(`${base}digits-lenet/model.json`)
  ).json()) as Published;
  const last = modelTopology.model_config.config.layers.at(-1);
  if (last) last.config.activation = 'linear';
  const weightData = await (await fetch(`${base}digits-lenet/weights.bin`)).arrayBuffer();
  const weightSpecs = weightsManifest.flatMap(({ weights }) => weights);
  return tf.loadLayersModel(tf.io.fromMemory({ modelTopology, weightSpecs, weightData }));
};

interface Rival {
  forward(x: Float32Array<ArrayBuffer>, labels: Int32Array): Promise<unknown>;
  gradient(x: Float32Array<ArrayBuffer>, labels: Int32Array): Promise<Float32Array>;
}

const ourRival = (net: Net): Rival => ({
  forward: (x) => net.logits(x),
  gradient: async (x, labels) => (await net.loss(x, labels)).gradient,
});

const stockRival = (model: tf.LayersModel): Rival => {
  const input = (x: Float32Array) => tf.tensor4d(x, [x.length / digitSize, ...digitShape]);
  const read = async (t: tf.Tensor): Promise<Float32Array> => {
    const values = await t.data<'float32'>();
    t.dispose();
    return values;
  };
  return {
    forward: (x) => read(tf.tidy(() => model.predict(input(x)) as tf.Tensor)),
    gradient: (x, labels) =>
      read(
        tf.tidy(() => {
          const targets = tf.oneHot(labels, 10);
          const loss = (t: tf.Tensor): tf.Scalar =>
            tf.losses.softmaxCrossEntropy(
              targets,
              model.apply(t) as tf.Tensor,
              undefined,
              undefined,
              tf.Reduction.SUM,
            );
          return tf.grad(loss)(input(x));
        }),
      ),
  };
};

const time = async (work: () => Promise<unknown>, repeats: number): Promise<number> => {
  const start = performance.now();
  for (let i = 0; i < repeats; i++) await work();
  return (performance.now() - start) / repeats;
};

/** Measures both rivals in turn, round by round, so that whatever else the machine does hits both alike. */
const measure = async (
  ours: Rival,
  stock: Rival,
  use: { ours(): void; stock(): void },
  batch: number,
  rounds: number,
  repeats: number,
) => {
  const stream = random(batch);
  const x = Float32Array.from({ length: batch * digitSize }, () => stream.uniform());
  const labels = Int32Array.from({ length: batch }, () => stream.integer(10));
  const times: Record<'forwardOurs' | 'forwardStock' | 'gradientOurs' | 'gradientStock', number[]> = {
    forwardOurs: [],
    forwardStock: [],
    gradientOurs: [],
    gradientStock: [],
  };
  for (let round = -2; round < rounds; round++) {
    use.ours();
    const forwardOurs = await time(() => ours.forward(x, labels), repeats);
    const gradientOurs = await time(() => ours.gradient(x, labels), repeats);
    use.stock();
    const forwardStock = await time(() => stock.forward(x, labels), repeats);
    const gradientStock = await time(() => stock.gradient(x, labels), repeats);
    // The first two rounds warm up the compilers.
    if (round < 0) continue;
    times.forwardOurs.push(forwardOurs);
    times.gradientOurs.push(gradientOurs);
    times.forwardStock.push(forwardStock);
    times.gradientStock.push(gradientStock);
  }
  const ratios = times.gradientStock.map((t, i) => t / (times.gradientOurs[i] ?? NaN));
  return {
    batch,
    rounds,
    forward: { ours: median(times.forwardOurs), stock: median(times.forwardStock) },
    gradient: { ours: median(times.gradientOurs), stock: median(times.gradientStock) },
    speedup: median(ratios),
    passes: {
      ours: median(times.gradientOurs) / median(times.forwardOurs),
      stock: median(times.gradientStock) / median(times.forwardStock),
    },
  };
};

const run = async () => {
  const base = new URL('models/', document.baseURI).href;
  const stockKernels = snapshot();
  const backend = await chooseBackend('wasm');
  const ourKernels = snapshot();
  const use = { ours: () => install(ourKernels), stock: () => install(stockKernels) };
  const ours = ourRival(await loadNet('digits-lenet', fetchBytes(base)));
  const stock = stockRival(await stockModel(base));

  const stream = random('agree');
  const x = Float32Array.from({ length: 8 * digitSize }, () => stream.uniform());
  const labels = Int32Array.from({ length: 8 }, (_, i) => i);
  use.stock();
  const theirs = await stock.gradient(x, labels);
  use.ours();
  const mine = await ours.gradient(x, labels);
  const scale = Math.max(...theirs.map(Math.abs));
  const disagreement = Math.max(...theirs.map((value, i) => Math.abs(value - (mine[i] ?? NaN)))) / scale;

  return {
    experiment: 'bench',
    net: 'digits-lenet',
    backend: backend.id,
    disagreement,
    batches: {
      '64': await measure(ours, stock, use, 64, 15, 1),
      '1': await measure(ours, stock, use, 1, 40, 10),
    },
  };
};

Object.assign(globalThis, { bench: run() });
