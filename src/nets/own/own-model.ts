import type { Vec } from '../../lab/oracle.ts';
import { readerError } from '../../lab/reader-error.ts';
import { random } from '../../lab/random.ts';
import { allFinite } from '../../lab/vec.ts';
import { ranged } from '../../lab/oracles/affine.ts';
import { chooseBackend } from '../backends.ts';
import { decodeModel, modelFile } from '../format/model-file.ts';
import { modelOracle, type ModelOracle } from '../oracle.ts';
import { upToLogits } from './logits.ts';
import { ownFile, type OwnFile } from './own-file.ts';
import { layersModel } from './layers-model.ts';

/** A reader's own net: an oracle on pixels in 0 … 1, with the shape of the pictures it reads. */
export interface OwnModel extends ModelOracle {
  /** Height, width and channels, or the one number of a flat input. */
  readonly shape: readonly number[];
}

/** What a model's files do not say of its pictures. */
export interface OwnModelOptions {
  /** The net's values of black and white; 0 and 1 unless given. */
  readonly range?: readonly [low: number, high: number];
  /** Height and width, for a net that leaves them open. */
  readonly size?: readonly [height: number, width: number];
}

/** The bytes of a file that `model.json` names, by the path that stands there. */
export type BytesOf = (path: string) => Uint8Array | undefined;

/** Our own stages where they know every layer; else undefined, and TensorFlow.js's own layers must do. */
const byStages = (file: OwnFile, bytes: (path: string) => Uint8Array): OwnModel | undefined => {
  const parsed = modelFile.safeParse(file);
  if (!parsed.success || upToLogits(file.modelTopology).removed === 'sigmoid') return undefined;
  try {
    const model = decodeModel(parsed.data, bytes);
    const [classes = 0, ...more] = model.layers.at(-1)?.to ?? [];
    if (classes < 2 || more.length > 0) return undefined;
    return { ...modelOracle(model), shape: model.layers[0]?.from ?? [] };
  } catch {
    return undefined;
  }
};

/** Asks once for an answer and a gradient; throws a reader error where one of them cannot be had. */
const checked = async (net: OwnModel): Promise<OwnModel> => {
  const stream = random('probe');
  const probe: Vec = Float32Array.from({ length: net.dimension }, () => stream.uniform());
  const ask = async () => {
    try {
      return await net.loss(probe, Int32Array.of(0));
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw readerError(`The model runs, but has no gradient, which attacks need: ${why}`, { cause });
    }
  };
  const { logits, gradient } = await ask();
  if (!allFinite(logits) || !allFinite(gradient)) {
    throw readerError(
      'The model answers with something that is not a number; check its weights and its input range.',
    );
  }
  if (gradient.every((value) => value === 0)) {
    throw readerError(
      'The model’s gradient is zero everywhere we asked: it cannot be attacked by following it.',
    );
  }
  return net;
};

/**
 * A TensorFlow.js layers model of somebody else: `json` is the text of its model.json, `bytesOf` gives its
 * weight files. Throws a ReaderError: not a layers model, files missing or of the wrong length, several
 * inputs or outputs, no list of classes at the end, layers unknown, no gradient.
 */
export const ownModel = async (
  json: string,
  bytesOf: BytesOf,
  options: OwnModelOptions = {},
): Promise<OwnModel> => {
  const file = ownFile(json);
  const bytes = (path: string): Uint8Array => {
    const found = bytesOf(path) ?? bytesOf(path.split('/').at(-1) ?? path);
    if (!found)
      throw readerError(`The model’s weights are in ${path}, which is not here; add it to the model.json.`);
    return found;
  };
  for (const { paths } of file.weightsManifest) paths.forEach(bytes);
  await chooseBackend();
  const net = byStages(file, bytes) ?? (await layersModel(file, bytes, options.size));
  try {
    await checked(net);
  } catch (error) {
    net.dispose();
    throw error;
  }
  const oracle = options.range ? ranged(net, options.range) : net;
  return { ...oracle, shape: net.shape, dispose: () => net.dispose() };
};
