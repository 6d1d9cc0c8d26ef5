import { z } from 'zod';
import type { Vec } from '../../lab/oracle.ts';
import { decodeFloat16, encodeFloat16 } from './float16.ts';
import { sizeOf, type WeightShape } from './layers.ts';

const weight = z.object({
  name: z.string(),
  shape: z.array(z.int().positive()),
  dtype: z.literal('float32'),
  quantization: z.object({ dtype: z.literal('float16') }).optional(),
});

/** `weightsManifest` of the TensorFlow.js layers format: which files hold which weights, in which order. */
export const weightsManifest = z
  .array(z.object({ paths: z.array(z.string()).min(1), weights: z.array(weight) }))
  .min(1);

/**
 * Splits the bytes of one manifest group, files joined, into named weights; throws where they are too few or
 * too many.
 */
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
 * The numbers of the wanted weights, in their order, from the files that a manifest names. Throws with the
 * weight that is missing or has another shape.
 */
export const decodeWeights = (
  manifest: z.output<typeof weightsManifest>,
  wanted: readonly WeightShape[],
  bytesOf: (path: string) => Uint8Array,
): readonly Vec[] => {
  const stored = new Map(
    manifest.flatMap(({ paths, weights }) => {
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
  return wanted.map(({ name, shape }) => {
    const found = stored.get(name);
    if (!found) throw new Error(`The weights of ${name} are missing.`);
    if (found.shape.join() !== shape.join()) {
      throw new Error(
        `${name} has the shape [${found.shape.join(', ')}], the model wants [${shape.join(', ')}].`,
      );
    }
    return found.values;
  });
};

/** The two files that a net of ours ships as. */
export interface PackedModel {
  readonly 'model.json': Uint8Array<ArrayBuffer>;
  readonly 'weights.bin': Uint8Array<ArrayBuffer>;
}

/** `model.json` around a declared topology, and one file of half-precision weights. */
export const encodeFiles = (
  format: string,
  modelTopology: object,
  shapes: readonly WeightShape[],
  weights: readonly Vec[],
): PackedModel => {
  const json = {
    format,
    generatedBy: 'Easily Fooled',
    convertedBy: null,
    modelTopology,
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
  return {
    'model.json': new TextEncoder().encode(`${JSON.stringify(json)}\n`),
    'weights.bin': Uint8Array.from(weights.flatMap((values) => [...encodeFloat16(values)])),
  };
};
