import type { BackendId, ByteSource, Net, OwnModel, Reader } from '../net.ts';
import { once } from '../once.ts';
import type { Bench, Note } from './bench.ts';
import { readModelFiles } from './model-files.ts';

/** Tells of a download's bytes. */
const loadingNote =
  (onNote: (note: Note) => void) =>
  (bytes: { readonly done: number; readonly total: number }): void =>
    onNote({ text: 'Loading the network', ...bytes });

/**
 * A bench whose nets come from a source of bytes and are loaded once for all runs; TensorFlow.js arrives with
 * the first one. `backend` insists on one; `onNote` hears what the run waits for and, once known, what
 * computes it; `agreed` are the ids of the nets whose download the reader has agreed to.
 */
export const createBench = (
  source: ByteSource,
  backend?: BackendId,
): ((onNote: (note: Note) => void, agreed?: readonly string[]) => Bench) => {
  const nets = once<Net>();
  const readers = once<Reader>();

  /** The reader's own model that was asked about last: the next run mostly asks about it again. */
  let own: { readonly key: string; readonly model: Promise<OwnModel> } | undefined;

  const start = async (onNote: (note: Note) => void) => {
    const starting = { text: 'Starting TensorFlow.js' };
    onNote(starting);
    const tools = await import('../tools.ts');
    const chosen = await tools.chooseBackend(backend, ({ patience }) => onNote({ ...starting, patience }));
    onNote({ text: `Computing with ${chosen.title}`, backend: chosen.id, patience: chosen.patience });
    return tools;
  };

  return (onNote, agreed = []) => ({
    net: async (id) => {
      const { loadNet } = await start(onNote);
      return nets(id, () =>
        loadNet(id, source, { onProgress: loadingNote(onNote), agreed: agreed.includes(id) }),
      );
    },
    reader: async () => {
      const { loadReader } = await start(onNote);
      return readers('reader', () => loadReader('reader', source, { onProgress: loadingNote(onNote) }));
    },
    own: async (files, options) => {
      const tools = await start(onNote);
      onNote({ text: 'Reading your model' });
      const { json, bytesOf, key } = await readModelFiles(files);
      const wanted = `${key} ${JSON.stringify(options)}`;
      if (own?.key !== wanted) {
        own?.model.then(
          (model) => model.dispose(),
          () => undefined,
        );
        own = { key: wanted, model: tools.ownModel(json, bytesOf, options) };
      }
      return own.model;
    },
    logistic: async (weights) => (await start(onNote)).logisticNet(weights),
  });
};
