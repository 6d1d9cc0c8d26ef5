import { isReaderError } from '../lab/reader-error.ts';
import type { AnyRun, AnyState } from '../figures/kit/figure.ts';
import type { Bench, Note } from '../figures/kit/bench.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

export interface ServeOptions {
  readonly load: (slug: string) => Promise<AnyRun>;
  readonly bench: (onNote: (note: Note) => void) => Bench;
  readonly post: (message: FromWorker) => void;
}

interface Job {
  readonly frames: AsyncGenerator<unknown, void>;
  readonly controller: AbortController;
}

const failure = (error: unknown): { sentence: string; retry: boolean } =>
  isReaderError(error)
    ? { sentence: error.message, retry: error.retry }
    : { sentence: 'The computation failed; press “Try again”, or reset the figure.', retry: true };

/** The worker's side of the protocol, apart from the worker: takes messages, posts answers. */
export const serve = ({ load, bench, post }: ServeOptions): ((message: ToWorker) => Promise<void>) => {
  const jobs = new Map<number, Job>();

  const open = async function* (job: number, slug: string, state: AnyState, signal: AbortSignal) {
    const run = await load(slug);
    yield* run(
      state,
      bench((note) => post({ kind: 'note', job, note })),
      signal,
    );
  };

  const next = async (job: number): Promise<void> => {
    const running = jobs.get(job);
    if (running === undefined) return;
    try {
      const { value, done } = await running.frames.next();
      if (!jobs.has(job)) return;
      post(done === true ? { kind: 'done', job } : { kind: 'frame', job, frame: value });
    } catch (error) {
      // What a run says on being stopped interests nobody.
      if (!jobs.has(job)) return;
      // A developer reads the cause here; the reader gets the sentence.
      if (!isReaderError(error)) console.error(error);
      post({ kind: 'failed', job, ...failure(error) });
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
    if (message.kind === 'stop') return stop(message.job);
    const controller = new AbortController();
    const frames = open(message.job, message.slug, message.state, controller.signal);
    jobs.set(message.job, { frames, controller });
  };
};
