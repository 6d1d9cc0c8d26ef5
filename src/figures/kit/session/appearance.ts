import { writeLink } from '../contract/link.ts';
import { contradiction, type Published } from '../contract/published.ts';
import type { Primary } from './events.ts';
import type { Session, Setting, Shown } from './session.ts';

/** What a session looks and sounds like. */
export interface Appearance {
  /** What is drawn: the published frame in place of a live one that contradicts it. */
  readonly drawn: Shown;
  /** What stands under the drawing. */
  readonly finding: string;
  /** What a screen reader is told once it has stood for a moment; undefined while a run is on its way. */
  readonly announced: string | undefined;
  /** What is wrong, in sentences. */
  readonly notices: readonly (string | undefined)[];
  /** The query of what is shown. */
  readonly link: string;
  readonly primary: Primary;
}

/** What follows from a session for those who look at it; `published` are the figure's published outcomes. */
export const appearanceOf = (
  { figure, initial }: Setting,
  published: readonly Published[],
  { state, shown, refused, pressed, playback }: Session,
): Appearance => {
  const { phase, frames, index, notice } = playback;
  const atEnd = phase === 'done' && index === frames.length - 1;
  const differs = atEnd ? contradiction(figure, shown.state, shown.frame, published) : undefined;
  const untrusted = differs !== undefined && differs.link === writeLink(figure, initial.state);
  const found = figure.describe(shown.state, shown.frame);
  return {
    drawn: untrusted ? initial : shown,
    finding: untrusted ? figure.describe(initial.state, initial.frame) : found,
    announced: phase === 'done' || phase === 'paused' || phase === 'stopped' ? found : undefined,
    notices: [...refused, notice, differs?.sentence],
    // A frame before the last is named, since the state alone means the last.
    link: writeLink(figure, state, index >= 0 && !atEnd ? index : undefined),
    primary: phase === 'running' && pressed ? 'pause' : phase === 'paused' ? 'go on' : 'run',
  };
};
