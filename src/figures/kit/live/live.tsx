import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Controls } from '../controls/controls.tsx';
import { FigureTable } from './table.tsx';
import { defaultState, runState, type AnyFigure, type AnyState, type AnyView } from '../contract/figure.ts';
import { forgetInk, keepInk, restoreInk, type KeptInk } from '../session/kept-ink.ts';
import { bringInSight } from './in-sight.ts';
import { readLink, readPatch, writeLink } from '../contract/link.ts';
import { BackendChoice } from './backend-choice.tsx';
import { contradiction, type Published } from '../contract/published.ts';
import { Said } from './said.tsx';
import { Sounds } from './sounds.tsx';
import { Stages } from './stages.tsx';
import { Tools, type Home } from './tools.tsx';
import { Transport } from './transport.tsx';
import { useAnnouncement } from '../session/use-announcement.ts';
import { usePick } from './use-pick.ts';
import { usePlayer, usualPace, type Page } from '../session/use-player.ts';

export interface LiveProps {
  readonly figure: AnyFigure;
  readonly view: AnyView;
  /** Makes ids unique on a page. */
  readonly id: string;
  /** The state the page was rendered with, and its last frame as computed in Node. */
  readonly state: AnyState;
  readonly frame: unknown;
  readonly published: readonly Published[];
  readonly home: Home;
  /** What only a running page has; without it the figure is its own static edition. */
  readonly page?: Page;
}

