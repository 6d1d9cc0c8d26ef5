import type { BackendId, ByteSource, Net, OwnModel } from '../../nets/net.ts';
import type { Bench, Note } from './bench.ts';
import { readModelFiles } from './model-files.ts';

/**
 * A bench whose nets come from a source of bytes and are loaded once for all runs; TensorFlow.js arrives with the
 * first one. `backend` insists on one; `onNote` hears what the run waits for and, once known, what computes it.
 */
export const createBench = (source: ByteSource, backend?: BackendId): ((onNote: (note: Note) => void) => Bench) => {
  const nets = new Map<string, Promise<Net>>();

  /** The reader's own model that was asked about last: the next run mostly asks about it again. */
  let own: { readonly key: string; readonly model: Promise<OwnModel> } | undefined;

  const start = async (onNote: (note: Note) => void) => {
    onNote({ text: 'Starting TensorFlow.js' });
    const tools = await import('../../nets/tools.ts');
    const { id, title } = await tools.chooseBackend(backend);
    onNote({ text: `Computing with ${title}`, backend: id });
    return tools;
  };

  return (onNote) => ({
    net: async (id, { agreed = false } = {}) => {
      const { loadNet } = await start(onNote);
      const onProgress = ({ done, total }: { readonly done: number; readonly total: number }): void =>
        onNote({ text: 'Loading the network', done, total });
      const loading = nets.get(id) ?? loadNet(id, source, { onProgress, agreed });
      nets.set(id, loading);
      // A failed download must not be remembered: the next run asks again.
      loading.catch(() => nets.delete(id));
      return loading;
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
