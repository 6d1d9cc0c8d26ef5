import { failureOf } from '../figures/kit/session/failure.ts';
import { isReaderError } from '../lab/reader-error.ts';
import type { AnyRun } from '../figures/kit/contract/figure.ts';
import type { Bench, Note } from '../nets/bench/bench.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** What a worker serves with: runs by slug, nets, and the way back to the page. */
export interface ServeOptions {
  readonly load: (slug: string) => Promise<AnyRun>;
  readonly bench: (onNote: (note: Note) => void, agreed: readonly string[]) => Bench;
  readonly post: (message: FromWorker) => void;
  /** Milliseconds between two signs of life. */
  readonly beat: number;
}

type RunMessage = Extract<ToWorker, { readonly kind: 'run' }>;

interface Job {
  readonly frames: AsyncGenerator<unknown, void>;
  readonly controller: AbortController;
}

/** The worker's side of the protocol, apart from the worker: takes messages, posts answers. */
export const serve = ({ load, bench, post, beat }: ServeOptions): ((message: ToWorker) => Promise<void>) => {
  const jobs = new Map<number, Job>();

  const open = async function* ({ job, slug, state, agreed }: RunMessage, signal: AbortSignal) {
    const run = await load(slug);
    const onNote = (note: Note): void => post({ kind: 'note', job, note });
    yield* run(state, bench(onNote, agreed), signal);
  };

  /** How many answers are awaited; a sign of life goes out as long as there are any. */
  let awaited = 0;
  let beating: ReturnType<typeof setInterval> | undefined;
  const awaiting = (change: 1 | -1): void => {
    awaited += change;
    if (awaited === 0) clearInterval(beating);
    else if (awaited === 1 && change === 1) beating = setInterval(() => post({ kind: 'alive' }), beat);
  };

  const next = async (job: number): Promise<void> => {
    const running = jobs.get(job);
    if (running === undefined) {
      post({ kind: 'unknown', job });
      return;
    }
    awaiting(1);
    try {
      const { value, done } = await running.frames.next();
      if (!jobs.has(job)) return;
      post(done === true ? { kind: 'done', job } : { kind: 'frame', job, frame: value });
    } catch (error) {
      // What a run says on being stopped interests nobody.
      if (!jobs.has(job)) return;
      // A developer reads the cause here; the reader gets the sentence.
      if (!isReaderError(error)) console.error(error);
      post({ kind: 'failed', job, ...failureOf(error) });
    } finally {
      awaiting(-1);
    }
  };

  const stop = (job: number): void => {
    const running = jobs.get(job);
    jobs.delete(job);
    running?.controller.abort();
    void running?.frames.return().catch(() => undefined);
  };

  return async (message) => {
    if (message.kind === 'next') return next(message.job);
    if (message.kind === 'stop') {
      stop(message.job);
      return;
    }
    const controller = new AbortController();
    const frames = open(message, controller.signal);
    jobs.set(message.job, { frames, controller });
  };
};
