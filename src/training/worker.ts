import { parentPort } from 'node:worker_threads';
import type { Said } from './workers.ts';

/** What a worker does; says how far it is, if told to. */
export type Work<Task, Answer> = (task: Task, progress: (text: string) => void) => Promise<Answer>;

/** Makes this thread a worker that does such tasks, one at a time. */
export const answering = (work: Work<never, unknown>): void => {
  const say = (said: Said<unknown>): void => parentPort?.postMessage(said);
  parentPort?.on('message', (task: unknown) => {
    // What is thrown here ends the worker, and reaches whoever asked.
    void work(task as never, (progress) => say({ progress })).then((answer) => say({ answer }));
  });
};
