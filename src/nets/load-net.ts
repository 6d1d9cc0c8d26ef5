import { unitBox } from '../lab/box.ts';
import { ranged } from '../lab/oracles/affine.ts';
import { readerError } from '../lab/reader-error.ts';
import { softmax } from '../lab/softmax.ts';
import { chooseBackend } from './backends.ts';
import { card } from './card.ts';
import { flawOf } from './format/flaw.ts';
import { decodeModel, modelFile, type Model } from './format/model-file.ts';
import type { ByteSource, Net, NetId } from './net.ts';
import { modelOracle } from './oracle.ts';
import { downloadSize, registry, type NetEntry, type Registry } from './registry.ts';
import { entryOf, fetchFiles, type Files, type OnProgress } from './sources/checked.ts';
import { either } from './sources/either.ts';
import { fetchBytes } from './sources/fetch.ts';

const parse = (
  id: string,
  entry: NetEntry,
  files: Files,
): { readonly model: Model; readonly card: Net['card'] } => {
  const { title, onDemand } = entry;
  const bytes = (name: string): Uint8Array => {
    const found = files.get(name);
    if (!found) throw new Error(`There is no ${name}.`);
    return found;
  };
  const json = (name: string): unknown => JSON.parse(new TextDecoder().decode(bytes(name)));
  const known = onDemand && { ...onDemand.card, id, title, bytes: downloadSize(entry), files: entry.files };
  try {
    return {
      model: decodeModel(modelFile.parse(json('model.json')), bytes),
      card: known ?? card.parse(json('card.json')),
    };
  } catch (cause) {
    const why = flawOf(cause);
    const sentence = `${title} cannot be read: its files do not describe a network we know.`;
    throw readerError(why === '' ? sentence : `${sentence} ${why}`, { cause });
  }
};

/** The source itself, and for a net that does not ship also the address where it is published. */
const sourceOf = (id: string, { onDemand }: NetEntry, source: ByteSource): ByteSource => {
  if (!onDemand) return source;
  const published = fetchBytes(onDemand.address);
  return either(source, (path, options) => published(path.slice(id.length + 1), options));
};

/** What may be said of a loading. */
interface Loading {
  readonly onProgress?: OnProgress;
  /** Whether the reader has agreed to the download of a net that does not ship. */
  readonly agreed?: boolean;
  readonly registry?: Registry;
}

/**
 * Loads a net: its files are fetched, checked against the SHA-256 kept in the code, parsed, and put on the
 * backend. Fails with a reader error: unknown id, not agreed to, failed download, cut short or altered,
 * unreadable.
 */
export const loadNet = async (id: NetId, source: ByteSource, options: Loading = {}): Promise<Net> => {
  const entry = entryOf(options.registry ?? registry, id);
  if (entry.onDemand && !options.agreed) {
    const size = (downloadSize(entry) / 1e6).toPrecision(3);
    const { host } = new URL(entry.onDemand.address);
    throw readerError(
      `${entry.title} does not come with this site: it is a download of ${size} MB from ${host}. Agree to it first.`,
      { download: { id, title: entry.title, bytes: downloadSize(entry), host } },
    );
  }
  const from = sourceOf(id, entry, source);
  const [files] = await Promise.all([fetchFiles(id, entry, from, options.onProgress), chooseBackend()]);
  const parsed = parse(id, entry, files);
  const model = modelOracle(parsed.model);
  const oracle = ranged(model, entry.onDemand?.range ?? unitBox);
  return {
    ...oracle,
    id,
    card: parsed.card,
    model: parsed.model,
    probabilities: async (x) => softmax(await oracle.logits(x), oracle.classes),
    dispose: () => model.dispose(),
  };
};
