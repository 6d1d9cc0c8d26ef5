import type { AnyState } from '../contract/figure.ts';
import { failureOf } from './failure.ts';
import type { Page } from './page.ts';
import type { Report } from './playback.ts';
import { sharing } from './sharing.ts';

/** Does for runs what a session demands, one run at a time, and reports by the run's number. */
export interface Player {
  /** Opens a run, without asking it for anything yet; the one before ends. */
  start(run: number, state: AnyState, backend: string): void;
  /** Asks for the next frame of that run, if it is still open. */
  ask(run: number): void;
  /** Lets the pace pass. */
  rest(run: number, milliseconds: number): void;
  /** Ends the run that is open: nothing more is heard of it. */
  stop(): void;
}

/** What a player needs: a way to start runs, a clock, and who hears its reports. */
export interface PlayerOptions extends Pick<Page, 'start' | 'now'> {
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly onReport: (report: Report) => void;
}

interface Open {
  readonly run: number;
  readonly frames: AsyncGenerator<unknown, void>;
  readonly controller: AbortController;
  readonly share: (frame: unknown) => unknown;
}

/** A player on the page's engine. Asks for a frame only when it is told to, so that pausing is not asking. */
export const createPlayer = ({ start, now, wait, onReport }: PlayerOptions): Player => {
  let open: Open | undefined;

  const stop = (): void => {
    open?.controller.abort();
    // What a run says on being stopped interests nobody.
    void open?.frames.return().catch(() => undefined);
    open = undefined;
  };

  const next = async ({ run, frames, controller: { signal }, share }: Open): Promise<void> => {
    const since = now();
    try {
      const { value, done } = await frames.next();
      if (signal.aborted) return;
      if (done === true) onReport({ kind: 'ended', run });
      else onReport({ kind: 'frame', run, frame: share(value), took: now() - since });
    } catch (error) {
      if (!signal.aborted) onReport({ kind: 'failed', run, failure: failureOf(error) });
    }
  };

  return {
    start(run, state, backend) {
      stop();
      const controller = new AbortController();
      const { signal } = controller;
      const frames = start(state, {
        signal,
        backend,
        onNote: (note) => {
          if (!signal.aborted) onReport({ kind: 'noted', run, note });
        },
      });
      open = { run, frames, controller, share: sharing() };
    },
    ask(run) {
      if (open?.run === run) void next(open);
    },
    rest(run, milliseconds) {
      void wait(milliseconds).then(() => onReport({ kind: 'rested', run }));
    },
    stop,
  };
};
