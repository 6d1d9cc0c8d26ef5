import { readerError } from '../../lab/reader-error.ts';
import { chooseBackend } from '../backends.ts';
import { card, type Card } from '../card.ts';
import { registry, type ReaderId } from '../registry.ts';
import { entryOf, fetchFiles, type OnProgress } from '../sources/checked.ts';
import type { ByteSource } from '../sources/source.ts';
import { decodeReader, readerFile } from './model-file.ts';
import { readerOracle, type HeldReader } from './oracle.ts';

/** A reader by its id, with its card. */
export interface Reader extends HeldReader {
  readonly id: ReaderId;
  readonly card: Card;
}

/**
 * Loads a reader as `loadNet` loads other nets: its files are fetched, checked against the SHA-256 kept in
 * the code, parsed, and put on the backend; it fails with a reader error.
 */
export const loadReader = async (
  id: ReaderId,
  source: ByteSource,
  options: { readonly onProgress?: OnProgress } = {},
): Promise<Reader> => {
  const entry = entryOf(registry, id);
  const [files] = await Promise.all([fetchFiles(id, entry, source, options.onProgress), chooseBackend()]);
  const bytes = (name: string): Uint8Array => files.get(name) ?? new Uint8Array();
  const json = (name: string): unknown => JSON.parse(new TextDecoder().decode(bytes(name)));
  try {
    const file = readerFile.parse(json('model.json'));
    return {
      ...readerOracle(file.modelTopology, decodeReader(file, bytes)),
      id,
      card: card.parse(json('card.json')),
    };
  } catch (cause) {
    throw readerError(`${entry.title} cannot be read: its files do not describe a reader we know.`, {
      cause,
    });
  }
};
