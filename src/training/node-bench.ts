import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bench } from '../nets/bench/bench.ts';
import { createBench } from '../nets/bench/create-bench.ts';
import { dataSet } from './data-folder.ts';
import { readerError } from '../lab/reader-error.ts';
import type { ByteSource, NetId } from '../nets/net.ts';
import { registry } from '../nets/registry.ts';
import { fileBytes, shippedModels } from '../nets/sources/file.ts';
import { mobilenetFolder } from './photographs.ts';

/** Where the folder of data sets has MobileNet. */
const kept = dataSet(mobilenetFolder);

const mirrored = (id: string): boolean => existsSync(new URL(`${id}/model.json`, shippedModels));
const isKept = (id: string): boolean =>
  id === 'imagenet-mobilenet' && existsSync(path.join(kept, 'model.json'));

/** The folder among the data sets that stands in for a net which neither ships nor has been fetched. */
export const keptFolder = (id: NetId): string | undefined => (!mirrored(id) && isKept(id) ? kept : undefined);

/**
 * Whether a net can be had in Node: it ships, has been fetched by `npm run data`, or is among the data sets.
 */
export const netIsHere = (id: NetId): boolean => mirrored(id) || isKept(id);

/**
 * Bytes of nets from files: those that ship, those fetched by `npm run data`, and those among the data sets.
 */
export const netBytes: ByteSource = (name, options) => {
  const id = path.posix.dirname(name);
  const elsewhere = !mirrored(id) && isKept(id);
  return elsewhere
    ? fileBytes(pathToFileURL(`${kept}/`))(path.posix.basename(name), options)
    : fileBytes(shippedModels)(name, options);
};

/** A bench for Node: nets are read from files and all of them are agreed to; notes are dropped. */
export const nodeBench = (): Bench => {
  const bench = createBench(netBytes)(() => undefined, Object.keys(registry));
  const net: Bench['net'] = async (id) => {
    if (netIsHere(id)) return bench.net(id);
    throw readerError(
      `${registry[id]?.title ?? id} is not here; run “npm run data -- mobilenet” to fetch it.`,
    );
  };
  return { ...bench, net };
};
