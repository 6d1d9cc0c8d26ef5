import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import sharp from 'sharp';
import { parseIdxNumbers } from '../../data/idx.ts';
import type { Vec } from '../../lab/oracle.ts';
import { readerError } from '../../lab/reader-error.ts';

/** Labelled pictures, pixels in 0 … 1, one after the other. */
export interface Pictures {
  readonly x: Vec;
  readonly labels: Int32Array<ArrayBuffer>;
  readonly names: readonly string[];
}

/** What the net reads: height, width, channels; or one number, for a flat input. */
export type Shape = readonly number[];

/** A file's bytes, unpacked where its name ends in .gz. */
export const fileOf = async (flag: string, file: string): Promise<Uint8Array> => {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw readerError(`There is no file ${file}; check the path after ${flag}.`, { cause });
  });
  if (!file.endsWith('.gz')) return bytes;
  try {
    return gunzipSync(bytes);
  } catch (cause) {
    throw readerError(`${file} cannot be unpacked; it is not a complete gzip file.`, { cause });
  }
};

const written = (shape: Shape): string => shape.join(' × ');
const sizeOf = (shape: Shape): number => shape.reduce((a, b) => a * b, 1);

const fitting = (name: string, sizes: Shape, shape: Shape): void => {
  // 28×28 and 28×28×1 and 784 are the same pictures.
  const plain = (all: Shape): string => all.filter((length) => length !== 1).join();
  if (plain(sizes) === plain(shape) || (shape.length === 1 && sizeOf(sizes) === sizeOf(shape))) return;
  throw readerError(
    `${name} has pictures of ${written(sizes)}, but the model reads ${written(shape)}; choose others.`,
  );
};

const fromIdx = async (
  inputs: string,
  labels: string | undefined,
  shape: Shape,
  limit: number,
): Promise<Pictures> => {
  if (labels === undefined)
    throw readerError('--labels is missing; give the IDX file of the labels of these pictures.');
  const pictures = parseIdxNumbers(await fileOf('--inputs', inputs), inputs);
  const names = parseIdxNumbers(await fileOf('--labels', labels), labels);
  const [count = 0, ...sizes] = pictures.sizes;
  fitting(inputs, sizes, shape);
  if (names.sizes.length !== 1 || names.sizes[0] !== count) {
    throw readerError(
      `${inputs} has ${count} pictures, but ${labels} has ${written(names.sizes)} labels; take the pair.`,
    );
  }
  const n = Math.min(count, limit);
  const scale = pictures.bytes ? 255 : 1;
  const x = pictures.numbers.slice(0, n * sizeOf(shape)).map((value) => value / scale);
  const strange = x.findIndex((value) => !(value >= 0 && value <= 1));
  if (strange !== -1) {
    throw readerError(
      `Picture ${Math.floor(strange / sizeOf(shape))} of ${inputs} has a pixel of ${x[strange]}; pixels must lie between 0 and 1.`,
    );
  }
  return {
    x,
    labels: Int32Array.from(names.numbers.slice(0, n)),
    names: Array.from({ length: n }, (_, i) => String(i)),
  };
};

/** File names with their labels, from a CSV with a column `file` and one called label, class or index. */
const listed = async (file: string): Promise<readonly (readonly [name: string, label: number])[]> => {
  const text = new TextDecoder().decode(await fileOf('--labels', file));
  const [head = [], ...rows] = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(',').map((cell) => cell.trim()));
  const name = head.indexOf('file');
  const label = head.findIndex((title) => ['label', 'class', 'index'].includes(title));
  if (name === -1 || label === -1) {
    throw readerError(`${file} must begin with a line that names a column “file” and a column “label”.`);
  }
  return rows.map((cells, i) => {
    const k = Number(cells[label]);
    if (Number.isInteger(k) && k >= 0 && cells[name]) return [cells[name], k];
    throw readerError(`Line ${i + 2} of ${file} has no file or no label that is a whole number; mend it.`);
  });
};

const fromFolder = async (
  folder: string,
  labels: string | undefined,
  shape: Shape,
  limit: number,
): Promise<Pictures> => {
  const list = (await listed(labels ?? path.join(folder, 'labels.csv'))).slice(0, limit);
  const [height, width, channels] = shape;
  if (height === undefined || width === undefined || (channels !== 1 && channels !== 3)) {
    throw readerError(
      `The model reads ${written(shape)}, which is no picture that a PNG could hold; give an IDX file.`,
    );
  }
  const x = new Float32Array(list.length * sizeOf(shape));
  for (const [i, [name]] of list.entries()) {
    const file = await fileOf('--inputs', path.join(folder, name));
    const colour = sharp(file)
      .removeAlpha()
      .toColourspace(channels === 1 ? 'b-w' : 'srgb');
    const { data, info } = await colour
      .raw()
      .toBuffer({ resolveWithObject: true })
      .catch((cause: unknown) => {
        throw readerError(
          `${name} in ${folder} is not a picture that can be read; take it out of the list.`,
          {
            cause,
          },
        );
      });
    fitting(path.join(folder, name), [info.height, info.width, info.channels], shape);
    x.set(
      Float32Array.from(data, (byte) => byte / 255),
      i * data.length,
    );
  }
  return { x, labels: Int32Array.from(list, ([, label]) => label), names: list.map(([name]) => name) };
};

/**
 * The first pictures of an IDX file or of a folder, with their labels; throws a ReaderError that says what to
 * do.
 */
export const readPictures = async (
  inputs: string,
  labels: string | undefined,
  shape: Shape,
  limit: number,
): Promise<Pictures> => {
  const there = await stat(inputs).catch((cause: unknown) => {
    throw readerError(`There is nothing at ${inputs}; check the path after --inputs.`, { cause });
  });
  const pictures = await (there.isDirectory() ? fromFolder : fromIdx)(inputs, labels, shape, limit);
  if (pictures.labels.length === 0) throw readerError(`${inputs} holds no picture; choose another.`);
  return pictures;
};
