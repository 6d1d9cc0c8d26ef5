import { useRef } from 'preact/hooks';
import { Consent } from './consent.tsx';
import { stepName, type AnyFigure } from '../contract/figure.ts';
import { plural } from '../words/format.ts';
import type { Note } from '../../../nets/bench/bench.ts';
import type { Primary, SessionEvent } from '../session/events.ts';
import { isOpen, type Playback } from '../session/playback.ts';
import type { Session } from '../session/session.ts';

export interface TransportProps {
  readonly figure: AnyFigure;
  readonly session: Session;
  /** What the main button does. */
  readonly primary: Primary;
  /** Whether the reader wants no motion. */
  readonly calm: () => boolean;
  readonly send: (event: SessionEvent) => void;
}

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;

const noteText = ({ text, done, total }: Note): string => {
  if (done === undefined) return text;
  return total === undefined
    ? `${text}, ${kilobytes(done)}`
    : `${text}, ${kilobytes(done)} of ${kilobytes(total)}`;
};

/** How fast a run goes: '2,900 pictures a second', to two figures. */
const speed = ({ effort }: AnyFigure, { frames, spent }: Playback): string => {
  if (effort === undefined || frames.length < 2 || spent === 0) return '';
  const rate = (effort.of(frames.at(-1)) - effort.of(frames.at(0))) / (spent / 1000);
  return `, ${plural(Number(rate.toPrecision(2)), effort.name)} a second`;
};

/** Where a run stands, in words. */
const statusOf = (figure: AnyFigure, name: string, count: number, { playback, pressed }: Session): string => {
  const { phase, index, note } = playback;
  const { round } = figure.steps;
  if (note !== undefined) return `${noteText(note)} …`;
  if (phase === 'waiting') return 'Starting …';
  if (phase === 'published') return 'As published';
  // Nobody asked for the steps by which a changed control came round to its own state.
  if (round === true && !pressed && phase === 'done' && index === count) return 'As set';
  if (index < 0) return phase === 'stopped' ? 'Stopped before the first frame' : '';
  if (count === 0) return phase === 'done' ? 'Computed here' : '';
  return `${phase === 'stopped' ? 'Stopped at ' : ''}${name} ${index} of ${count}${speed(figure, playback)}`;
};

/** The primary control of a figure, and pause, step, cancel and the scrubber of a run. */
export const Transport = ({ figure, session, primary, calm, send }: TransportProps) => {
  const { state, playback } = session;
  const { phase, frames, index, failure, note } = playback;
  const last = frames.length - 1;
  // A run may be over before it has made all its steps.
  const count = phase === 'done' ? last : figure.steps.count(state);
  const name = stepName(figure, state);
  const status = statusOf(figure, name, count, session);
  const button = useRef<HTMLButtonElement>(null);
  /** For a button that has the focus and is about to vanish. */
  const handFocus = (): void => button.current?.focus();
  const seek = (index: number): void => send({ kind: 'sought', index });
  return (
    <div class="transport">
      <button
        type="button"
        class="primary"
        ref={button}
        aria-disabled={phase === 'waiting'}
        onClick={() => send({ kind: 'pressed', primary, calm: calm() })}
      >
        {primary === 'pause'
          ? 'Pause'
          : primary === 'go on'
            ? 'Go on'
            : (figure.verbIn?.(state) ?? figure.verb)}
      </button>
      {isOpen(playback) && (
        <button
          type="button"
          onClick={() => {
            send({ kind: 'cancelled' });
            handFocus();
          }}
        >
          Cancel
        </button>
      )}
      <span class="scrub">
        <button
          type="button"
          aria-label={`One ${name} back`}
          disabled={index === 0 || phase === 'waiting' || (index < 0 && phase !== 'published')}
          onClick={() => (phase === 'published' ? send({ kind: 'went back' }) : seek(index - 1))}
        >
          ‹
        </button>
        <input
          type="range"
          aria-label={`${name} shown`}
          min={0}
          max={Math.max(count, last, 1)}
          value={index < 0 ? Math.max(count, 1) : index}
          disabled={frames.length < 2}
          aria-valuetext={status}
          onInput={(event) => seek(Math.min(last, Number(event.currentTarget.value)))}
        />
        <button
          type="button"
          aria-label={`One ${name} on`}
          disabled={phase === 'running' || (index === last && phase !== 'paused')}
          onClick={() => (index < last ? seek(index + 1) : send({ kind: 'stepped' }))}
        >
          ›
        </button>
      </span>
      <span class="status">{status}</span>
      {note?.done !== undefined && note.total !== undefined && (
        <progress max={note.total} value={note.done} aria-label={note.text} />
      )}
      {failure?.download !== undefined && (
        <Consent
          download={failure.download}
          onAgree={(id) => {
            send({ kind: 'agreed', id });
            handFocus();
          }}
        />
      )}
      {failure !== undefined && failure.download === undefined && (
        <p class="notice failure" role="alert">
          {failure.sentence}{' '}
          {failure.retry && (
            <button type="button" onClick={() => send({ kind: 'retried' })}>
              Try again
            </button>
          )}
        </p>
      )}
    </div>
  );
};
