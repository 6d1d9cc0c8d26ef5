import { describe, expect, it, vi } from 'vitest';
import { createEngine, type EverySecond, type WorkerLike } from '../../src/engine/engine.ts';
import type { FromWorker } from '../../src/engine/protocol.ts';
import { serve } from '../../src/engine/serve.ts';
import type { AnyRun, AnyState } from '../../src/figures/kit/contract/figure.ts';
import type { Note } from '../../src/nets/bench/bench.ts';
import { isReaderError, readerError } from '../../src/lab/reader-error.ts';
import type { NetId } from '../../src/nets/net.ts';
import { noBench } from '../no-bench.ts';

const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

/** A net that does not come with the site. */
const missing = { id: 'big', title: 'A big net', bytes: 2e6, host: 'example.org' };

/** A worker in this thread: messages are structurally cloned and delivered later, as between real threads. */
const localWorkers = (runs: Readonly<Record<string, AnyRun>>) => {
  const workers: (WorkerLike & { dead: boolean })[] = [];
  const spawn = (): WorkerLike => {
    const handle = serve({
      load: (slug) => Promise.resolve(runs[slug] as AnyRun),
      bench: (onNote, agreed) => ({
        ...noBench('no nets here'),
        net: (id) =>
          Promise.reject(
            agreed.includes(id)
              ? readerError('It was agreed to.')
              : readerError('Agree to it first.', { download: missing }),
          ),
        reader: () => {
          onNote({ text: 'Compiling', patience: 60 });
          return new Promise(() => undefined);
        },
      }),
      beat: 2000,
      post: (message) => {
        const data = structuredClone(message);
        setTimeout(() => worker.dead || worker.onmessage?.({ data } as MessageEvent<FromWorker>), 0);
      },
    });
    const worker: (typeof workers)[number] = {
      dead: false,
      onmessage: null,
      onerror: null,
      onmessageerror: null,
      postMessage: (message) =>
        void setTimeout(() => worker.dead || void handle(structuredClone(message)), 0),
      terminate: () => (worker.dead = true),
    };
    workers.push(worker);
    return worker;
  };
  return { spawn, workers };
};

const counted = (count: number, log: string[] = []): AnyRun =>
  async function* (_, __, signal) {
    try {
      for (let i = 0; i < count; i++) {
        log.push(`frame ${i}`);
        yield { i, pixels: Float32Array.of(i, 0.5) };
        await Promise.resolve();
      }
    } finally {
      log.push(signal.aborted ? 'aborted' : 'ended');
    }
  };

const collect = async (frames: AsyncGenerator): Promise<unknown[]> => {
  const all: unknown[] = [];
  for await (const frame of frames) all.push(frame);
  return all;
};

const state = {} as AnyState;
const options = (signal = new AbortController().signal) => ({ signal, onNote: () => undefined });

