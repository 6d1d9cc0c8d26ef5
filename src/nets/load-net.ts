import { readerError } from '../lab/reader-error.ts';
import { softmax } from '../lab/softmax.ts';
import { chooseBackend } from './backends.ts';
import { card } from './card.ts';
import { flawOf } from './format/flaw.ts';
import { decodeModel, modelFile, type Model } from './format/model-file.ts';
import type { ByteSource, Net, NetId } from './net.ts';
import { modelOracle } from './oracle.ts';
import { registry, type NetEntry, type Registry } from './registry.ts';
import { sha256 } from './sha256.ts';

/** Bytes that have arrived, of all that the net needs. */
export type OnProgress = (bytes: { readonly done: number; readonly total: number }) => void;

type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

const count = (n: number): string => n.toLocaleString('en');

/** What is wrong with the bytes of a file, or undefined. */
const flaw = (bytes: Uint8Array, wanted: { readonly bytes: number; readonly sha256: string }): string | undefined => {
  if (bytes.byteLength < wanted.bytes) {
    return `was cut short (${count(bytes.byteLength)} of ${count(wanted.bytes)} bytes arrived)`;
  }
  return sha256(bytes) === wanted.sha256 ? undefined : 'was altered on its way: it is not the file that was published';
};

const fetchFiles = async (id: string, entry: NetEntry, source: ByteSource, onProgress?: OnProgress): Promise<Files> => {
  const names = Object.entries(entry.files);
  const total = names.reduce((n, [, file]) => n + file.bytes, 0);
  const received = new Map<string, number>();
  const one = async (name: string, wanted: NetEntry['files'][string]): Promise<Uint8Array<ArrayBuffer>> => {
    const onBytes = (bytes: number): void => {
      received.set(name, Math.min(bytes, wanted.bytes));
      onProgress?.({ done: [...received.values()].reduce((a, b) => a + b, 0), total });
    };
    const bytes = await source(`${id}/${name}`, { onBytes });
    if (!flaw(bytes, wanted)) return bytes;
    // A cache may have kept a broken copy; ask once more past all of them.
    const again = await source(`${id}/${name}`, { onBytes, fresh: true });
    const still = flaw(again, wanted);
    if (!still) return again;
    throw readerError(`${entry.title} cannot be used: ${name} ${still}. Try again.`, { retry: true });
  };
  return new Map(await Promise.all(names.map(async ([name, wanted]) => [name, await one(name, wanted)] as const)));
};

const parse = (title: string, files: Files): { readonly model: Model; readonly card: Net['card'] } => {
  const bytes = (name: string): Uint8Array => {
    const found = files.get(name);
    if (!found) throw new Error(`There is no ${name}.`);
    return found;
  };
  const json = (name: string): unknown => JSON.parse(new TextDecoder().decode(bytes(name)));
  try {
    return { model: decodeModel(modelFile.parse(json('model.json')), bytes), card: card.parse(json('card.json')) };
  } catch (cause) {
    const why = flawOf(cause);
    const sentence = `${title} cannot be read: its files do not describe a network we know.`;
    throw readerError(why === '' ? sentence : `${sentence} ${why}`, { cause });
  }
};

/**
 * Loads a net: its files are fetched, checked against the SHA-256 kept in the code, parsed, and put on the
 * backend. Fails with a reader error: unknown id, failed download, cut short or altered, unreadable.
 */
export const loadNet = async (
  id: NetId,
  source: ByteSource,
  options: { readonly onProgress?: OnProgress; readonly registry?: Registry } = {},
): Promise<Net> => {
  const known = options.registry ?? registry;
  const entry = known[id];
  if (!entry) throw readerError(`There is no net called “${id}”. There are: ${Object.keys(known).join(', ')}.`);
  const [files] = await Promise.all([fetchFiles(id, entry, source, options.onProgress), chooseBackend()]);
  const parsed = parse(entry.title, files);
  const oracle = modelOracle(parsed.model);
  return {
    ...oracle,
    id,
    card: parsed.card,
    probabilities: async (x) => softmax(await oracle.logits(x), oracle.classes),
  };
};
