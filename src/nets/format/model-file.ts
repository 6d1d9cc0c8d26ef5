import { z } from 'zod';
import type { Vec } from '../../lab/oracle.ts';
import { folded } from './fold.ts';
import { shapedLayers, topology, type ShapedLayer, type Topology } from './layers.ts';
import { decodeWeights, encodeFiles, weightsManifest, type PackedModel } from './weights.ts';

/** `model.json` of the TensorFlow.js layers format, as far as we read it. */
export const modelFile = z.object({
  format: z.literal('layers-model').optional(),
  modelTopology: topology,
  weightsManifest,
});

/** A `model.json` that was read: the layers, and where their weights stand. */
export type ModelFile = z.output<typeof modelFile>;

/** A model as values: its layers with their shapes, and each weight's numbers in the order of the layers. */
export interface Model {
  readonly layers: readonly ShapedLayer[];
  readonly weights: readonly Vec[];
}

/**
 * The model in a parsed `model.json`, given the bytes of the files its manifest names: as few layers as
 * compute the same. Throws with the layer or weight that does not fit.
 */
export const decodeModel = (file: ModelFile, bytesOf: (path: string) => Uint8Array): Model => {
  const layers = shapedLayers(file.modelTopology.model_config.config.layers);
  const wanted = layers.flatMap((each) => each.weights);
  const values = [...decodeWeights(file.weightsManifest, wanted, bytesOf)];
  const whole = layers.map((shaped) => ({ shaped, weights: values.splice(0, shaped.weights.length) }));
  const fewest = folded(whole);
  if (fewest.length === 0) throw new Error('The network has no layers.');
  return { layers: fewest.map(({ shaped }) => shaped), weights: fewest.flatMap(({ weights }) => weights) };
};

/** Writes a model as `model.json` and one file of half-precision weights, readable by TensorFlow.js. */
export const encodeModel = (declared: Topology, weights: readonly Vec[]): PackedModel => {
  const shapes = shapedLayers(topology.parse(declared).model_config.config.layers).flatMap(
    (each) => each.weights,
  );
  return encodeFiles('layers-model', declared, shapes, weights);
};
