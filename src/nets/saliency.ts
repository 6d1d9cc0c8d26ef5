import * as tf from '@tensorflow/tfjs-core';
import type { Vec } from '../lab/oracle.ts';
import type { Model } from './format/model-file.ts';
import { isRectifier } from './stages/activations.ts';
import { stagesOf } from './stages/stages.ts';

/** How a reverse pass treats what comes back to a rectifier; `back` is its gradient. */
type Rule = (dy: tf.Tensor, back: (dy: tf.Tensor) => tf.Tensor) => tf.Tensor;

/**
 * The gradient lets through where the unit was on (Simonyan et al. 2013); deconvnet where the signal coming
 * back is positive (Zeiler and Fergus 2014); guided backpropagation where both hold (Springenberg et al.
 * 2015).
 */
const rules = {
  gradient: (dy, back) => back(dy),
  deconvnet: (dy) => tf.relu(dy),
  guided: (dy, back) => back(tf.relu(dy)),
} as const satisfies Readonly<Record<string, Rule>>;

/** How a signal goes back through rectifiers: 'gradient', 'deconvnet' or 'guided'. */
export type SaliencyRule = keyof typeof rules;

/**
 * Which numbers of each input speak for a class: its logit sent back to the input by that rule. n·dimension
 * numbers in, one class per row, n·dimension signed numbers out; pools send back to the winner of the forward
 * pass.
 */
export const saliency = async (
  model: Model,
  x: Vec,
  classes: Int32Array,
  rule: SaliencyRule,
): Promise<Vec> => {
  const shape = model.layers[0]?.from ?? [];
  const count = model.layers.at(-1)?.to.at(-1) ?? 0;
  const shapes = model.layers.flatMap((layer) => layer.weights);
  const weights = shapes.map((weight, i) => tf.tensor(model.weights[i] ?? [], [...weight.shape]));
  const stages = stagesOf(model.layers, weights);
  const seed = new Float32Array(classes.length * count);
  classes.forEach((k, i) => (seed[i * count + k] = 1));
  try {
    const back = tf.tidy(() => {
      const signals: tf.Tensor[] = [tf.tensor(x, [classes.length, ...shape])];
      for (const stage of stages) signals.push(stage.forward(signals.at(-1) as tf.Tensor));
      return stages.reduceRight<tf.Tensor>(
        (dy, stage, i) => {
          const [before, after] = [signals[i] as tf.Tensor, signals[i + 1] as tf.Tensor];
          const back = (signal: tf.Tensor): tf.Tensor => stage.backward(signal, before, after);
          return isRectifier(stage) ? rules[rule](dy, back) : back(dy);
        },
        tf.tensor(seed, [classes.length, count]),
      );
    });
    const numbers = new Float32Array(await back.data<'float32'>());
    back.dispose();
    return numbers;
  } finally {
    stages.forEach((stage) => stage.dispose());
    tf.dispose(weights);
  }
};
