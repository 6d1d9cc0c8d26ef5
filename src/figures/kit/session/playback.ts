import type { Note } from '../../../nets/bench/bench.ts';
import { failureOf, type Failure } from './failure.ts';
import { noFrames, type FrameList } from './frame-list.ts';

/**
 * published: nothing has run yet · waiting: for the first frame · done: all frames · stopped: by the reader.
 */
export type Phase = 'published' | 'waiting' | 'running' | 'paused' | 'done' | 'stopped' | 'failed';

/** What the page has of the run that was asked for last. */
export interface Playback {
  readonly phase: Phase;
  /** Runs are numbered from 1; what another one reports comes too late. */
  readonly run: number;
  /** Every frame of this run so far. */
  readonly frames: FrameList;
  /** The frame shown; −1 for none. */
  readonly index: number;
  readonly note: Note | undefined;
  /** What the reader is told of this run as a whole. */
  readonly notice: string | undefined;
  readonly failure: Failure | undefined;
  /** Milliseconds that the frames after the first took to come; pauses between them do not count. */
  readonly spent: number;
  /** Milliseconds between frames; 0 goes straight to the end. */
  readonly pace: number;
  /** Pause at this frame instead of at the end; −1 is the one before the end, wherever that is. */
  readonly until: number | undefined;
  /** How many more frames may be taken; infinite while running, 0 while paused. */
  readonly allowance: number;
  /** Whether the next frame is asked for, is waited with for the pace, or neither. */
  readonly next: 'asked' | 'resting' | 'held';
}

/** What becomes known of a run by its number. */
export type Report =
  /** A frame, and the milliseconds from question to answer. */
  | { readonly kind: 'frame'; readonly run: number; readonly frame: unknown; readonly took: number }
  /** The pace is over. */
  | { readonly kind: 'rested'; readonly run: number }
  | { readonly kind: 'ended'; readonly run: number }
  | { readonly kind: 'failed'; readonly run: number; readonly failure: Failure }
  | { readonly kind: 'noted'; readonly run: number; readonly note: Note };

/** What has to be done for a run: ask for its next frame, let the pace pass, or end it. */
export type Demand =
  | { readonly kind: 'ask'; readonly run: number }
  | { readonly kind: 'rest'; readonly run: number; readonly milliseconds: number }
  | { readonly kind: 'stop' };

/** What a playback becomes, and what has to be done for it. */
export type Played = readonly [Playback, readonly Demand[]];

/** Nothing has run yet. */
export const idle: Playback = {
  phase: 'published',
  run: 0,
  frames: noFrames,
  index: -1,
  note: undefined,
  notice: undefined,
  failure: undefined,
  spent: 0,
  pace: 0,
  until: undefined,
  allowance: 0,
  next: 'held',
};

/** Whether frames may still come. */
export const isOpen = ({ phase }: Playback): boolean =>
  phase === 'waiting' || phase === 'running' || phase === 'paused';

/** A run has begun, in place of the one before. */
export const begun = ({ run }: Playback, pace: number, until: number | undefined): Playback => ({
  ...idle,
  phase: 'waiting',
  run: run + 1,
  pace,
  until,
  allowance: Infinity,
  next: 'asked',
});

/**
 * With so many more frames allowed: asked for at once, unless a question is out already or the pace has to
 * pass.
 */
const allowed = (playback: Playback, allowance: number): Played =>
  playback.next === 'held' && allowance > 0
    ? [{ ...playback, allowance, next: 'asked' }, [{ kind: 'ask', run: playback.run }]]
    : [{ ...playback, allowance }, []];

/** Holds back the demand for frames; one that is asked for still comes. */
export const paused = (playback: Playback): Playback =>
  playback.phase === 'running' ? { ...playback, phase: 'paused', allowance: 0 } : playback;

/** Goes on with a paused run, from its last frame. */
export const resumed = (playback: Playback): Played =>
  playback.phase === 'paused'
    ? allowed({ ...playback, phase: 'running', index: playback.frames.length - 1 }, Infinity)
    : [playback, []];

/** Computes one more frame of a paused run. */
export const stepped = (playback: Playback): Played =>
  playback.phase === 'paused'
    ? allowed({ ...playback, index: playback.frames.length - 1 }, 1)
    : [playback, []];

/** Shows a frame that was computed before; nothing changes where there is none. */
export const sought = (playback: Playback, index: number): Playback =>
  Number.isInteger(index) && index >= 0 && index < playback.frames.length ? { ...playback, index } : playback;

/** Abandons a run at once; its frames so far stay. */
export const cancelled = (playback: Playback): Played =>
  isOpen(playback)
    ? [{ ...playback, phase: 'stopped', note: undefined, allowance: 0, next: 'held' }, [{ kind: 'stop' }]]
    : [playback, []];

/** Ends a run and forgets its frames. */
export const cleared = ({ run }: Playback): Played => [{ ...idle, run }, [{ kind: 'stop' }]];

const withFrame = (playback: Playback, frame: unknown, took: number): Played => {
  const { frames, until, pace, run } = playback;
  const allowance = frames.length === until ? 0 : Math.max(0, playback.allowance - 1);
  const next: Playback = {
    ...playback,
    phase: allowance === 0 ? 'paused' : 'running',
    frames: frames.with(frame),
    index: frames.length,
    note: undefined,
    spent: frames.length === 0 ? 0 : playback.spent + took,
    allowance,
    next: 'held',
  };
  if (allowance > 0 && pace > 0)
    return [{ ...next, next: 'resting' }, [{ kind: 'rest', run, milliseconds: pace }]];
  return allowed(next, allowance);
};

const over = (playback: Playback, part: Partial<Playback>): Played => [
  { ...playback, ...part, note: undefined, allowance: 0, next: 'held' },
  [],
];

const atEnd = (playback: Playback): Played => {
  const { index, until, frames } = playback;
  if (frames.length === 0) return over(playback, { phase: 'failed', failure: failureOf(undefined) });
  return over(playback, { phase: 'done', index: until === -1 && index > 0 ? index - 1 : index });
};

/** What a report makes of a run; nothing if it is of another one, or of one that is over. */
export const heard = (playback: Playback, report: Report): Played => {
  if (report.run !== playback.run || !isOpen(playback)) return [playback, []];
  switch (report.kind) {
    case 'frame':
      return withFrame(playback, report.frame, report.took);
    case 'rested':
      return allowed({ ...playback, next: 'held' }, playback.allowance);
    case 'ended':
      return atEnd(playback);
    case 'failed':
      return over(playback, { phase: 'failed', failure: report.failure });
    case 'noted':
      return [{ ...playback, note: report.note, notice: report.note.notice ?? playback.notice }, []];
  }
};
