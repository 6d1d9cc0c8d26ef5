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
  /** Computes with this backend, in a worker of its own; '' is the best one of the device. */
  readonly backend?: string;
  /** Ids of the nets whose download the reader has agreed to. */
  readonly agreed?: readonly string[];
}

/** The page's handle on its worker: a figure's run, frame by frame, as if it ran here. */
export interface Engine {
  run(slug: string, state: AnyState, options: RunOptions): AsyncGenerator<unknown, void>;
}

interface Job {
  readonly worker: WorkerLike;
  readonly onNote: (note: Note) => void;
  settle: { resolve(answer: IteratorResult<unknown, void>): void; reject(error: Error): void } | undefined;
}

const stoppedUnexpectedly = (): Error =>
  readerError('The computation stopped unexpectedly; press “Try again”, your settings are kept.', { retry: true });

/**
 * An engine on workers made by `spawn`, one for each backend asked for, which is one unless a reader insists on another.
 * A worker starts with its first run; when it crashes, its open runs throw a ReaderError that may be retried, and the
 * next run starts a fresh one. An aborted run ends at once on the page, whatever the worker is doing.
 */
export const createEngine = (spawn: (backend: string) => WorkerLike): Engine => {
  const jobs = new Map<number, Job>();
  const workers = new Map<string, WorkerLike>();
  let lastJob = 0;

  const receive = ({ data }: MessageEvent<FromWorker>): void => {
    const job = jobs.get(data.job);
    if (data.kind === 'note') job?.onNote(data.note);
    else if (data.kind === 'frame') job?.settle?.resolve({ value: data.frame, done: false });
    else if (data.kind === 'done') job?.settle?.resolve({ value: undefined, done: true });
    else job?.settle?.reject(readerError(data.sentence, data));
  };

  const start = (backend: string): WorkerLike => {
    const worker = spawn(backend);
    const crash = (): void => {
      worker.terminate();
      workers.delete(backend);
      for (const job of jobs.values()) if (job.worker === worker) job.settle?.reject(stoppedUnexpectedly());
    };
    worker.onmessage = receive;
    worker.onerror = crash;
    worker.onmessageerror = crash;
    workers.set(backend, worker);
    return worker;
  };

  return {
    async *run(slug, state, { signal, onNote, backend = '', agreed = [] }) {
      if (signal.aborted) return;
      const id = ++lastJob;
      const worker = workers.get(backend) ?? start(backend);
      const job: Job = { worker, onNote, settle: undefined };
      const alive = (): boolean => workers.get(backend) === worker;
      const end = (): void => job.settle?.resolve({ value: undefined, done: true });
      jobs.set(id, job);
      signal.addEventListener('abort', end);
      try {
        worker.postMessage({ kind: 'run', job: id, slug, state, agreed });
        for (;;) {
          if (!alive()) throw stoppedUnexpectedly();
          const { promise, resolve, reject } = Promise.withResolvers<IteratorResult<unknown, void>>();
          job.settle = { resolve, reject };
          worker.postMessage({ kind: 'next', job: id });
          const answer = await promise;
          if (answer.done === true || signal.aborted) return;
          yield answer.value;
        }
      } finally {
        signal.removeEventListener('abort', end);
        jobs.delete(id);
        if (alive()) worker.postMessage({ kind: 'stop', job: id });
      }
    },
  };
};