/** A figure: drawing, finding, controls, table and tools; alive where `page` is given. */
export const Live = ({ figure, view, id, state: initial, frame: initialFrame, published, home, page }: LiveProps) => {
  // The first render repeats the static one exactly, as hydration demands; the link is read right after.
  const [live, setLive] = useState(false);
  const [state, setState] = useState(initial);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const [shown, setShown] = useState({ state: initial, frame: initialFrame });
  const [pressed, setPressed] = useState(false);
  const { player, snapshot, computer, insist } = usePlayer(page);
  const asked = useRef(initial);
  const current = useRef(initial);
  const pace = figure.steps.pace ?? usualPace;
  const phase = useRef(snapshot.phase);
  phase.current = snapshot.phase;

  const play = (next: AnyState, options: { readonly pace: number; readonly until?: number | undefined }): void => {
    asked.current = next;
    player?.play(next, options);
  };

  /** Drawings that a preset, a link or a reset replaced; they come back when drawing is chosen again. */
  const kept = useRef<KeptInk>({});

  /** What a run is of: states with the same have the same frames. */
  const frames = (of: AnyState): string => writeLink(figure, runState(figure, of));

  const become = (next: AnyState): void => {
    current.current = next;
    setState(next);
    setRefused([]);
    page?.remember(writeLink(figure, next));
  };

  const change = (next: AnyState, wanted = false): void => {
    become(next);
    setPressed(wanted);
    if (frames(next) !== frames(initial)) return play(next, { pace: 0 });
    // The published frame of this state is at hand; no run is needed to show it.
    player?.clear();
    asked.current = next;
    setShown({ state: next, frame: initialFrame });
  };

  /** A state from a preset, a link or a reset, as against one control's change. */
  const replace = (next: AnyState): void => {
    kept.current = keepInk(figure, kept.current, current.current, next);
    change(next, true);
  };

  const adjust = (patch: Partial<AnyState>): void => {
    const wanted = { ...current.current, ...patch } as AnyState;
    const set = { ...patch, ...figure.follow?.(wanted, patch) };
    const next = restoreInk(figure, kept.current, { ...wanted, ...set } as AnyState, patch);
    kept.current = forgetInk(kept.current, patch);
    if (frames(next) !== frames(asked.current)) return change(next);
    // The frames stay as they are, only what is drawn of them is another.
    become(next);
    asked.current = next;
    setShown((drawn) => (frames(drawn.state) === frames(next) ? { state: next, frame: drawn.frame } : drawn));
  };

  const root = usePick(live, (fields) => live && adjust(readPatch(figure, fields)));

  useEffect(() => {
    if (page === undefined) return undefined;
    const opened = readLink(figure, page.query, initial);
    setLive(true);
    setState(opened.state);
    setRefused(opened.refused);
    current.current = opened.state;
    if (opened.at !== undefined || frames(opened.state) !== frames(initial))
      play(opened.state, { pace: 0, until: opened.at });
    else {
      asked.current = opened.state;
      setShown({ state: opened.state, frame: initialFrame });
    }
    let held = false;
    return page.listen({
      onState: (link) => {
        const read = readLink(figure, link, defaultState(figure));
        replace(read.state);
        setRefused(read.refused);
      },
      onVisible: (visible) => {
        if (!visible && phase.current === 'running') {
          held = true;
          player?.pause();
        } else if (visible && held) {
          held = false;
          player?.resume();
        }
      },
    });
  }, [page]);

  const frame = snapshot.frames[snapshot.index];
  // Before anyone can look: the phase must never say done above the drawing of the run before.
  useLayoutEffect(() => {
    if (frame !== undefined) setShown({ state: asked.current, frame });
  }, [frame]);

  const finding = figure.describe(shown.state, shown.frame);
  const settled = snapshot.phase === 'done' || snapshot.phase === 'paused' || snapshot.phase === 'stopped';
  const announcement = useAnnouncement(settled, finding);

  const finished = snapshot.phase === 'done' && shown.frame === snapshot.frames.at(-1);
  const differs = finished ? contradiction(figure, shown.state, shown.frame, published) : undefined;
  const untrusted = differs !== undefined && differs.link === writeLink(figure, initial);
  const drawn = untrusted ? { state: initial, frame: initialFrame } : shown;
  const partial = snapshot.index >= 0 && (snapshot.index < snapshot.frames.length - 1 || snapshot.phase !== 'done');
  const link = writeLink(figure, state, partial && snapshot.phase !== 'waiting' ? snapshot.index : undefined);

  const controls = <Controls id={id} figure={figure} state={state} onChange={adjust} />;

  return (
    <div class="live" ref={root} data-phase={snapshot.phase} data-figure-slug={figure.slug} data-asks={figure.asks}>
      <Stages view={view} id={id} state={drawn.state} frame={drawn.frame} />
      <p class="finding">{untrusted ? figure.describe(initial, initialFrame) : finding}</p>
      {figure.sounds === undefined ? null : <Sounds sounds={figure.sounds(drawn.state, drawn.frame)} />}
      <Said announcement={announcement} notices={[...refused, snapshot.notice, differs?.sentence]} />
      <fieldset class="machine" disabled={!live}>
        <legend class="visually-hidden">{figure.title}: controls</legend>
        {figure.asks === true && controls}
        <Transport
          figure={figure}
          state={state}
          snapshot={snapshot}
          player={player}
          pressed={pressed}
          onPressed={() => setPressed(true)}
          onRun={(animated) => play(state, { pace: animated && page?.reducedMotion() !== true ? pace : 0 })}
          onAgree={page?.agree}
          onBack={() =>
            play(state, { pace: 0, until: figure.steps.early === true ? -1 : figure.steps.count(state) - 1 })
          }
        />
        {figure.asks !== true && controls}
        {computer.backend !== undefined && (
          <BackendChoice
            id={id}
            backend={computer.backend}
            wanted={computer.wanted}
            onChange={(backend) => {
              insist(backend);
              play(state, { pace: 0 });
            }}
          />
        )}
      </fieldset>
      <Tools
        figure={figure}
        home={home}
        link={link}
        published={published}
        shown={drawn}
        live={live}
        onState={(query) => {
          replace(readLink(figure, query).state);
          bringInSight(root.current, page?.reducedMotion() === true);
        }}
        onReset={() => replace(initial)}
      />
      <FigureTable table={figure.table(drawn.state, drawn.frame)} />
    </div>
  );
};
