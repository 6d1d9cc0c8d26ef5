// For its gradients: in Node, TensorFlow.js' core alone has none registered.
import '@tensorflow/tfjs-layers';
import * as tf from '@tensorflow/tfjs-core';
import type { Vec } from '../../lab/oracle.ts';
import type { Span } from '../../lab/reading/reader.ts';
import { embedded, embeddedGradient, type Batch } from './batch.ts';
import { named, pointers } from './forward.ts';
import { readerShapes, type ReaderTopology } from './topology.ts';

const vec = async (t: tf.Tensor): Promise<Vec> => {
  const values = Float32Array.from(await t.data());
  t.dispose();
  return values;
};

/**
 * Mean over the batch of the cross-entropies of the answers' first and last words, in nats, with its gradient
 * in every weight of the reader.
 */
export const readerGradients = async (
  topology: ReaderTopology,
  weights: readonly Vec[],
  batch: Batch,
  answers: readonly Span[],
): Promise<{ readonly loss: number; readonly gradients: readonly Vec[] }> => {
  const { embedding, rows } = topology.config;
  const [table = new Float32Array(), ...others] = weights;
  const { value, grads } = tf.tidy(() => {
    const words = tf.tensor2d(embedded(table, batch.rows, embedding), [batch.rows.length, embedding]);
    const shapes = readerShapes(topology).slice(1);
    const parameters = others.map((values, i) => tf.tensor(values, [...(shapes[i]?.shape ?? [])]));
    const loss = (inputs: tf.Tensor, ...given: tf.Tensor[]): tf.Scalar => {
      const logits = pointers(topology, batch, inputs as tf.Tensor2D, named(topology, given));
      const both = tf.reshape(tf.transpose(logits, [0, 2, 1]), [2 * batch.count, batch.passageLength]);
      const wanted = answers.flatMap(({ start, end }) => [start, end]);
      return tf.mul(2, tf.losses.softmaxCrossEntropy(tf.oneHot(wanted, batch.passageLength), both));
    };
    return tf.valueAndGrads(loss)([words, ...parameters]);
  });
  const [mean = NaN] = await vec(value);
  const [ofWords = table, ...gradients] = await Promise.all(grads.map(vec));
  return { loss: mean, gradients: [embeddedGradient(ofWords, batch.rows, embedding, rows), ...gradients] };
};
