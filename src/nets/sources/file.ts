import { readFile } from 'node:fs/promises';
import { readerError } from '../../lab/reader-error.ts';
import type { ByteSource } from './source.ts';

/** Files in a folder (a URL that ends in a slash), for Node. */
export const fileBytes =
  (folder: URL): ByteSource =>
  async (path, { onBytes } = {}) => {
    const bytes = await readFile(new URL(path, folder)).catch((cause: unknown) => {
      throw readerError(`There is no file ${path} in ${folder.pathname}.`, { cause });
    });
    onBytes?.(bytes.byteLength);
    return new Uint8Array(bytes);
  };

/** The nets that ship with the site, read from public/models. */
export const shippedModels = new URL('../../../public/models/', import.meta.url);
