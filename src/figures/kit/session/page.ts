import type { Note } from '../../../nets/bench/bench.ts';
import type { AnyState } from '../contract/figure.ts';

/** What a run is started with besides its state. */
export interface StartOptions {
  readonly signal: AbortSignal;
  readonly onNote: (note: Note) => void;
  /** What the reader insists on computing with; '' is the best one of this device. */
  readonly backend: string;
}

/** The page around a live figure, as far as the figure needs it. */
export interface Page {
  /** Starts a run: the engine's. */
  readonly start: (state: AnyState, options: StartOptions) => AsyncGenerator<unknown, void>;
  /** The query to read at the start, '' for none. */
  readonly query: string;
  /** Called with the link of every state the reader makes. */
  readonly remember: (link: string) => void;
  /** Calls back when the prose sets a state, and when the figure comes into or leaves sight. */
  readonly listen: (handlers: PageHandlers) => () => void;
  readonly reducedMotion: () => boolean;
  /** A clock in milliseconds. */
  readonly now: () => number;
  /**
   * Keeps for this tab that the reader agrees to the download of that net; runs that start from now on may
   * make it.
   */
  readonly agree: (id: string) => void;
}

/** What the page tells its figure: the state that prose sets, and whether the figure is in sight. */
export interface PageHandlers {
  readonly onState: (link: string) => void;
  readonly onVisible: (visible: boolean) => void;
}
