import type { BytesOf } from '../own/own-model.ts';
import { readerError } from '../../lab/reader-error.ts';
import { sha256 } from '../sha256.ts';

/** A model as the reader's files hold it; `key` tells it from any other. */
export interface ModelFiles {
  readonly json: string;
  readonly bytesOf: BytesOf;
  readonly key: string;
}

/** Reads a model.json and its weight files; throws a ReaderError where the first is missing or not alone. */
export const readModelFiles = async (files: readonly File[]): Promise<ModelFiles> => {
  const [json, ...more] = files.filter(({ name }) => name.endsWith('.json'));
  if (!json || more.length > 0) {
    throw readerError('Choose one model.json together with the weight files (.bin) that were saved with it.');
  }
  const read = async (file: File): Promise<readonly [string, Uint8Array]> => {
    const bytes = await file.arrayBuffer().catch((cause: unknown) => {
      throw readerError(`${file.name} cannot be read any more; choose the files of your model again.`, {
        cause,
      });
    });
    return [file.name, new Uint8Array(bytes)];
  };
  const all = new Map(await Promise.all(files.map(read)));
  return {
    json: new TextDecoder().decode(all.get(json.name)),
    bytesOf: (path) => all.get(path),
    key: [...all].map(([name, bytes]) => `${name} ${sha256(bytes)}`).join(' '),
  };
};
