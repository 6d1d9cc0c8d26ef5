import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readerError } from '../lab/reader-error.ts';
import { downloadSize, type NetEntry } from '../nets/registry.ts';
import { flawInBytes } from '../nets/sources/checked.ts';
import type { ByteSource } from '../nets/sources/source.ts';
import { save } from './download.ts';

type Wanted = NetEntry['files'][string];

const isThere = async (file: string, wanted: Wanted): Promise<boolean> => {
  const bytes = await readFile(file).catch(() => undefined);
  return bytes !== undefined && flawInBytes(bytes, wanted) === undefined;
};

const fetched = async (source: ByteSource, name: string, wanted: Wanted): Promise<Uint8Array> => {
  const bytes = await source(name);
  const flaw = flawInBytes(bytes, wanted);
  if (flaw === undefined) return bytes;
  throw readerError(`${name} ${flaw}. Try again, or take the files from elsewhere with --from.`, {
    retry: true,
  });
};

/**
 * Puts all files of a net into a folder, each checked against the SHA-256 kept in the code; those already
 * there and right are left alone, so that an interrupted mirror goes on where it stopped. Tells `say` how far
 * it is.
 */
export const mirrorNet = async (
  entry: NetEntry,
  source: ByteSource,
  folder: string,
  say: (line: string) => void,
): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const total = downloadSize(entry);
  const names = Object.entries(entry.files);
  let done = 0;
  for (const [i, [name, wanted]] of names.entries()) {
    const target = path.join(folder, name);
    const there = await isThere(target, wanted);
    if (!there) await save(target, await fetched(source, name, wanted));
    done += wanted.bytes;
    const size = `${(done / 1e6).toFixed(2)} of ${(total / 1e6).toFixed(2)} MB`;
    say(
      `${name}: ${there ? 'already here' : 'fetched'}, SHA-256 as published (${i + 1} of ${names.length} files, ${size}).`,
    );
  }
};
