import { isReaderError, type Download } from '../../../lab/reader-error.ts';
import type { Note } from '../../../nets/bench/bench.ts';

export interface StartOptions {
  readonly signal: AbortSignal;
  readonly onNote: (note: Note) => void;
}

/** Starts a run; the engine's in the page, the figure's own in Node. */
export type Start<State, Frame> = (state: State, options: StartOptions) => AsyncGenerator<Frame, void>;

/** Why a run ended before its time: a sentence for the reader, and what can be done. */
export interface Failure {
  readonly sentence: string;
  readonly retry: boolean;
  /** What the reader may agree to, where only that is missing. */
  readonly download: Download | undefined;
}

/** published: nothing has run yet · waiting: for the first frame · done: all frames · stopped: by the reader. */
export type Phase = 'published' | 'waiting' | 'running' | 'paused' | 'done' | 'stopped' | 'failed';

export interface Snapshot<Frame> {
  readonly phase: Phase;
  /** Every frame of this run so far. */
  readonly frames: readonly Frame[];
  /** The frame shown. */
  readonly index: number;
  readonly note: Note | undefined;
  /** What the reader is told of this run as a whole. */
  readonly notice: string | undefined;
  readonly failure: Failure | undefined;
  /** Milliseconds that the frames after the first took to come; pauses between them do not count. */
  readonly spent: number;
}

/** Nothing has run yet. */
export const idle: Snapshot<never> = {
  phase: 'published',
  frames: [],
  index: -1,
  note: undefined,
  notice: undefined,
  failure: undefined,
  spent: 0,
};

export interface PlayOptions {
  /** Milliseconds between frames; 0 goes straight to the end. */
  readonly pace: number;
  /** Pause at this frame instead of at the end; −1 is the one before the end, wherever that is. */
  readonly until?: number | undefined;
}

export interface Player<State> {
  play(state: State, options: PlayOptions): void;
  pause(): void;
  resume(): void;
  /** Computes one more frame, then pauses. */
  step(): void;
  /** Shows a frame that was computed before. */
  seek(index: number): void;
  cancel(): void;
  /** Ends a run and forgets its frames. */
  clear(): void;
}

export interface PlayerOptions<State, Frame> {
  readonly start: Start<State, Frame>;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly onChange: (snapshot: Snapshot<Frame>) => void;
  /** A clock in milliseconds; without one nothing is timed. */
  readonly now?: () => number;
}

/** A failure as the reader is told of it. */
export const failureOf = (error: unknown): Failure =>
  isReaderError(error)
    ? { sentence: error.message, retry: error.retry, download: error.download }
    : { sentence: 'The computation failed; press “Try again”, or reset the figure.', retry: true, download: undefined };

/**
 * Plays runs one at a time: a new one ends the one before. Pausing holds back the demand for frames, and
 * cancelling abandons the run at once; either way all frames so far stay. Knows nothing of DOM or clock.
 */
export const createPlayer = <State, Frame>({
  start,
  wait,
  onChange,
  now = () => 0,
}: PlayerOptions<State, Frame>): Player<State> => {
  let snapshot: Snapshot<Frame> = idle;
  let controller = new AbortController();
  /** How many more frames may be taken; infinite while running, 0 while paused. */
  let allowance = 0;
  let wake: () => void = () => undefined;

  const change = (part: Partial<Snapshot<Frame>>): void => {
    snapshot = { ...snapshot, ...part };
    onChange(snapshot);
  };

  const allow = (frames: number): void => {
    allowance = frames;
    wake();
  };

  const permission = async (signal: AbortSignal): Promise<void> => {
    while (allowance === 0 && !signal.aborted) await new Promise<void>((resolve) => (wake = resolve));
  };

  const follow = async (state: State, { pace, until }: PlayOptions, signal: AbortSignal): Promise<void> => {
    const onNote = (note: Note): void => {
      if (!signal.aborted) change({ note, notice: note.notice ?? snapshot.notice });
    };
    let since = now();
    try {
      for await (const frame of start(state, { signal, onNote })) {
        if (signal.aborted) return;
        const spent = snapshot.frames.length === 0 ? 0 : snapshot.spent + now() - since;
        const frames = [...snapshot.frames, frame];
        if (snapshot.frames.length === until) allowance = 0;
        else allowance = Math.max(0, allowance - 1);
        const phase = allowance === 0 ? 'paused' : 'running';
        change({ frames, index: frames.length - 1, phase, note: undefined, spent });
        if (pace > 0 && allowance > 0) await wait(pace);
        await permission(signal);
        if (signal.aborted) return;
        since = now();
      }
      const back = until === -1 && snapshot.index > 0 ? 1 : 0;
      if (!signal.aborted) change({ phase: 'done', index: snapshot.index - back, note: undefined });
    } catch (error) {
      if (!signal.aborted) change({ phase: 'failed', note: undefined, failure: failureOf(error) });
    }
  };

  const abandon = (): void => {
    controller.abort();
    allow(0);
  };

  return {
    play(state, options) {
      abandon();
      controller = new AbortController();
      allowance = Infinity;
      change({ ...idle, phase: 'waiting' });
      void follow(state, options, controller.signal);
    },
    pause() {
      if (snapshot.phase !== 'running') return;
      allowance = 0;
      change({ phase: 'paused' });
    },
    resume() {
      if (snapshot.phase !== 'paused') return;
      change({ phase: 'running', index: snapshot.frames.length - 1 });
      allow(Infinity);
    },
    step() {
      if (snapshot.phase !== 'paused') return;
      change({ index: snapshot.frames.length - 1 });
      allow(1);
    },
    seek(index) {
      if (index >= 0 && index < snapshot.frames.length) change({ index });
    },
    cancel() {
      if (snapshot.phase !== 'waiting' && snapshot.phase !== 'running' && snapshot.phase !== 'paused') return;
      abandon();
      change({ phase: 'stopped', note: undefined });
    },
    clear() {
      abandon();
      change(idle);
    },
  };
};
