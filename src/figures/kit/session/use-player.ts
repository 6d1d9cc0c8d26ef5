import { useMemo, useRef, useState } from 'preact/hooks';
import type { BackendId } from '../../../nets/net.ts';
import type { AnyState } from '../contract/figure.ts';
import { createPlayer, idle, type Player, type Snapshot, type Start, type StartOptions } from './player.ts';

/** The page around a live figure, as far as the figure needs it. */
export interface Page {
  readonly start: (
    state: AnyState,
    options: StartOptions & { readonly backend: string },
  ) => ReturnType<Start<AnyState, unknown>>;
  /** The query to read at the start, '' for none. */
  readonly query: string;
  /** Called with the link of every state the reader makes. */
  readonly remember: (link: string) => void;
  /** Calls back when the prose sets a state, and when the figure comes into or leaves sight. */
  readonly listen: (handlers: PageHandlers) => () => void;
  readonly reducedMotion: () => boolean;
  /** A clock in milliseconds. */
  readonly now: () => number;
  /** Keeps for this tab that the reader agrees to the download of that net; runs that start from now on may make it. */
  readonly agree: (id: string) => void;
}

export interface PageHandlers {
  readonly onState: (link: string) => void;
  readonly onVisible: (visible: boolean) => void;
}

/** Milliseconds between iterates while a run is played, unless the figure says otherwise: twelve a second. */
export const usualPace = 84;

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What computes a figure: what the reader insists on ('' is nothing), and what it is, once known. */
interface Computer {
  readonly wanted: string;
  readonly backend: BackendId | undefined;
}

interface Playing {
  readonly player: Player<AnyState> | undefined;
  readonly snapshot: Snapshot<unknown>;
  readonly computer: Computer;
  readonly insist: (backend: string) => void;
}

/** The player of this figure, with its changes gathered to one per animation frame. */
export const usePlayer = (page: Page | undefined): Playing => {
  const [snapshot, setSnapshot] = useState<Snapshot<unknown>>(idle);
  const [computer, setComputer] = useState<Computer>({ wanted: '', backend: undefined });
  const wanted = useRef('');
  const player = useMemo(() => {
    if (page === undefined) return undefined;
    let latest: Snapshot<unknown> = idle;
    let asked = false;
    const onChange = (next: Snapshot<unknown>): void => {
      latest = next;
      if (asked) return;
      asked = true;
      requestAnimationFrame(() => {
        asked = false;
        setSnapshot(latest);
      });
    };
    const start: Start<AnyState, unknown> = (state, { signal, onNote }) =>
      page.start(state, {
        signal,
        backend: wanted.current,
        onNote: (note) => {
          const { backend } = note;
          if (backend !== undefined) setComputer({ wanted: wanted.current, backend });
          onNote(note);
        },
      });
    return createPlayer<AnyState, unknown>({ start, wait, onChange, now: page.now });
  }, [page]);
  const insist = (backend: string): void => {
    wanted.current = backend;
    setComputer((before) => ({ ...before, wanted: backend }));
  };
  return { player, snapshot, computer, insist };
};
