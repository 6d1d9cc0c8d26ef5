import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Vec } from '../lab/oracle.ts';
import { sha256 } from '../nets/sha256.ts';
import type { Progress, Schedule } from './epoch.ts';

const folder = path.join('.cache', 'train');

/** A checkpoint continues only the training it came from: its name is a hash of the recipe and the data. */
const fileOf = (recipe: Schedule, dataHashes: readonly string[]): string => {
  const key = sha256(new TextEncoder().encode(JSON.stringify([recipe, dataHashes])));
  return path.join(folder, `${recipe.id}-${key.slice(0, 12)}.bin`);
};

const lists = (p: Progress): readonly (readonly Vec[])[] => [
  p.weights,
  p.mean,
  p.moments.first,
  p.moments.second,
];

/** Keeps where a training stands, replacing the file in one go so that an interruption cannot tear it. */
export const saveCheckpoint = async (
  recipe: Schedule,
  dataHashes: readonly string[],
  p: Progress,
): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const numbers = lists(p).flat();
  const bytes = Buffer.concat([
    Buffer.from(Uint32Array.of(p.epoch).buffer),
    ...numbers.map((v) => Buffer.from(v.buffer, v.byteOffset, v.byteLength)),
  ]);
  const file = fileOf(recipe, dataHashes);
  await writeFile(`${file}.new`, bytes);
  await rename(`${file}.new`, file);
};

/** Where that training stood, or undefined; `like` is a beginning, for the sizes. */
export const loadCheckpoint = async (
  recipe: Schedule,
  dataHashes: readonly string[],
  like: Progress,
): Promise<Progress | undefined> => {
  const bytes = await readFile(fileOf(recipe, dataHashes)).catch(() => undefined);
  const expected =
    4 +
    4 *
      lists(like)
        .flat()
        .reduce((n, v) => n + v.length, 0);
  if (bytes?.byteLength !== expected) return undefined;
  let at = 4;
  const next = (v: Vec): Vec => {
    const values = new Float32Array(Uint8Array.from(bytes.subarray(at, at + v.byteLength)).buffer);
    at += v.byteLength;
    return values;
  };
  const [weights = [], mean = [], first = [], second = []] = lists(like).map((list) => list.map(next));
  return { epoch: bytes.readUInt32LE(0), weights, mean, moments: { first, second } };
};

/** Deletes what was saved of that training, if anything was. */
export const dropCheckpoint = (recipe: Schedule, dataHashes: readonly string[]): Promise<void> =>
  rm(fileOf(recipe, dataHashes), { force: true });
