import { readerError } from '../../lab/reader-error.ts';
import { downloadSize, type NetEntry, type Registry } from '../registry.ts';
import { sha256 } from '../sha256.ts';
import type { ByteSource } from './source.ts';

/** Bytes that have arrived, of all that the net needs. */
export type OnProgress = (bytes: { readonly done: number; readonly total: number }) => void;

/** The bytes of a net's files by their names. */
export type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

const count = (n: number): string => n.toLocaleString('en');

/** What is wrong with the bytes of a file, or undefined. */
export const flawInBytes = (
  bytes: Uint8Array,
  wanted: { readonly bytes: number; readonly sha256: string },
): string | undefined => {
  if (bytes.byteLength < wanted.bytes) {
    return `was cut short (${count(bytes.byteLength)} of ${count(wanted.bytes)} bytes arrived)`;
  }
  return sha256(bytes) === wanted.sha256
    ? undefined
    : 'was altered on its way: it is not the file that was published';
};

/**
 * All files of a net, checked against the SHA-256 that its entry keeps; a flawed one is asked for once more,
 * past all caches. A reader error where it stays cut short or altered.
 */
export const fetchFiles = async (
  id: string,
  entry: NetEntry,
  source: ByteSource,
  onProgress?: OnProgress,
): Promise<Files> => {
  const names = Object.entries(entry.files);
  const total = downloadSize(entry);
  const received = new Map<string, number>();
  const one = async (name: string, wanted: NetEntry['files'][string]): Promise<Uint8Array<ArrayBuffer>> => {
    const onBytes = (bytes: number): void => {
      received.set(name, Math.min(bytes, wanted.bytes));
      onProgress?.({ done: [...received.values()].reduce((a, b) => a + b, 0), total });
    };
    const bytes = await source(`${id}/${name}`, { onBytes, called: entry.title });
    if (!flawInBytes(bytes, wanted)) return bytes;
    // A cache may have kept a broken copy; ask once more past all of them.
    const again = await source(`${id}/${name}`, { onBytes, fresh: true, called: entry.title });
    const still = flawInBytes(again, wanted);
    if (!still) return again;
    throw readerError(`${entry.title} cannot be used: ${name} ${still}. Try again.`, { retry: true });
  };
  return new Map(
    await Promise.all(names.map(async ([name, wanted]) => [name, await one(name, wanted)] as const)),
  );
};

/** The entry of that id; a reader error that names all where there is none. */
export const entryOf = (known: Registry, id: string): NetEntry => {
  const entry = known[id];
  if (!entry)
    throw readerError(`There is no net called “${id}”. There are: ${Object.keys(known).join(', ')}.`);
  return entry;
};
