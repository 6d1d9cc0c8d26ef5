import { useEffect, useMemo, useState } from 'preact/hooks';
import type { SessionEvent } from './events.ts';
import { createHost } from './host.ts';
import type { Page } from './page.ts';
import { beginning, type Session, type Setting } from './session.ts';

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What comes of a run, as against what the reader does. */
const reports: ReadonlySet<SessionEvent['kind']> = new Set(['frame', 'rested', 'ended', 'failed', 'noted']);

const nobody = (): void => undefined;

/**
 * The session of a figure on its page, and how to tell it what happened; without a page it stays as it was
 * rendered. What the reader does is shown at once, what comes of a run once per animation frame.
 */
export const useSession = (
  setting: Setting,
  page: Page | undefined,
  bringInSight: () => void,
): readonly [Session, (event: SessionEvent) => void] => {
  // The first render repeats the static one exactly, as hydration demands; the link is read right after.
  const [session, setSession] = useState(() => beginning(setting));
  const send = useMemo(() => {
    if (page === undefined) return nobody;
    let latest: Session | undefined;
    const onChange = (next: Session, { kind }: SessionEvent): void => {
      if (!reports.has(kind)) {
        latest = undefined;
        return setSession(next);
      }
      if (latest === undefined)
        requestAnimationFrame(() => {
          if (latest !== undefined) setSession(latest);
          latest = undefined;
        });
      latest = next;
    };
    return createHost({ setting, page, wait, bringInSight, onChange });
  }, [page]);
  useEffect(() => {
    if (page === undefined) return undefined;
    send({ kind: 'opened', query: page.query });
    return page.listen({
      onState: (link) => send({ kind: 'linked', link }),
      onVisible: (visible) => send({ kind: 'seen', visible }),
    });
  }, [page, send]);
  return [session, send];
};
