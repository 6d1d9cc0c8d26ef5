import { readerError } from '../lab/reader-error.ts';
import type { AnyState } from '../figures/kit/contract/figure.ts';
import type { Note } from '../nets/bench/bench.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** The part of a Worker that the engine uses. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

/**
 * What a run is told besides its state: how to stop it, who hears what it waits for, and what may compute
 * it.
 */
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

/** Calls back every second until it is stopped. */
export type EverySecond = (call: () => void) => () => void;

const everySecond: EverySecond = (call) => {
  const timer = setInterval(call, 1000);
  return () => clearInterval(timer);
};

/**
 * Seconds without a sign of life after which a worker is given up, unless a run has asked for more patience.
 */
const usualPatience = 10;

type Answer = IteratorResult<unknown, void>;

interface Job {
  readonly onNote: (note: Note) => void;
  patience: number;
  /** Seconds since the worker was last heard of, while this waits for its answer. */
  silence: number;
  settle: { resolve(answer: Answer): void; reject(error: unknown): void } | undefined;
}

/** A worker that is thought to live, and its open runs. */
interface Living {
  readonly worker: WorkerLike;
  readonly jobs: Map<number, Job>;
  /** Why it was given up, once it was. */
  lost?: Error;
  giveUp(why: Error): void;
}

/**
 * A worker that said nothing for too long, or did not know a run that it was given: the run can begin anew.
 */
const silent = new Error('The worker is silent.');

const crashed = (): Error =>
  readerError('The computation stopped unexpectedly; press “Try again”, your settings are kept.', {
    retry: true,
  });

const silentAgain = (): Error =>
  readerError(
    'The computation stopped answering, twice at the same step; press “Try again”, your settings are kept. ' +
      'A smaller setting may get through.',
    { retry: true },
  );

const goesOn = 'The computation had stopped answering. It was started again and goes on where it was.';

/**
 * An engine on workers made by `spawn`, one for each backend asked for, which is one unless a reader insists
 * on another. A worker starts with its first run. When it crashes, its open runs throw a ReaderError that may
 * be retried, and the next run starts a fresh one. When it falls silent, a fresh one takes over its runs:
 * they begin anew, the frames that were already given are passed over (a state has one path), and a note says
 * so; a run that is met by silence twice without a frame between ends with a ReaderError. An aborted run ends
 * at once on the page, whatever the worker is doing.
 */
export const createEngine = (
  spawn: (backend: string) => WorkerLike,
  clock: EverySecond = everySecond,
): Engine => {
  const living = new Map<string, Living>();
  let lastJob = 0;

  const receive = ({ jobs, giveUp }: Living, message: FromWorker): void => {
    for (const job of jobs.values()) job.silence = 0;
    if (message.kind === 'alive') return;
    const job = jobs.get(message.job);
    if (job === undefined) return;
    if (message.kind === 'note') {
      job.patience = message.note.patience ?? job.patience;
      job.onNote(message.note);
    } else if (message.kind === 'frame') job.settle?.resolve({ value: message.frame, done: false });
    else if (message.kind === 'done') job.settle?.resolve({ value: undefined, done: true });
    else if (message.kind === 'failed') job.settle?.reject(readerError(message.sentence, message));
    else giveUp(silent);
  };

  const start = (backend: string): Living => {
    const worker = spawn(backend);
    const started: Living = {
      worker,
      jobs: new Map(),
      giveUp: (why) => {
        if (started.lost !== undefined) return;
        started.lost = why;
        worker.terminate();
        living.delete(backend);
        for (const job of started.jobs.values()) job.settle?.reject(why);
      },
    };
    worker.onmessage = ({ data }) => receive(started, data);
    worker.onerror = () => started.giveUp(crashed());
    worker.onmessageerror = () => started.giveUp(crashed());
    living.set(backend, started);
    return started;
  };

  /** The answer to one question for the next frame; rejects with `silent` where there is none. */
  const ask = (host: Living, id: number, job: Job): Promise<Answer> => {
    const answer = new Promise<Answer>((resolve, reject) => (job.settle = { resolve, reject }));
    job.silence = 0;
    // Seconds are counted, not subtracted: while a page is frozen, so is its worker.
    const stopClock = clock(() => {
      if (++job.silence > job.patience) host.giveUp(silent);
    });
    host.worker.postMessage({ kind: 'next', job: id });
    return answer.finally(stopClock);
  };

  /** A run in one worker, to its end or the worker's. */
  const runOnce = async function* (
    slug: string,
    state: AnyState,
    { signal, onNote, backend = '', agreed = [] }: RunOptions,
  ): AsyncGenerator<unknown, void> {
    const id = ++lastJob;
    const host = living.get(backend) ?? start(backend);
    const job: Job = { onNote, patience: usualPatience, silence: 0, settle: undefined };
    const end = (): void => job.settle?.resolve({ value: undefined, done: true });
    host.jobs.set(id, job);
    signal.addEventListener('abort', end);
    try {
      host.worker.postMessage({ kind: 'run', job: id, slug, state, agreed });
      for (;;) {
        if (host.lost !== undefined) throw host.lost;
        const answer = await ask(host, id, job);
        if (answer.done === true || signal.aborted) return;
        yield answer.value;
      }
    } finally {
      signal.removeEventListener('abort', end);
      host.jobs.delete(id);
      if (host.lost === undefined) host.worker.postMessage({ kind: 'stop', job: id });
    }
  };

  return {
    async *run(slug, state, options) {
      let given = 0;
      /** How many frames had been given when the worker last fell silent. */
      let givenThen: number | undefined;
      while (!options.signal.aborted) {
        try {
          let place = 0;
          for await (const frame of runOnce(slug, state, options)) {
            if (++place <= given) continue;
            given = place;
            yield frame;
          }
          return;
        } catch (error) {
          if (error !== silent) throw error;
          if (given === givenThen) throw silentAgain();
          givenThen = given;
          options.onNote({ text: 'Starting again', notice: goesOn });
        }
      }
    },
  };
};
