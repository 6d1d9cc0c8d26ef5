import * as tf from '@tensorflow/tfjs-core';
import type { Batch } from './batch.ts';
import { matches } from './features.ts';
import { readerShapes, type ReaderTopology } from './topology.ts';

/** A reader's weights but its table, by name. */
export type ReaderWeights = ReadonlyMap<string, tf.Tensor>;

/** Tensors of a reader's weights but its table, by name, given them in the order of its file. */
export const named = (topology: ReaderTopology, tensors: readonly tf.Tensor[]): ReaderWeights =>
  new Map(
    readerShapes(topology)
      .slice(1)
      .map(({ name }, i) => [name, tensors[i] as tf.Tensor]),
  );

/** So small a logit that its share of a softmax is nothing. */
const never = -1e4;

/** Every position's triple of itself and the words `dilation` before and after it: [n, length, 3·width]. */
const triples = (x: tf.Tensor3D, dilation: number): tf.Tensor3D => {
  const [n, length, width] = x.shape;
  const padded = tf.pad3d(x, [
    [0, 0],
    [dilation, dilation],
    [0, 0],
  ]);
  return tf.concat3d(
    [0, dilation, 2 * dilation].map((from) => tf.slice3d(padded, [0, from, 0], [n, length, width])),
    2,
  );
};

const sum = (x: tf.Tensor3D, y: tf.Tensor): tf.Tensor3D => tf.add(x, y);
const product = (x: tf.Tensor3D, y: tf.Tensor): tf.Tensor3D => tf.mul(x, y);

/** −10⁴ where there is no word. */
const blocked = (mask: tf.Tensor3D): tf.Tensor => tf.mul(tf.sub(1, mask), never);

/**
 * Where a reader points: logits [n, passage, 2] for the answer's first and last word. Every word of the
 * passage attends over the question's words (dot products), layers of dilated triples mix it with its
 * neighbours, and the question as a whole says what to look for (a bilinear pointer). `words` is the batch's
 * embedded words, [n·passage + n·question, embedding].
 */
export const pointers = (
  { config }: ReaderTopology,
  batch: Batch,
  words: tf.Tensor2D,
  weights: ReaderWeights,
): tf.Tensor3D => {
  const { count: n, passageLength: p, questionLength: q } = batch;
  const { embedding, hidden } = config;
  const weight = (name: string): tf.Tensor2D => weights.get(name) as tf.Tensor2D;
  /** x·W for every position: [n, length, from] to [n, length, to]. */
  const each = (x: tf.Tensor3D, name: string): tf.Tensor3D => {
    const [count, length, width] = x.shape;
    return tf.reshape(tf.matMul(tf.reshape(x, [count * length, width]), weight(name)), [count, length, -1]);
  };
  const passageMask = tf.tensor3d(batch.passageMask, [n, p, 1]);
  const outside = blocked(tf.tensor3d(batch.questionMask, [n, 1, q]));

  const passage: tf.Tensor3D = tf.reshape(tf.slice2d(words, [0, 0], [n * p, embedding]), [n, p, embedding]);
  const question: tf.Tensor3D = tf.reshape(tf.slice2d(words, [n * p, 0], [n * q, embedding]), [
    n,
    q,
    embedding,
  ]);
  const heard = tf.relu(sum(each(triples(question, 1), 'question/kernel'), weight('question/bias')));
  const scores: tf.Tensor3D = tf.reshape(each(heard, 'question/weight'), [n, 1, q]);
  const whole: tf.Tensor2D = tf.reshape(tf.matMul(tf.softmax(sum(scores, outside)), heard), [n, hidden]);

  const asked = each(question, 'attention/kernel');
  const likeness: tf.Tensor3D = tf.matMul(each(passage, 'attention/kernel'), asked, false, true);
  const shares = tf.softmax(sum(product(likeness, tf.scalar(1 / Math.sqrt(embedding))), outside));
  const meeting = tf.concat3d(
    [passage, tf.matMul(shares, heard), tf.tensor3d(batch.matches, [n, p, matches])],
    2,
  );
  const wanted = tf.add(tf.matMul(whole, weight('meeting/question')), weight('meeting/bias'));
  const first = tf.relu(sum(each(meeting, 'meeting/kernel'), tf.reshape(wanted, [n, 1, hidden])));
  const last = config.dilations.reduce(
    (x, dilation) => {
      const mixed = sum(
        each(triples(x, dilation), `context${dilation}/kernel`),
        weight(`context${dilation}/bias`),
      );
      return product(sum(x, tf.relu(mixed)), passageMask);
    },
    product(first, passageMask),
  );

  const sought = tf.add(tf.matMul(whole, weight('pointer/kernel')), weight('pointer/bias'));
  return sum(tf.matMul(last, tf.reshape(sought, [n, hidden, 2])), blocked(passageMask));
};
