// For its gradients: in Node, TensorFlow.js' core alone has none registered.
import '@tensorflow/tfjs-layers';
import * as tf from '@tensorflow/tfjs-core';
import type { Vec } from '../lab/oracle.ts';
import type { Random } from '../lab/random.ts';
import { joined } from '../lab/vec.ts';
import { shapedLayers, topology, type Topology, type WeightShape } from './format/layers.ts';
import { modelOracle, type ModelOracle } from './oracle.ts';
import { stagesOf } from './stages/stages.ts';

/**
 * That a net should say the same of an input and of the same input nudged: β·KL(p(x) ‖ p(x′)), as in TRADES
 * (Zhang et al. 2019).
 */
export interface Agreement {
  readonly nudged: Vec;
  readonly beta: number;
}

/** A declared network whose weights are given anew with every question. */
export interface Trainable {
  readonly shapes: readonly WeightShape[];
  /**
   * Mean cross-entropy in nats over n inputs, with its gradient in each weight. With `agreement`, how far the
   * answers about the nudged inputs are from those about the inputs, in nats, is added, so many times.
   */
  gradients(
    weights: readonly Vec[],
    x: Vec,
    labels: Int32Array,
    agreement?: Agreement,
  ): Promise<{ readonly loss: number; readonly gradients: readonly Vec[] }>;
  /** Logits of n inputs. */
  logits(weights: readonly Vec[], x: Vec): Promise<Vec>;
  /** The network of these weights, to be attacked; free it after use. */
  oracle(weights: readonly Vec[]): ModelOracle;
}

const vec = async (t: tf.Tensor): Promise<Vec> => {
  const values = Float32Array.from(await t.data());
  t.dispose();
  return values;
};

/** Mean of KL(p ‖ q) over rows of logits of p and q, in nats. */
const divergence = (p: tf.Tensor, q: tf.Tensor): tf.Scalar => {
  const gap = tf.sub(tf.logSoftmax(p), tf.logSoftmax(q));
  return tf.mean(tf.sum(tf.mul(tf.softmax(p), gap), 1));
};

/** The network of a declaration, to be trained on the backend in use. */
export const trainable = (declared: Topology): Trainable => {
  const layers = shapedLayers(topology.parse(declared).model_config.config.layers);
  const shapes = layers.flatMap((each) => each.weights);
  const from = layers[0]?.from ?? [];
  const width = from.reduce((a, b) => a * b, 1);
  const run = (weights: readonly tf.Tensor[], x: tf.Tensor): tf.Tensor =>
    stagesOf(layers, weights, true).reduce((y, stage) => stage.forward(y), x);
  const tensors = (weights: readonly Vec[]): tf.Tensor[] =>
    shapes.map(({ shape }, i) => tf.tensor(weights[i] ?? new Float32Array(), [...shape]));
  const inputs = (x: Vec): tf.Tensor => tf.tensor(x, [x.length / width, ...from]);

  return {
    shapes,
    gradients: async (weights, x, labels, agreement) => {
      const { value, grads } = tf.tidy(() => {
        const batch = inputs(agreement ? joined([x, agreement.nudged]) : x);
        const loss = (...parameters: tf.Tensor[]): tf.Scalar => {
          const answers = run(parameters, batch);
          const n = labels.length;
          const logits = tf.slice(answers, 0, n);
          const correct = tf.oneHot(labels, logits.shape[1] ?? 0);
          const wrong = tf.reshape<tf.Rank.R0>(tf.losses.softmaxCrossEntropy(correct, logits), []);
          if (!agreement) return wrong;
          const apart = divergence(logits, tf.slice(answers, n, n));
          return tf.add<tf.Scalar>(wrong, tf.mul(agreement.beta, apart));
        };
        return tf.valueAndGrads(loss)(tensors(weights));
      });
      const [mean = NaN] = await vec(value);
      return { loss: mean, gradients: await Promise.all(grads.map(vec)) };
    },
    oracle: (weights) => modelOracle({ layers, weights }),
    logits: (weights, x) => vec(tf.tidy(() => run(tensors(weights), inputs(x)))),
  };
};

/** Seeded first weights: kernels normal with variance 2 / fan-in (He et al. 2015), biases zero. */
export const initialWeights = (shapes: readonly WeightShape[], random: Random): readonly Vec[] =>
  shapes.map(({ name, shape }) => {
    const stream = random.fork(name);
    const fanIn = shape.slice(0, -1).reduce((a, b) => a * b, 1);
    const length = fanIn * (shape.at(-1) ?? 1);
    return Float32Array.from({ length }, () =>
      shape.length > 1 ? stream.normal() * Math.sqrt(2 / fanIn) : 0,
    );
  });
