import type { Vec } from '../../lab/oracle.ts';
import { random } from '../../lab/random.ts';
import { shapedLayers, topology } from '../format/layers.ts';
import { modelOracle } from '../oracle.ts';
import { expected } from './self-test-numbers.ts';

const { layers } = topology.parse({
  model_config: {
    class_name: 'Sequential',
    config: {
      name: 'self-test',
      layers: [
        {
          class_name: 'Conv2D',
          config: {
            name: 'a',
            filters: 5,
            kernel_size: [3, 3],
            activation: 'relu',
            batch_input_shape: [null, 8, 8, 2],
          },
        },
        { class_name: 'MaxPooling2D', config: { name: 'b' } },
        { class_name: 'Flatten', config: { name: 'c' } },
        { class_name: 'Dense', config: { name: 'd', units: 6, activation: 'relu' } },
        { class_name: 'Dense', config: { name: 'e', units: 4 } },
      ],
    },
  },
}).model_config.config;

const normal = (name: string, length: number): Vec => {
  const stream = random('self-test').fork(name);
  return Float32Array.from({ length }, () => stream.normal());
};

/**
 * Two pictures through a small network of every kind of stage: their logits, and the gradients of their
 * losses.
 */
export const answerTest = async (): Promise<{ readonly logits: Vec; readonly gradient: Vec }> => {
  const shaped = shapedLayers(layers);
  const weights = shaped.flatMap((layer) =>
    layer.weights.map(({ name, shape }) =>
      normal(
        name,
        shape.reduce((a, b) => a * b, 1),
      ).map((w) => w / 3),
    ),
  );
  const oracle = modelOracle({ layers: shaped, weights });
  try {
    return await oracle.loss(normal('pictures', 2 * oracle.dimension), Int32Array.of(1, 3));
  } finally {
    oracle.dispose();
  }
};

/**
 * Largest error, relative to the largest number: half precision errs by 5e-4 and more, single by less than
 * 1e-5.
 */
export const tolerance = 1e-4;

const error = (got: Vec, wanted: readonly number[]): number => {
  if (got.length !== wanted.length) return Infinity;
  const scale = Math.max(...wanted.map(Math.abs));
  const worst = Math.max(...wanted.map((w, i) => Math.abs((got[i] ?? NaN) - w))) / scale;
  return Number.isNaN(worst) ? Infinity : worst;
};

/** How far the backend in use is from the stored answers, relatively; it passes below `tolerance`. */
export const selfTestError = async (): Promise<number> => {
  const { logits, gradient } = await answerTest();
  return Math.max(error(logits, expected.logits), error(gradient, expected.gradient));
};
