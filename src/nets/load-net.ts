import { readerError } from '../lab/reader-error.ts';
import { softmax } from '../lab/softmax.ts';
import { chooseBackend } from './backends.ts';
import { card } from './card.ts';
import { flawOf } from './format/flaw.ts';
import { decodeModel, modelFile, type Model } from './format/model-file.ts';
import type { ByteSource, Net, NetId } from './net.ts';
import { modelOracle } from './oracle.ts';
import { registry, type Registry } from './registry.ts';
import { entryOf, fetchFiles, type Files, type OnProgress } from './sources/checked.ts';

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
  const entry = entryOf(options.registry ?? registry, id);
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
