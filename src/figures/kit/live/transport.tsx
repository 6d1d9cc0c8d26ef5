import { useRef } from 'preact/hooks';
import { Consent } from './consent.tsx';
import { stepName, type AnyFigure, type AnyState } from '../contract/figure.ts';
import { plural } from '../words/format.ts';
import type { Note } from '../../../nets/bench/bench.ts';
import type { Player, Snapshot } from '../session/player.ts';

export interface TransportProps {
  readonly figure: AnyFigure;
  readonly state: AnyState;
  readonly snapshot: Snapshot<unknown>;
  readonly player: Player<AnyState> | undefined;
  /** The reader asked for this run, by the primary control or a preset; one that a changed control began keeps its verb until then. */
  readonly pressed: boolean;
  readonly onPressed: () => void;
  readonly onRun: (animated: boolean) => void;
  /** From the published result, which is the last step: shows the one before. */
  readonly onBack: () => void;
  /** The reader agrees to the download of a net. */
  readonly onAgree: ((id: string) => void) | undefined;
}

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;

const noteText = ({ text, done, total }: Note): string => {
  if (done === undefined) return text;
  return total === undefined ? `${text}, ${kilobytes(done)}` : `${text}, ${kilobytes(done)} of ${kilobytes(total)}`;
};

/** How fast a run goes: '2,900 pictures a second', to two figures. */
const speed = ({ effort }: AnyFigure, { frames, spent }: Snapshot<unknown>): string => {
  if (effort === undefined || frames.length < 2 || spent === 0) return '';
  const rate = (effort.of(frames.at(-1)) - effort.of(frames[0])) / (spent / 1000);
  return `, ${plural(Number(rate.toPrecision(2)), effort.name)} a second`;
};

/** Where a run stands, in words. */
const status = (
  figure: AnyFigure,
  name: string,
  count: number,
  snapshot: Snapshot<unknown>,
  pressed: boolean,
): string => {
  const { phase, index, note } = snapshot;
  const { round } = figure.steps;
  if (note !== undefined) return `${noteText(note)} …`;
  if (phase === 'waiting') return 'Starting …';
  if (phase === 'published') return 'As published';
  // Nobody asked for the steps by which a changed control came round to its own state.
  if (round === true && !pressed && phase === 'done' && index === count) return 'As set';
  if (index < 0) return phase === 'stopped' ? 'Stopped before the first frame' : '';
  if (count === 0) return phase === 'done' ? 'Computed here' : '';
  return `${phase === 'stopped' ? 'Stopped at ' : ''}${name} ${index} of ${count}${speed(figure, snapshot)}`;
};

/** The primary control of a figure, and pause, step, cancel and the scrubber of a run. */
export const Transport = ({
  figure,
  state,
  snapshot,
  player,
  pressed,
  onPressed,
  onRun,
  onBack,
  onAgree,
}: TransportProps) => {
  const { phase, frames, index, failure } = snapshot;
  const busy = phase === 'waiting' || phase === 'running';
  const last = frames.length - 1;
  // A run may be over before it has made all its steps.
  const count = phase === 'done' ? last : figure.steps.count(state);
  const name = stepName(figure, state);
  const primary = useRef<HTMLButtonElement>(null);
  const press = (): void => {
    onPressed();
    if (phase === 'running' && pressed) player?.pause();
    else if (phase === 'paused') player?.resume();
    else if (!busy) onRun(true);
  };
  const cancel = (): void => {
    player?.cancel();
    // The button that had the focus is about to vanish.
    primary.current?.focus();
  };
  return (
    <div class="transport">
      <button type="button" class="primary" ref={primary} aria-disabled={phase === 'waiting'} onClick={press}>
        {phase === 'running' && pressed
          ? 'Pause'
          : phase === 'paused'
            ? 'Go on'
            : (figure.verbIn?.(state) ?? figure.verb)}
      </button>
      {(busy || phase === 'paused') && (
        <button type="button" onClick={cancel}>
          Cancel
        </button>
      )}
      <span class="scrub">
        <button
          type="button"
          aria-label={`One ${name} back`}
          disabled={index === 0 || phase === 'waiting' || (index < 0 && phase !== 'published')}
          onClick={() => (phase === 'published' ? onBack() : player?.seek(index - 1))}
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
          aria-valuetext={status(figure, name, count, snapshot, pressed)}
          onInput={(event) => player?.seek(Math.min(last, Number(event.currentTarget.value)))}
        />
        <button
          type="button"
          aria-label={`One ${name} on`}
          disabled={phase === 'running' || (index === last && phase !== 'paused')}
          onClick={() => (index < last ? player?.seek(index + 1) : player?.step())}
        >
          ›
        </button>
      </span>
      <span class="status">{status(figure, name, count, snapshot, pressed)}</span>
      {snapshot.note?.done !== undefined && snapshot.note.total !== undefined && (
        <progress max={snapshot.note.total} value={snapshot.note.done} aria-label={snapshot.note.text} />
      )}
      {failure?.download !== undefined && (
        <Consent
          download={failure.download}
          onAgree={(id) => {
            onAgree?.(id);
            primary.current?.focus();
            onRun(false);
          }}
        />
      )}
      {failure !== undefined && failure.download === undefined && (
        <p class="notice failure" role="alert">
          {failure.sentence}{' '}
          {failure.retry && (
            <button type="button" onClick={() => onRun(false)}>
              Try again
            </button>
          )}
        </p>
      )}
    </div>
  );
};
