import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { mnistFiles, parseDigits, type Digits, type MnistPart } from '../data/mnist.ts';
import { decodeModel, modelFile, type Model } from '../nets/format/model-file.ts';
import { readerError } from '../lab/reader-error.ts';
import { sha256 } from '../nets/sha256.ts';

/** The bytes of a file in a folder, unpacked if only its gzip is there. */
const unpacked = async (folder: string, name: string): Promise<Uint8Array> => {
  try {
    return await readFile(path.join(folder, name));
  } catch {
    const packed = await readFile(path.join(folder, `${name}.gz`)).catch((cause: unknown) => {
      throw readerError(
        `Neither ${name} nor ${name}.gz is in ${folder}. Fetch them with: npm run data -- mnist --to ${folder}`,
        { cause },
      );
    });
    try {
      return gunzipSync(packed);
    } catch (cause) {
      throw readerError(`${name}.gz in ${folder} cannot be unpacked. Delete it and fetch it again.`, {
        cause,
      });
    }
  }
};

/** One of the files of MNIST, unpacked and checked against its SHA-256; a reader error where it differs. */
export const verified = async (
  folder: string,
  file: { name: string; sha256: string },
): Promise<Uint8Array> => {
  const bytes = await unpacked(folder, file.name);
  if (sha256(bytes) === file.sha256) return bytes;
  throw readerError(
    `${file.name} in ${folder} is not the file that was published. Delete it and fetch it again.`,
  );
};

/** The training or test digits of MNIST from a folder, every byte verified. */
export const readMnist = async (folder: string, part: MnistPart): Promise<Digits> => {
  const { images, labels } = mnistFiles[part];
  return parseDigits(await verified(folder, images), await verified(folder, labels));
};

/** A model in layers format from a folder: model.json and the weights that it names. */
export const readModel = async (folder: string): Promise<Model> => {
  const read = (name: string): Promise<Buffer> => readFile(path.join(folder, name));
  const file = modelFile.parse(JSON.parse((await read('model.json')).toString()));
  const parts = new Map<string, Uint8Array>();
  for (const name of file.weightsManifest.flatMap(({ paths }) => paths)) parts.set(name, await read(name));
  return decodeModel(file, (name) => parts.get(name) ?? new Uint8Array());
};
