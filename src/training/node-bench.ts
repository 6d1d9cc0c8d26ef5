import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bench } from '../nets/bench/bench.ts';
import { createBench } from '../nets/bench/create-bench.ts';
import { readerError } from '../lab/reader-error.ts';
import type { ByteSource, NetId } from '../nets/net.ts';
import { registry } from '../nets/registry.ts';
import { fileBytes, shippedModels } from '../nets/sources/file.ts';
import { mobilenetFolder } from './photographs.ts';

/** Where the folder of test data has MobileNet. */
const testData = new URL(`../../../shared/data/${mobilenetFolder}/`, import.meta.url);

const mirrored = (id: string): boolean => existsSync(new URL(`${id}/model.json`, shippedModels));
const inTestData = (id: string): boolean => id === 'imagenet-mobilenet' && existsSync(new URL('model.json', testData));

/** The folder of test data that stands in for a net which neither ships nor has been fetched. */
export const testDataOf = (id: NetId): string | undefined =>
  !mirrored(id) && inTestData(id) ? fileURLToPath(testData) : undefined;

/** Whether a net can be had in Node: it ships, has been fetched by `npm run data`, or is in the folder of test data. */
export const netIsHere = (id: NetId): boolean => mirrored(id) || inTestData(id);

/** Bytes of nets from files: those that ship, those fetched by `npm run data`, and the test data's. */
export const netBytes: ByteSource = (name, options) => {
  const id = path.posix.dirname(name);
  const elsewhere = !mirrored(id) && inTestData(id);
  return elsewhere ? fileBytes(testData)(path.posix.basename(name), options) : fileBytes(shippedModels)(name, options);
};

/** A bench for Node: nets are read from files and all of them are agreed to; notes are dropped. */
export const nodeBench = (): Bench => {
  const bench = createBench(netBytes)(() => undefined, Object.keys(registry));
  const net: Bench['net'] = async (id) => {
    if (netIsHere(id)) return bench.net(id);
    throw readerError(`${registry[id]?.title ?? id} is not here; run “npm run data -- mobilenet” to fetch it.`);
  };
  return { ...bench, net };
};
