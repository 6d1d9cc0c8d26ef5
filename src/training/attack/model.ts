import path from 'node:path';
import type { Oracle, Vec } from '../../lab/oracle.ts';
import { affine } from '../../lab/oracles/affine.ts';
import { rounded } from '../../lab/oracles/rounded.ts';
import { readerError } from '../../lab/reader-error.ts';
import { chooseBackend } from '../../nets/backends.ts';
import { ownFile } from '../../nets/own/own-file.ts';
import { ownModel, type OwnModel } from '../../nets/own/own-model.ts';
import type { Flags } from './flags.ts';
import { fileOf } from './pictures.ts';

/** The model that is named, with its weights. */
export const readModel = async ({ model, range }: Flags): Promise<OwnModel> => {
  const json = new TextDecoder().decode(await fileOf('--model', model));
  const paths = ownFile(json).weightsManifest.flatMap((group) => group.paths);
  const files = new Map<string, Uint8Array>();
  for (const name of paths) files.set(name, await fileOf('--model', path.join(path.dirname(model), name)));
  await chooseBackend('wasm');
  return ownModel(json, (name) => files.get(name), { range });
};

/** The model as the attack meets it: its mean subtracted, its gradient rounded or not. */
export const attackedOracle = async (model: OwnModel, { mean, gradient }: Flags): Promise<Oracle> => {
  const kind = (oracle: Oracle): Oracle => (gradient === 'float32' ? rounded(oracle) : oracle);
  if (mean === undefined) return kind(model);
  const bytes = await fileOf('--mean', mean);
  if (bytes.byteLength !== 4 * model.dimension) {
    const wanted = `${model.dimension} float32 numbers, ${4 * model.dimension} bytes`;
    throw readerError(
      `${mean} is ${bytes.byteLength} bytes; the mean of this model’s pictures is ${wanted}.`,
    );
  }
  const numbers: Vec = new Float32Array(Uint8Array.from(bytes).buffer);
  return kind(affine(model, { shift: numbers.map((value) => -value) }));
};
