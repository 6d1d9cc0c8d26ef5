import * as tf from '@tensorflow/tfjs-core';
import type { Oracle, Vec } from '../lab/oracle.ts';
import { differentiable } from '../lab/oracles/differentiable.ts';
import { readerError } from '../lab/reader-error.ts';
import { row } from '../lab/vec.ts';
import { inChunks, take } from './chunks.ts';
import { sizeOf } from './format/layers.ts';
import type { Model } from './format/model-file.ts';
import { stagesOf } from './stages/stages.ts';

/** An oracle that holds tensors until it is disposed. */
export interface ModelOracle extends Oracle {
  dispose(): void;
}

/** Most rows computed at once: enough to keep the kernels busy. */
const most = 128;

/** Most numbers kept between a forward and a reverse pass: few enough for a phone's memory. */
const room = 2 ** 23;

/** Most numbers of a Jacobian that is answered: a gibibyte of them. */
const answerable = 2 ** 28;

/** How many rows of a model are computed at once. */
const rowsAtOnce = ({ layers }: Model): number => {
  const kept = layers.reduce((sum, { from, to }) => sum + sizeOf(from) + sizeOf(to), 0);
  return Math.max(1, Math.min(most, Math.floor(room / kept)));
};

/** Every row of the batch as often in a row. */
const repeated = (signal: tf.Tensor, times: number): tf.Tensor => {
  const [n = 0, ...rest] = signal.shape;
  const flat = tf.reshape(signal, [n, 1, -1]);
  return tf.reshape(tf.tile(flat, [1, times, 1]), [n * times, ...rest]);
};

/**
 * An oracle that computes a model on the backend in use. No tape: forward stages, and their reverse for the
 * input alone.
 */
export const modelOracle = (model: Model): ModelOracle => {
  const shape = model.layers[0]?.from ?? [];
  const dimension = sizeOf(shape);
  const end = model.layers.at(-1)?.to ?? [];
  const [classes = 0] = end;
  if (end.length !== 1)
    throw new Error(`The network ends in the shape [${end.join(', ')}], not in a row of classes.`);
  const chunk = rowsAtOnce(model);
  const shapes = model.layers.flatMap((layer) => layer.weights);
  const weights = shapes.map((weight, i) => tf.tensor(model.weights[i] ?? [], [...weight.shape]));
  const stages = stagesOf(model.layers, weights);

  const input = (x: Vec): tf.Tensor => tf.tensor(x, [x.length / dimension, ...shape]);

  const logits = async (rows: Vec): Promise<Vec> =>
    take(tf.tidy(() => stages.reduce((y, stage) => stage.forward(y), input(rows))));

  /** The signals from the input to the logits, kept: the reverse pass walks them backwards. */
  const pathOf = (rows: Vec): tf.Tensor[] =>
    tf.tidy(() => {
      const signals = [input(rows)];
      for (const stage of stages) signals.push(stage.forward(signals.at(-1) as tf.Tensor));
      return signals;
    });
  const backwards = (path: readonly tf.Tensor[], upstream: Vec): tf.Tensor =>
    tf.tidy(() =>
      stages.reduceRight<tf.Tensor>(
        (dy, stage, i) => stage.backward(dy, path[i] as tf.Tensor, path[i + 1] as tf.Tensor),
        tf.tensor(upstream, [upstream.length / classes, classes]),
      ),
    );

  // The weights of the logits are found on the host, where a probability that rounds to 1 still leaves a
  // gradient; classes are few.
  const pullback = async (rows: Vec, weigh: (logits: Vec) => Vec): Promise<readonly [Vec, Vec]> => {
    const path = pathOf(rows);
    try {
      const answer = new Float32Array(await (path.at(-1) as tf.Tensor).data<'float32'>());
      return [answer, await take(backwards(path, weigh(answer)))];
    } finally {
      tf.dispose(path);
    }
  };

  /**
   * As many logits at a time as rows would be computed at once: a thousand classes make a thousand rows of
   * one.
   */
  const jacobian = async (rows: Vec): Promise<readonly [Vec, Vec]> => {
    const n = rows.length / dimension;
    const all = new Float32Array(n * classes * dimension);
    const short = pathOf(rows);
    try {
      const block = Math.min(classes, chunk);
      for (let from = 0; from < classes; from += block) {
        const count = Math.min(block, classes - from);
        const path = tf.tidy(() => short.map((signal) => repeated(signal, count)));
        try {
          const chosen = new Float32Array(n * count * classes);
          for (let r = 0; r < n * count; r++) chosen[r * classes + from + (r % count)] = 1;
          const gradients = await take(backwards(path, chosen));
          for (let i = 0; i < n; i++)
            all.set(row(gradients, i, count * dimension), (i * classes + from) * dimension);
        } finally {
          tf.dispose(path);
        }
      }
      return [new Float32Array(await (short.at(-1) as tf.Tensor).data<'float32'>()), all];
    } finally {
      tf.dispose(short);
    }
  };

  const oracle = differentiable({
    dimension,
    classes,
    logits: async (x) => {
      const [answers = x] = await inChunks(x, dimension, chunk, async (rows) => [await logits(rows)]);
      return answers;
    },
    pullback: async (x, weigh) => {
      const [answers = x, gradient = x] = await inChunks(x, dimension, chunk, (rows, from) =>
        pullback(rows, (z) => weigh(z, from)),
      );
      return { logits: answers, gradient };
    },
  });

  return {
    ...oracle,
    loss: async (x, labels) => {
      if (labels.length * dimension !== x.length) throw new RangeError('There must be one label per row.');
      return await oracle.loss(x, labels);
    },
    jacobian: async (x) => {
      if (x.length * classes > answerable) {
        const [n, size] = [x.length / dimension, Math.ceil((x.length * classes) / 2 ** 28)];
        throw readerError(
          `The gradients of ${classes} classes at ${n} pictures would take ${size} GB of memory; ask about fewer pictures at a time.`,
        );
      }
      const [answers = x, gradients = x] = await inChunks(
        x,
        dimension,
        Math.max(1, Math.floor(chunk / classes)),
        jacobian,
      );
      return { logits: answers, jacobian: gradients };
    },
    dispose: () => {
      stages.forEach((stage) => stage.dispose());
      tf.dispose(weights);
    },
  };
};