describe('the engine', () => {
  it('yields the frames of a run in order, typed arrays intact', async () => {
    const { run } = createEngine(localWorkers({ a: counted(3) }).spawn);
    expect(await collect(run('a', state, options()))).toEqual(
      [0, 1, 2].map((i) => ({ i, pixels: Float32Array.of(i, 0.5) })),
    );
  });

  it('runs several figures in one worker at the same time', async () => {
    const { spawn, workers } = localWorkers({ a: counted(4), b: counted(2) });
    const { run } = createEngine(spawn);
    const [a, b] = await Promise.all([
      collect(run('a', state, options())),
      collect(run('b', state, options())),
    ]);
    expect([a.length, b.length, workers.length]).toEqual([4, 2, 1]);
  });

  it('computes nothing that was not asked for', async () => {
    const log: string[] = [];
    const { run } = createEngine(localWorkers({ a: counted(9, log) }).spawn);
    const frames = run('a', state, options());
    await frames.next();
    await frames.next();
    await tick();
    expect(log).toEqual(['frame 0', 'frame 1']);
    await frames.return();
    await tick();
    expect(log.at(-1)).toBe('aborted');
  });

  it('ends an aborted run at once, even while the worker is busy', async () => {
    const stuck: AnyRun = async function* () {
      yield 0;
      await new Promise(() => undefined);
    };
    const { run } = createEngine(localWorkers({ stuck, b: counted(1) }).spawn);
    const controller = new AbortController();
    const frames = run('stuck', state, options(controller.signal));
    await frames.next();
    const waiting = frames.next();
    controller.abort();
    expect((await waiting).done).toBe(true);
    expect(await collect(run('b', state, options()))).toHaveLength(1);
  });

  it('tells a run which downloads the reader agreed to, and the page which one is missing', async () => {
    const { spawn } = localWorkers({
      a: async function* (_, bench) {
        yield await bench.net('big' as NetId);
      },
    });
    const { run } = createEngine(spawn);
    const error: unknown = await run('a', state, options())
      .next()
      .catch((thrown: unknown) => thrown);
    expect(isReaderError(error) && [error.message, error.download]).toEqual(['Agree to it first.', missing]);
    await expect(run('a', state, { ...options(), agreed: ['big'] }).next()).rejects.toThrow(
      'It was agreed to.',
    );
  });

  it('says nothing of a run that throws because it was stopped', async () => {
    const thrown: unknown[] = [];
    const { error } = console;
    console.error = (...said: unknown[]) => thrown.push(said);
    const throwing: AnyRun = async function* (_, __, signal) {
      yield 0;
      await tick();
      signal.throwIfAborted();
    };
    const controller = new AbortController();
    const frames = createEngine(localWorkers({ throwing }).spawn).run(
      'throwing',
      state,
      options(controller.signal),
    );
    await frames.next();
    const waiting = frames.next();
    await new Promise((resolve) => setTimeout(resolve, 2));
    controller.abort();
    await waiting;
    await tick();
    await tick();
    console.error = error;
    expect(thrown).toEqual([]);
  });

  it('passes on a ReaderError with its sentence and hides any other behind a plain one', async () => {
    const fail = (error: Error): AnyRun =>
      async function* () {
        yield 0;
        await Promise.reject(error);
      };
    const known = readerError('The weights of LeNet are damaged; reload the page.', { retry: true });
    const { run } = createEngine(localWorkers({ a: fail(known) }).spawn);
    await expect(collect(run('a', state, options()))).rejects.toMatchObject({
      message: known.message,
      retry: true,
    });
  });

  it('after a crash every open run fails with a sentence and a retry, and the next starts a fresh worker', async () => {
    const { spawn, workers } = localWorkers({ a: counted(5) });
    const { run } = createEngine(spawn);
    const first = run('a', state, options());
    const second = run('a', state, options());
    await first.next();
    await second.next();
    const [one, two] = [first.next(), second.next()];
    const worker = workers[0];
    worker?.onerror?.({} as ErrorEvent);
    for (const answer of [one, two])
      await expect(answer).rejects.toMatchObject({ name: 'ReaderError', retry: true });
    expect(worker?.dead).toBe(true);
    expect(await collect(run('a', state, options()))).toHaveLength(5);
    expect(workers).toHaveLength(2);
  });

  it('a run that was between two frames during a crash fails at the next one', async () => {
    const { spawn, workers } = localWorkers({ a: counted(5) });
    const frames = createEngine(spawn).run('a', state, options());
    await frames.next();
    workers[0]?.onerror?.({} as ErrorEvent);
    await expect(frames.next()).rejects.toMatchObject({ retry: true });
  });
});

