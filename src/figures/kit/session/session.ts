import type { BackendId } from '../../../nets/net.ts';
import { defaultState, type AnyFigure, type AnyState } from '../contract/figure.ts';
import { changed } from '../contract/defaults.ts';
import { readLink, writeLink } from '../contract/link.ts';
import type { Effect, SessionEvent } from './events.ts';
import { forgetInk, keepInk, restoreInk, type KeptInk } from './kept-ink.ts';
import * as of from './playback.ts';
import { idle, type Playback, type Played } from './playback.ts';
import { sameRun } from './same-run.ts';

/** A frame with the state it belongs to. */
export interface Shown {
  readonly state: AnyState;
  readonly frame: unknown;
}

/** What does not change while a figure lives: itself, and what the page was rendered with. */
export interface Setting {
  readonly figure: AnyFigure;
  readonly initial: Shown;
}

/** All that a live figure knows; what is drawn follows from it. */
export interface Session {
  /** Whether the page runs; before that, all is as it was rendered. */
  readonly live: boolean;
  /** What the controls say. */
  readonly state: AnyState;
  /** What of a link was refused. */
  readonly refused: readonly string[];
  /** What is drawn: another state than the controls' as long as that has no frame. */
  readonly shown: Shown;
  /** The state whose run this is, or whose published frame is shown. */
  readonly asked: AnyState;
  /** Drawings that a preset, a link or a reset replaced; they come back when drawing is chosen again. */
  readonly kept: KeptInk;
  /**
   * The reader asked for this run, by the main button or a preset; a changed control's keeps its verb until
   * then.
   */
  readonly pressed: boolean;
  /** The run is paused only because it is out of sight. */
  readonly held: boolean;
  /** What the reader insists on computing with ('' is nothing), and what computes, once known. */
  readonly wanted: string;
  readonly backend: BackendId | undefined;
  readonly playback: Playback;
}

/** What a session becomes, and what has to be done about it, in that order. */
export type Stepped = readonly [Session, readonly Effect[]];

/** Milliseconds between frames while a run is played, unless the figure says otherwise: twelve a second. */
const usualPace = 84;

/** The session before anything has happened: the page as it was rendered. */
export const beginning = ({ initial }: Setting): Session => ({
  live: false,
  state: initial.state,
  refused: [],
  shown: initial,
  asked: initial.state,
  kept: {},
  pressed: false,
  held: false,
  wanted: '',
  backend: undefined,
  playback: idle,
});

