import { hydrate, render, type ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { engine } from '../../engine/spawn.ts';
import { decodeFrame } from '../../figures/kit/contract/frames.ts';
import { defaultState } from '../../figures/kit/contract/figure.ts';
import { readLink } from '../../figures/kit/contract/link.ts';
import { Live } from '../../figures/kit/live/live.tsx';
import type { Page, PageHandlers } from '../../figures/kit/session/page.ts';
import { agree, agreed } from './agreed.ts';
import type { FigureData } from './data.ts';
import { readSession, writeSession } from './session.ts';
import type { FigureModule } from '../../figures/registry.ts';

/** What the loader may ask of a live figure. */
export interface LiveHandle {
  setState(link: string): void;
}

/** The link the reader left this figure in, in this tab. */
const memory = (slug: string, { page, link: rendered }: FigureData) => {
  const key = `figure:${slug}`;
  const own = page !== null;
  // A preset has a path of its own; what differs from it is written as the figure's.
  const { pathname } = location;
  return {
    // A figure's own page keeps its state in its address, an article in the tab.
    query: own ? location.search : (readSession(key) ?? ''),
    remember: (link: string): void => {
      if (own) history.replaceState(null, '', link === rendered ? pathname : `${page}${link}`);
      else writeSession(key, link);
    },
  };
};

/** Shows nothing once its children have thrown while they were drawn, and says what. */
const Guard = ({ onError, children }: { onError: (error: unknown) => void; children: ComponentChildren }) => {
  const [error] = useErrorBoundary(onError) as [unknown, () => void];
  return error === undefined ? <>{children}</> : null;
};

/**
 * Brings a rendered figure to life, from the very state it was rendered with. A figure that cannot be drawn,
 * then or later, is taken away, and `onBroken` told why.
 */
export const hydrateFigure = (
  root: HTMLElement,
  { figure, view }: FigureModule,
  data: FigureData,
  onBroken: (error: unknown) => void,
): LiveHandle => {
  const { query, remember } = memory(figure.slug, data);
  let handlers: PageHandlers | undefined;
  /** A state that was asked for before the figure listened. */
  let asked: string | undefined;
  const page: Page = {
    start: (state, options) => engine.run(figure.slug, state, { ...options, agreed: agreed() }),
    query,
    remember: debounce(remember, 250),
    listen: (given) => {
      handlers = given;
      if (asked !== undefined) given.onState(asked);
      const observer = new IntersectionObserver(([entry]) => given.onVisible(entry?.isIntersecting ?? true));
      observer.observe(root);
      return () => observer.disconnect();
    },
    agree,
    now: () => performance.now(),
    reducedMotion: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
  };
  const state = readLink(figure, data.link, defaultState(figure)).state;
  const takeAway = (error: unknown): void => {
    // Not in the midst of drawing it.
    queueMicrotask(() => {
      render(null, root);
      onBroken(error);
    });
  };
  hydrate(
    <Guard onError={takeAway}>
      <Live
        figure={figure}
        view={view}
        id={data.id}
        state={state}
        frame={decodeFrame(data.frame)}
        published={data.published}
        home={data.home}
        page={page}
      />
    </Guard>,
    root,
  );
  return {
    setState: (link) => {
      if (handlers === undefined) asked = link;
      else handlers.onState(link);
    },
  };
};

const debounce = (call: (link: string) => void, milliseconds: number): ((link: string) => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (link) => {
    clearTimeout(timer);
    timer = setTimeout(() => call(link), milliseconds);
  };
};
