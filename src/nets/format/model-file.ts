import { z } from 'zod';
import type { Vec } from '../../lab/oracle.ts';
import { decodeFloat16, encodeFloat16 } from './float16.ts';
import { folded } from './fold.ts';
import { shapedLayers, sizeOf, topology, type ShapedLayer, type Topology, type WeightShape } from './layers.ts';

const weight = z.object({
  name: z.string(),
  shape: z.array(z.int().positive()),
  dtype: z.literal('float32'),
  quantization: z.object({ dtype: z.literal('float16') }).optional(),
});

/** `model.json` of the TensorFlow.js layers format, as far as we read it. */
export const modelFile = z.object({
  format: z.literal('layers-model').optional(),
  modelTopology: topology,
  weightsManifest: z.array(z.object({ paths: z.array(z.string()).min(1), weights: z.array(weight) })).min(1),
});

export type ModelFile = z.output<typeof modelFile>;

/** A model as values: its layers with their shapes, and each weight's numbers in the order of the layers. */
export interface Model {
  readonly layers: readonly ShapedLayer[];
  readonly weights: readonly Vec[];
}

/** Splits the bytes of one manifest group, files joined, into named weights; throws where they are too few or too many. */
const decodeGroup = (
  weights: readonly z.output<typeof weight>[],
  bytes: Uint8Array,
): readonly (readonly [string, { shape: readonly number[]; values: Vec }])[] => {
  let at = 0;
  const named = weights.map(({ name, shape, quantization }) => {
    const length = sizeOf(shape) * (quantization ? 2 : 4);
    const part = bytes.slice(at, at + length);
    if (part.byteLength < length) throw new Error(`The weights end within ${name}.`);
    at += length;
    const values = quantization ? decodeFloat16(part) : new Float32Array(part.buffer);
    return [name, { shape, values }] as const;
  });
  if (at !== bytes.byteLength) throw new Error(`${bytes.byteLength - at} bytes follow the last weight.`);
  return named;
};

/**
 * The model in a parsed `model.json`, given the bytes of the files its manifest names: as few layers as compute the same. Throws
 * with the layer or weight that does not fit.
 */
export const decodeModel = (file: ModelFile, bytesOf: (path: string) => Uint8Array): Model => {
  const layers = shapedLayers(file.modelTopology.model_config.config.layers);
  const stored = new Map(
    file.weightsManifest.flatMap(({ paths, weights }) => {
      const parts = paths.map(bytesOf);
      const joined = new Uint8Array(parts.reduce((n, part) => n + part.byteLength, 0));
      let at = 0;
      for (const part of parts) {
        joined.set(part, at);
        at += part.byteLength;
      }
      return decodeGroup(weights, joined);
    }),
  );
  const valuesOf = ({ name, shape }: WeightShape): Vec => {
    const found = stored.get(name);
    if (!found) throw new Error(`The weights of ${name} are missing.`);
    if (found.shape.join() !== shape.join()) {
      throw new Error(`${name} has the shape [${found.shape.join(', ')}], the model wants [${shape.join(', ')}].`);
    }
    return found.values;
  };
  const whole = layers.map((shaped) => ({ shaped, weights: shaped.weights.map(valuesOf) }));
  const fewest = folded(whole);
  if (fewest.length === 0) throw new Error('The network has no layers.');
  return { layers: fewest.map(({ shaped }) => shaped), weights: fewest.flatMap(({ weights }) => weights) };
};

/** Writes a model as `model.json` and one file of half-precision weights, readable by TensorFlow.js. */
export const encodeModel = (
  declared: Topology,
  weights: readonly Vec[],
): { readonly 'model.json': Uint8Array<ArrayBuffer>; readonly 'weights.bin': Uint8Array<ArrayBuffer> } => {
  const shapes = shapedLayers(topology.parse(declared).model_config.config.layers).flatMap((each) => each.weights);
  const bytes = Uint8Array.from(weights.flatMap((values) => [...encodeFloat16(values)]));
  const json = {
    format: 'layers-model',
    generatedBy: 'Easily Fooled',
    convertedBy: null,
    modelTopology: declared,
    weightsManifest: [
      {
        paths: ['weights.bin'],
        weights: shapes.map(({ name, shape }) => ({
          name,
          shape,
          dtype: 'float32',
          quantization: { dtype: 'float16', original_dtype: 'float32' },
        })),
      },
    ],
  };
  return { 'model.json': new TextEncoder().encode(`${JSON.stringify(json)}\n`), 'weights.bin': bytes };
};
