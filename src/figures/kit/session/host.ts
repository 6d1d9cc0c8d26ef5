import type { Effect, SessionEvent } from './events.ts';
import type { Page } from './page.ts';
import { createPlayer } from './player.ts';
import { beginning, createStep, type Session, type Setting } from './session.ts';

/** What a session lives on: its figure, its page, a way to wait, and who is told of each change. */
export interface HostOptions {
  readonly setting: Setting;
  readonly page: Page;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly bringInSight: () => void;
  /** Called with each session and the event that made it. */
  readonly onChange: (session: Session, event: SessionEvent) => void;
}

/**
 * Steps a session from event to event and carries out its effects on the page and the player; answers with
 * how to tell it of one.
 */
export const createHost = ({
  setting,
  page,
  wait,
  bringInSight,
  onChange,
}: HostOptions): ((event: SessionEvent) => void) => {
  const step = createStep(setting);
  let session = beginning(setting);

  const send = (event: SessionEvent): void => {
    const [next, effects] = step(session, event);
    session = next;
    for (const effect of effects) carryOut(effect);
    onChange(session, event);
  };

  const player = createPlayer({ start: page.start, now: page.now, wait, onReport: send });

  const carryOut = (effect: Effect): void => {
    switch (effect.kind) {
      case 'start':
        return player.start(effect.run, effect.state, effect.backend);
      case 'ask':
        return player.ask(effect.run);
      case 'rest':
        return player.rest(effect.run, effect.milliseconds);
      case 'stop':
        return player.stop();
      case 'remember':
        return page.remember(effect.link);
      case 'agree':
        return page.agree(effect.id);
      case 'bring in sight':
        return bringInSight();
    }
  };

  return send;
};
