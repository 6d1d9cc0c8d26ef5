import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { mnistFiles, mnistMirrors } from '../data/mnist.ts';
import { readerError } from '../lab/reader-error.ts';
import { sha256 } from '../nets/sha256.ts';
import { verified } from './files.ts';

type File = { readonly name: string; readonly sha256: string };

/** The four files, images and labels, training and test. */
export const allMnistFiles: readonly File[] = Object.values(mnistFiles).flatMap(({ images, labels }) => [
  images,
  labels,
]);

const reason = (error: unknown): string => {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? cause.message : String(cause);
};

const unpack = (packed: Uint8Array): Uint8Array => {
  try {
    return gunzipSync(packed);
  } catch {
    throw new Error('what it sent cannot be unpacked');
  }
};

/** The gzipped bytes of a file from one mirror, checked once unpacked. */
const fromMirror = async (mirror: string, file: File): Promise<Uint8Array> => {
  const response = await fetch(new URL(`${file.name}.gz`, mirror));
  if (!response.ok) throw new Error(`it answered ${response.status}`);
  const packed = new Uint8Array(await response.arrayBuffer());
  if (sha256(unpack(packed)) !== file.sha256) throw new Error('what it sent is not the published file');
  return packed;
};

/** Writes a file so that it is there whole or not at all. */
export const save = async (target: string, bytes: Uint8Array): Promise<void> => {
  await writeFile(`${target}.part`, bytes);
  await rename(`${target}.part`, target);
};

/** Downloads one file from the first mirror that has it right; a reader error names what each one did. */
const download = async (file: File, folder: string, mirrors: readonly string[]): Promise<void> => {
  const failures: string[] = [];
  for (const mirror of mirrors) {
    try {
      const packed = await fromMirror(mirror, file);
      await save(path.join(folder, `${file.name}.gz`), packed);
      return;
    } catch (error) {
      failures.push(`${new URL(mirror).host}: ${reason(error)}`);
    }
  }
  throw readerError(
    `${file.name} could not be downloaded (${failures.join('; ')}). Check the connection and try again, or put the ` +
      `file into ${folder} yourself.`,
    { retry: true },
  );
};

/**
 * Puts the four verified files of MNIST into a folder; those already there and right are left alone.
 * Tells `say` what it did, file by file.
 */
export const downloadMnist = async (
  folder: string,
  say: (line: string) => void,
  mirrors: readonly string[] = mnistMirrors,
): Promise<void> => {
  await mkdir(folder, { recursive: true });
  for (const file of allMnistFiles) {
    const there = await verified(folder, file).then(
      () => true,
      () => false,
    );
    if (!there) await download(file, folder, mirrors);
    say(`${file.name}: ${there ? 'already here' : 'downloaded'}, SHA-256 as published.`);
  }
};