describe('a worker that falls silent', () => {
  /** A clock that a test turns by hand. */
  const handClock = () => {
    const running = new Set<() => void>();
    const clock: EverySecond = (call) => {
      const own = (): void => call();
      running.add(own);
      return () => void running.delete(own);
    };
    const pass = (seconds: number): void => {
      for (let i = 0; i < seconds; i++) for (const call of [...running]) call();
    };
    return { clock, pass, running };
  };

  it('is replaced after ten seconds; its run goes on where it was, and says so once', async () => {
    const { clock, pass, running } = handClock();
    const { spawn, workers } = localWorkers({ a: counted(4) });
    const notes: Note[] = [];
    const frames = createEngine(spawn, clock).run('a', state, {
      ...options(),
      onNote: (note) => notes.push(note),
    });
    await frames.next();
    await frames.next();
    // As a telephone does it: no event, no answer.
    if (workers[0]) workers[0].dead = true;
    const third = frames.next();
    await tick();
    pass(10);
    await tick();
    expect(workers).toHaveLength(1);
    pass(1);
    expect(await third).toMatchObject({ value: { i: 2 } });
    expect(await frames.next()).toMatchObject({ value: { i: 3 } });
    expect((await frames.next()).done).toBe(true);
    expect(workers).toHaveLength(2);
    expect(notes.flatMap(({ notice }) => notice ?? [])).toEqual([
      'The computation had stopped answering. It was started again and goes on where it was.',
    ]);
    expect(running.size).toBe(0);
  });

  it('is not given up while it shows signs of life, nor where a run has asked for patience', async () => {
    const { clock, pass } = handClock();
    const slow: AnyRun = async function* (_, bench) {
      const waiting = bench.reader();
      yield 0;
      await waiting;
    };
    const { spawn, workers } = localWorkers({ slow });
    const frames = createEngine(spawn, clock).run('slow', state, options());
    await frames.next();
    void frames.next();
    await tick();
    pass(60);
    workers[0]?.onmessage?.({ data: { kind: 'alive' } } as MessageEvent<FromWorker>);
    pass(60);
    await tick();
    expect(workers).toHaveLength(1);
    pass(1);
    await tick();
    expect(workers).toHaveLength(2);
  });

  it('twice at the same step ends the run with a sentence', async () => {
    const { clock, pass } = handClock();
    const stuck: AnyRun = async function* () {
      yield 0;
      await new Promise(() => undefined);
    };
    const { spawn, workers } = localWorkers({ stuck });
    const frames = createEngine(spawn, clock).run('stuck', state, options());
    await frames.next();
    const second = frames.next();
    await tick();
    pass(11);
    for (let i = 0; i < 5; i++) await tick();
    pass(11);
    await expect(second).rejects.toMatchObject({ name: 'ReaderError', retry: true });
    expect(workers).toHaveLength(2);
  });

  it('or that does not know its run is replaced at once', async () => {
    const { spawn, workers } = localWorkers({ a: counted(2) });
    const frames = createEngine(spawn).run('a', state, options());
    await frames.next();
    workers[0]?.onmessage?.({ data: { kind: 'unknown', job: 1 } } as MessageEvent<FromWorker>);
    expect(await collect(frames)).toHaveLength(1);
    expect(workers).toHaveLength(2);
  });
});

describe('the worker’s side', () => {
  it('answers that it does not know a run', async () => {
    const posted: FromWorker[] = [];
    const handle = serve({
      load: () => Promise.reject(new Error('unused')),
      bench: () => noBench('unused'),
      post: (message) => posted.push(message),
      beat: 2000,
    });
    await handle({ kind: 'next', job: 7 });
    expect(posted).toEqual([{ kind: 'unknown', job: 7 }]);
  });

  it('shows signs of life while an answer is awaited, and only then', async () => {
    vi.useFakeTimers();
    const posted: FromWorker[] = [];
    const handle = serve({
      load: () =>
        Promise.resolve(async function* () {
          yield await new Promise((resolve) => setTimeout(resolve, 5000));
        } as AnyRun),
      bench: () => noBench('unused'),
      post: (message) => posted.push(message),
      beat: 2000,
    });
    await handle({ kind: 'run', job: 1, slug: 'slow', state, agreed: [] });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(posted).toEqual([]);
    void handle({ kind: 'next', job: 1 });
    await vi.advanceTimersByTimeAsync(20_000);
    vi.useRealTimers();
    expect(posted.map(({ kind }) => kind)).toEqual(['alive', 'alive', 'frame']);
  });
});
