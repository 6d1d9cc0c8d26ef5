import { readerError } from '../lab/reader-error.ts';
import type { AnyState } from '../figures/kit/figure.ts';
import type { Note } from '../figures/kit/bench.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** The part of a Worker that the engine uses. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

export interface RunOptions {
  readonly signal: AbortSignal;
  readonly onNote: (note: Note) => void;
}

/** The page's handle on its one worker: a figure's run, frame by frame, as if it ran here. */
export interface Engine {
  run(slug: string, state: AnyState, options: RunOptions): AsyncGenerator<unknown, void>;
}

interface Job {
  readonly onNote: (note: Note) => void;
  settle: { resolve(answer: IteratorResult<unknown, void>): void; reject(error: Error): void } | undefined;
}

const stoppedUnexpectedly = (): Error =>
  readerError('The computation stopped unexpectedly; press “Try again”, your settings are kept.', { retry: true });

/**
 * An engine on workers made by `spawn`. The worker starts with the first run; when it crashes, every open run
 * throws a ReaderError that may be retried, and the next run starts a fresh worker. An aborted run ends at once
 * on the page, whatever the worker is doing.
 */
export const createEngine = (spawn: () => WorkerLike): Engine => {
  const jobs = new Map<number, Job>();
  let worker: WorkerLike | undefined;
  let lastJob = 0;

  const crash = (): void => {
    worker?.terminate();
    worker = undefined;
    for (const job of jobs.values()) job.settle?.reject(stoppedUnexpectedly());
    jobs.clear();
  };

  const receive = ({ data }: MessageEvent<FromWorker>): void => {
    const job = jobs.get(data.job);
    if (data.kind === 'note') job?.onNote(data.note);
    else if (data.kind === 'frame') job?.settle?.resolve({ value: data.frame, done: false });
    else if (data.kind === 'done') job?.settle?.resolve({ value: undefined, done: true });
    else job?.settle?.reject(readerError(data.sentence, { retry: data.retry }));
  };

  const running = (): WorkerLike => {
    if (worker !== undefined) return worker;
    worker = spawn();
    worker.onmessage = receive;
    worker.onerror = crash;
    worker.onmessageerror = crash;
    return worker;
  };

  return {
    async *run(slug, state, { signal, onNote }) {
      if (signal.aborted) return;
      const id = ++lastJob;
      const job: Job = { onNote, settle: undefined };
      jobs.set(id, job);
      const mine = running();
      const end = (): void => job.settle?.resolve({ value: undefined, done: true });
      signal.addEventListener('abort', end);
      try {
        mine.postMessage({ kind: 'run', job: id, slug, state });
        for (;;) {
          const { promise, resolve, reject } = Promise.withResolvers<IteratorResult<unknown, void>>();
          job.settle = { resolve, reject };
          if (worker !== mine) throw stoppedUnexpectedly();
          mine.postMessage({ kind: 'next', job: id });
          const answer = await promise;
          if (answer.done === true || signal.aborted) return;
          yield answer.value;
        }
      } finally {
        signal.removeEventListener('abort', end);
        jobs.delete(id);
        if (worker === mine) mine.postMessage({ kind: 'stop', job: id });
      }
    },
  };
};
