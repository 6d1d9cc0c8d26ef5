import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { readerError } from '../../lab/reader-error.ts';
import { upToLogits } from './logits.ts';
import type { OwnFile } from './own-file.ts';
import type { OwnModel } from './own-model.ts';
import { tapedOracle } from './taped-oracle.ts';

const bytesPerNumber = (weight: OwnFile['weightsManifest'][number]['weights'][number]): number => {
  const dtype = weight.quantization?.dtype ?? weight.dtype;
  return { uint8: 1, bool: 1, uint16: 2, float16: 2 }[dtype] ?? 4;
};

/** All weight files in the order of the manifest, in one piece. */
const joinedWeights = (file: OwnFile, bytes: (path: string) => Uint8Array): ArrayBuffer => {
  const groups = file.weightsManifest.map(({ paths, weights }) => {
    const parts = paths.map(bytes);
    const wanted = weights.reduce(
      (n, each) => n + bytesPerNumber(each) * each.shape.reduce((a, b) => a * b, 1),
      0,
    );
    const there = parts.reduce((n, part) => n + part.byteLength, 0);
    if (there === wanted) return parts;
    throw readerError(
      `The weights in ${paths.join(', ')} are ${there} bytes, but the model needs ${wanted}; take the files that were saved with this model.json.`,
    );
  });
  const parts = groups.flat();
  const all = new Uint8Array(parts.reduce((n, part) => n + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.byteLength;
  }
  return all.buffer;
};

const load = async (file: OwnFile, modelTopology: object, weightData: ArrayBuffer): Promise<LayersModel> => {
  const { loadLayersModel } = await import('@tensorflow/tfjs-layers');
  const weightSpecs = file.weightsManifest.flatMap(({ weights }) => weights) as tf.io.WeightsManifestEntry[];
  try {
    return await loadLayersModel(tf.io.fromMemory({ modelTopology, weightSpecs, weightData }));
  } catch (cause) {
    const why = cause instanceof Error ? (cause.message.split(/[.\n]/)[0] ?? '') : String(cause);
    throw readerError(`TensorFlow.js cannot build this model: ${why}.`, { cause });
  }
};

/**
 * The shape of one picture, the open sizes filled in; throws where they stay open or the model wants
 * something else.
 */
const inputShape = (model: LayersModel, size: readonly [number, number] | undefined): readonly number[] => {
  if (model.inputs.length !== 1 || model.outputs.length !== 1) {
    throw readerError(
      `The model has ${model.inputs.length} inputs and ${model.outputs.length} outputs; only one picture in and one list of classes out can be attacked.`,
    );
  }
  const [input] = model.inputs;
  if (input?.dtype === 'int32') {
    throw readerError(
      'The model reads whole numbers, not pixels; there is no gradient to follow in its input.',
    );
  }
  const shape = (input?.shape ?? []).slice(1);
  return shape.map((length, i) => {
    const filled = length ?? (shape.length === 3 ? size?.[i] : undefined);
    if (filled !== undefined) return filled;
    throw readerError('The model leaves the size of its pictures open; say which height and width to use.');
  });
};

const classesOf = (model: LayersModel): number => {
  const shape = (model.outputs[0]?.shape ?? []).slice(1);
  const [classes] = shape;
  if (shape.length === 1 && typeof classes === 'number') return classes;
  throw readerError(
    `The model ends in an answer of shape [${shape.join(', ')}], not in one number per class; it is no classifier of whole pictures.`,
  );
};

/** Whether the rows are probabilities already, though no softmax was seen. */
const areProbabilities = (y: tf.Tensor): boolean =>
  tf.tidy(() => {
    const off = tf.max(tf.abs(tf.sub(tf.sum(y, 1), 1))).dataSync()[0] ?? 1;
    return off < 1e-4 && (tf.min(y).dataSync()[0] ?? -1) >= 0;
  });

/** A model that TensorFlow.js's own layers run, differentiated by its tape. */
export const layersModel = async (
  file: OwnFile,
  bytes: (path: string) => Uint8Array,
  size: readonly [number, number] | undefined,
): Promise<OwnModel> => {
  const { topology, removed } = upToLogits(file.modelTopology);
  const model = await load(file, topology, joinedWeights(file, bytes));
  try {
    const shape = inputShape(model, size);
    const units = classesOf(model);
    if (units === 1 && removed !== 'sigmoid') {
      throw readerError(
        'The model answers with a single number and not with classes; there is no label to change.',
      );
    }
    const answer = (x: tf.Tensor): tf.Tensor => model.apply(x) as tf.Tensor;
    const probabilities =
      removed === undefined && areProbabilities(tf.tidy(() => answer(tf.fill([1, ...shape], 0.5))));
    const forward = (x: tf.Tensor): tf.Tensor => {
      const y = answer(x);
      if (units === 1) return tf.concat([tf.zerosLike(y), y], 1);
      return probabilities ? tf.log(tf.maximum(y, 1e-30)) : y;
    };
    const classes = Math.max(2, units);
    return { ...tapedOracle({ shape, classes, forward, dispose: () => model.dispose() }), shape };
  } catch (error) {
    model.dispose();
    throw error;
  }
};
