import { BackendChoice } from './backend-choice.tsx';
import { Controls } from '../controls/controls.tsx';
import type { AnyFigure, AnyState, AnyView } from '../contract/figure.ts';
import { bringInSight } from './in-sight.ts';
import { readPatch } from '../contract/link.ts';
import type { Published } from '../contract/published.ts';
import { Said } from './said.tsx';
import { Sounds } from './sounds.tsx';
import { Stages } from './stages.tsx';
import { FigureTable } from './table.tsx';
import { Tools, type Home } from './tools.tsx';
import { Transport } from './transport.tsx';
import { appearanceOf } from '../session/appearance.ts';
import type { Page } from '../session/page.ts';
import { useAnnouncement } from '../session/use-announcement.ts';
import { usePick } from './use-pick.ts';
import { useSession } from '../session/use-session.ts';

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
export const Live = ({ figure, view, id, state: initial, frame, published, home, page }: LiveProps) => {
  const calm = (): boolean => page?.reducedMotion() === true;
  const setting = { figure, initial: { state: initial, frame } };
  const [session, send] = useSession(setting, page, () => bringInSight(root.current, calm()));
  const { live, state, playback, backend, wanted } = session;
  const { drawn, finding, announced, notices, link, primary } = appearanceOf(setting, published, session);
  const announcement = useAnnouncement(announced);

  const adjust = (patch: Partial<AnyState>): void => send({ kind: 'adjusted', patch });
  const root = usePick(live, (fields) => live && adjust(readPatch(figure, fields)));
  const controls = <Controls id={id} figure={figure} state={state} onChange={adjust} />;

  return (
    <div
      class="live"
      ref={root}
      data-phase={playback.phase}
      data-figure-slug={figure.slug}
      data-asks={figure.asks}
    >
      <Stages view={view} id={id} state={drawn.state} frame={drawn.frame} />
      <p class="finding">{finding}</p>
      {figure.sounds === undefined ? null : <Sounds sounds={figure.sounds(drawn.state, drawn.frame)} />}
      <Said announcement={announcement} notices={notices} />
      <fieldset class="machine" disabled={!live}>
        <legend class="visually-hidden">{figure.title}: controls</legend>
        {figure.asks === true && controls}
        <Transport figure={figure} session={session} primary={primary} calm={calm} send={send} />
        {figure.asks !== true && controls}
        {backend !== undefined && (
          <BackendChoice
            id={id}
            backend={backend}
            wanted={wanted}
            onChange={(backend) => send({ kind: 'insisted', backend })}
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
        onState={(link) => send({ kind: 'chosen', link })}
        onReset={() => send({ kind: 'reset' })}
      />
      <FigureTable table={figure.table(drawn.state, drawn.frame)} />
    </div>
  );
};