/** What a session becomes by an event, and what has to be done about it. Pure, and never throws. */
export const createStep = ({
  figure,
  initial,
}: Setting): ((session: Session, event: SessionEvent) => Stepped) => {
  const play = (session: Session, pace = 0, until?: number): Stepped => {
    const playback = of.begun(session.playback, pace, until);
    const { state, wanted: backend } = session;
    const { run } = playback;
    return [
      { ...session, asked: state, playback },
      [
        { kind: 'start', run, state, backend },
        { kind: 'ask', run },
      ],
    ];
  };

  const played = (session: Session, [playback, demands]: Played): Stepped => [
    { ...session, playback },
    demands,
  ];

  const become = (session: Session, state: AnyState): Stepped => [
    { ...session, state, refused: [] },
    [{ kind: 'remember', link: writeLink(figure, state) }],
  ];

  /** Runs that state, or shows the published frame where it is at hand. */
  const show = (session: Session, until?: number): Stepped => {
    const { state } = session;
    if (until !== undefined || !sameRun(figure, state, initial.state)) return play(session, 0, until);
    const [playback, demands] = of.cleared(session.playback);
    return [{ ...session, playback, asked: state, shown: { state, frame: initial.frame } }, demands];
  };

  const both = ([session, first]: Stepped, then: (session: Session) => Stepped): Stepped => {
    const [next, second] = then(session);
    return [next, [...first, ...second]];
  };

  const change = (session: Session, state: AnyState, pressed: boolean): Stepped =>
    both(become({ ...session, pressed }, state), show);

  /** A state from a preset, a link or a reset, as against one control's change. */
  const replace = (session: Session, state: AnyState): Stepped =>
    change({ ...session, kept: keepInk(figure, session.kept, session.state, state) }, state, true);

  const adjust = (session: Session, patch: Partial<AnyState>): Stepped => {
    const wanted = changed(figure, session.state, patch);
    const set = { ...wanted, ...figure.follow?.(wanted, patch) } as AnyState;
    const state = restoreInk(figure, session.kept, set, patch);
    const next = { ...session, kept: forgetInk(session.kept, patch) };
    if (!sameRun(figure, state, session.asked)) return change(next, state, false);
    // The frames stay as they are, only what is drawn of them is another.
    const { shown } = session;
    return become(
      { ...next, asked: state, shown: sameRun(figure, shown.state, state) ? { ...shown, state } : shown },
      state,
    );
  };

  const press = (
    session: Session,
    { primary, calm }: Extract<SessionEvent, { kind: 'pressed' }>,
  ): Stepped => {
    const next = { ...session, pressed: true };
    const { phase } = session.playback;
    if (primary === 'pause') return played(next, [of.paused(session.playback), []]);
    if (primary === 'go on' || phase === 'paused') return played(next, of.resumed(session.playback));
    if (phase === 'waiting' || phase === 'running') return [next, []];
    return play(next, calm ? 0 : (figure.steps.pace ?? usualPace));
  };

  const see = (session: Session, visible: boolean): Stepped => {
    const { playback, held } = session;
    if (!visible && playback.phase === 'running')
      return [{ ...session, held: true, playback: of.paused(playback) }, []];
    return visible && held ? played({ ...session, held: false }, of.resumed(playback)) : [session, []];
  };

  const open = (session: Session, query: string): Stepped => {
    const { state, refused, at } = readLink(figure, query, initial.state);
    return show({ ...session, live: true, state, refused }, at);
  };

  const follow = (session: Session, link: string): Stepped => {
    const { state, refused } = readLink(figure, link, defaultState(figure));
    const [next, effects] = replace(session, state);
    return [{ ...next, refused }, effects];
  };

  const moved = (session: Session, event: SessionEvent): Stepped => {
    const { playback } = session;
    switch (event.kind) {
      case 'opened':
        return open(session, event.query);
      case 'adjusted':
        return adjust(session, event.patch);
      case 'chosen':
        return both(replace(session, readLink(figure, event.link).state), (next) => [
          next,
          [{ kind: 'bring in sight' }],
        ]);
      case 'linked':
        return follow(session, event.link);
      case 'reset':
        return replace(session, initial.state);
      case 'pressed':
        return press(session, event);
      case 'went back':
        return play(session, 0, figure.steps.early === true ? -1 : figure.steps.count(session.state) - 1);
      case 'sought':
        return played(session, [of.sought(playback, event.index), []]);
      case 'stepped':
        return played(session, of.stepped(playback));
      case 'cancelled':
        return played(session, of.cancelled(playback));
      case 'retried':
        return play(session);
      case 'agreed':
        return both([session, [{ kind: 'agree', id: event.id }]], play);
      case 'insisted':
        return play({ ...session, wanted: event.backend });
      case 'seen':
        return see(session, event.visible);
      case 'noted':
        return played(
          { ...session, backend: event.note.backend ?? session.backend },
          of.heard(playback, event),
        );
      default:
        return played(session, of.heard(playback, event));
    }
  };

  return (session, event) => {
    const [next, effects] = moved(session, event);
    const { playback, asked, shown } = next;
    const drawn = playback.index < 0 ? shown : { state: asked, frame: playback.frames.at(playback.index) };
    return [
      drawn.state === shown.state && drawn.frame === shown.frame ? next : { ...next, shown: drawn },
      effects,
    ];
  };
};
