import os from 'node:os';
import { Worker } from 'node:worker_threads';

/** What a worker says: how far it is, or what its task came to. */
export type Said<Answer> = { readonly progress: string } | { readonly answer: Answer };

/** Workers of one kind, which do one task after the other. */
export interface Workers<Task, Answer> {
  /** Has a worker do the task, as soon as one is free; rejects with what the worker threw. */
  readonly ask: (task: Task, onProgress?: (text: string) => void) => Promise<Answer>;
  readonly end: () => Promise<void>;
}

/** As many of that kind as there are cores, or at most so many; `worker` is one that is `answering`. */
export const workersOf = <Task, Answer>(
  worker: URL,
  most = os.availableParallelism(),
): Workers<Task, Answer> => {
  const all = new Set<Worker>();
  const free: Worker[] = [];
  const waiting: ((one: Worker) => void)[] = [];
  const started = (): Worker => {
    const one = new Worker(worker);
    all.add(one);
    return one;
  };
  const taken = (): Promise<Worker> => {
    const one = free.pop() ?? (all.size < most ? started() : undefined);
    return one ? Promise.resolve(one) : new Promise((done) => waiting.push(done));
  };
  const freed = (one: Worker): void => {
    const next = waiting.shift();
    if (next) next(one);
    else free.push(one);
  };
  /** What has thrown is no more; whoever waits for it gets another. */
  const lost = (one: Worker): void => {
    all.delete(one);
    if (waiting.length > 0) freed(started());
  };
  return {
    ask: async (task, onProgress) => {
      const one = await taken();
      return new Promise<Answer>((done, fail) => {
        const hear = (said: Said<Answer>): void => {
          if ('progress' in said) return onProgress?.(said.progress);
          one.off('message', hear).off('error', thrown);
          freed(one);
          done(said.answer);
        };
        const thrown = (error: Error): void => {
          lost(one);
          fail(error);
        };
        one.on('message', hear).on('error', thrown);
        one.postMessage(task);
      });
    },
    end: async () => {
      await Promise.all([...all].map((one) => one.terminate()));
    },
  };
};
