import { z } from 'zod';
import type { Vec } from '../../lab/oracle.ts';
import { decodeWeights, encodeFiles, weightsManifest, type PackedModel } from '../format/weights.ts';
import { readerShapes, readerTopology, type ReaderTopology } from './topology.ts';

/** `model.json` of a reader: as in the layers format, but for its topology, which is no stack of layers. */
export const readerFile = z.object({
  format: z.literal('reader'),
  modelTopology: readerTopology,
  weightsManifest,
});

/**
 * The weights in a parsed `model.json`, in the order of the topology; throws with the one that does not fit.
 */
export const decodeReader = (
  file: z.output<typeof readerFile>,
  bytesOf: (path: string) => Uint8Array,
): readonly Vec[] => decodeWeights(file.weightsManifest, readerShapes(file.modelTopology), bytesOf);

/** Writes a reader as `model.json` and one file of half-precision weights. */
export const encodeReader = (topology: ReaderTopology, weights: readonly Vec[]): PackedModel =>
  encodeFiles('reader', topology, readerShapes(topology), weights);
