import * as tf from '@tensorflow/tfjs-core';
import type { Loss, Oracle, Vec } from '../lab/oracle.ts';
import { crossEntropy, crossEntropyGradient } from '../lab/softmax.ts';
import type { Model } from './format/model-file.ts';
import { stagesOf } from './stages/stages.ts';

/** An oracle that holds tensors until it is disposed. */
export interface ModelOracle extends Oracle {
  dispose(): void;
}

/** Rows computed at once: enough to keep the kernels busy, few enough for a phone's memory. */
const chunk = 128;

const take = async (t: tf.Tensor): Promise<Vec> => {
  const values = new Float32Array(await t.data<'float32'>());
  t.dispose();
  return values;
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
  const check = (x: Vec): void => {
    if (x.length % dimension !== 0) throw new RangeError(`${x.length} numbers are not rows of ${dimension}.`);
  };
  /** Applies `ask` to chunks of rows and joins each of the lists it answers with. */
  const inChunks = async (
    x: Vec,
    ask: (rows: Vec, from: number) => Promise<readonly Vec[]>,
  ): Promise<readonly Vec[]> => {
    check(x);
    const answers: (readonly Vec[])[] = [];
    for (let from = 0; from * dimension < x.length; from += chunk) {
      answers.push(await ask(x.subarray(from * dimension, (from + chunk) * dimension), from));
    }
    const [only] = answers;
    if (only && answers.length === 1) return only;
    return (only ?? []).map((_, k) => Float32Array.from(answers.flatMap((lists) => [...(lists[k] ?? [])])));
  };

  const logits = async (rows: Vec): Promise<Vec> =>
    take(tf.tidy(() => stages.reduce((y, stage) => stage.forward(y), input(rows))));

  const loss = async (rows: Vec, labels: Int32Array): Promise<Loss> => {
    // The path from the input to the logits is kept: the reverse pass walks it backwards.
    const path = tf.tidy(() => {
      const signals = [input(rows)];
      for (const stage of stages) signals.push(stage.forward(signals.at(-1) ?? input(rows)));
      return signals;
    });
    try {
      const answer = new Float32Array(await (path.at(-1) as tf.Tensor).data<'float32'>());
      // On the host, where a probability that rounds to 1 still leaves a gradient; classes are few.
      const upstream = crossEntropyGradient(answer, labels, classes);
      const gradient = tf.tidy(() =>
        stages.reduceRight(
          (dy, stage, i) => stage.backward(dy, path[i] as tf.Tensor, path[i + 1] as tf.Tensor),
          tf.tensor(upstream, [labels.length, classes]),
        ),
      );
      return { loss: crossEntropy(answer, labels, classes), gradient: await take(gradient), logits: answer };
    } finally {
      tf.dispose(path);
    }
  };

  return {
    dimension,
    classes,
    logits: async (x) => {
      const [joined = new Float32Array()] = await inChunks(x, async (rows) => [await logits(rows)]);
      return joined;
    },
    loss: async (x, labels) => {
      if (labels.length * dimension !== x.length) throw new RangeError('There must be one label per row.');
      const [values = x, gradient = x, answers = x] = await inChunks(x, async (rows, from) => {
        const part = await loss(rows, labels.slice(from, from + rows.length / dimension));
        return [part.loss, part.gradient, part.logits];
      });
      return { loss: values, gradient, logits: answers };
    },
    dispose: () => {
      stages.forEach((stage) => stage.dispose());
      tf.dispose(weights);
    },
  };
};
