import * as tf from '@tensorflow/tfjs-core';
import type { Oracle, Vec } from '../lab/oracle.ts';
import { differentiable } from '../lab/oracles/differentiable.ts';
import { inChunks, take } from './chunks.ts';
import type { Model } from './format/model-file.ts';
import { stagesOf } from './stages/stages.ts';

/** An oracle that holds tensors until it is disposed. */
export interface ModelOracle extends Oracle {
  dispose(): void;
}

/** Rows computed at once: enough to keep the kernels busy, few enough for a phone's memory. */
const chunk = 128;

/** Every row of the batch as often in a row. */
const repeated = (signal: tf.Tensor, times: number): tf.Tensor => {
  const [n = 0, ...rest] = signal.shape;
  const flat = tf.reshape(signal, [n, 1, -1]);
  return tf.reshape(tf.tile(flat, [1, times, 1]), [n * times, ...rest]);
};

/** An oracle that computes a model on the backend in use. No tape: forward stages, and their reverse for the input alone. */
export const modelOracle = (model: Model): ModelOracle => {
  const shape = model.layers[0]?.from ?? [];
  const dimension = shape.reduce((a, b) => a * b, 1);
  const classes = model.layers.at(-1)?.to.at(-1) ?? 0;
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

  const jacobian = async (rows: Vec): Promise<readonly [Vec, Vec]> => {
    const short = pathOf(rows);
    const path = tf.tidy(() => short.map((signal) => repeated(signal, classes)));
    try {
      const answer = new Float32Array(await (short.at(-1) as tf.Tensor).data<'float32'>());
      const identity = new Float32Array(answer.length * classes).map((_, i) =>
        i % classes === Math.floor(i / classes) % classes ? 1 : 0,
      );
      return [answer, await take(backwards(path, identity))];
    } finally {
      tf.dispose([...short, ...path]);
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
