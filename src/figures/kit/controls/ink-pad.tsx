import type { TargetedKeyboardEvent, TargetedPointerEvent } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { Ink } from '../../../data/ink.ts';
import { isArrow, moveBy, restingWidth, widthOfPressure, widthOfSpeed, type Place } from './ink-pen.ts';
import { useInk } from './use-ink.ts';

export interface InkPadProps {
  readonly label: string;
  readonly value: Ink;
  /** Called when a stroke ends, and by undo and clear. */
  readonly onChange: (value: Ink) => void;
  readonly disabled?: boolean;
}

/** Where the pen was last, when, and how wide its line. */
interface Trace extends Place {
  readonly time: number;
  readonly width: number;
  readonly pointer: number;
}

/** How far a stroke may stray when it is thinned; the steps of the keyboard are evened out. */
const tolerance = { pointer: 0.7, keyboard: 4 } as const;

const placeOf = (event: PointerEvent, pad: SVGSVGElement): Place => {
  const { left, top, width, height } = pad.getBoundingClientRect();
  return { x: (256 * (event.clientX - left)) / width, y: (256 * (event.clientY - top)) / height };
};

const follow = (last: Trace, event: PointerEvent, pad: SVGSVGElement): Trace => {
  const moved = { ...last, ...placeOf(event, pad), time: event.timeStamp };
  if (event.pointerType === 'pen') return { ...moved, width: widthOfPressure(event.pressure) };
  const elapsed = moved.time - last.time;
  if (elapsed <= 0) return moved;
  return {
    ...moved,
    width: widthOfSpeed(Math.hypot(moved.x - last.x, moved.y - last.y) / elapsed, last.width),
  };
};

/** All places the pointer passed since the last event; only the last where the browser does not tell. */
const moments = (event: PointerEvent): readonly PointerEvent[] => {
  const between = 'getCoalescedEvents' in event ? event.getCoalescedEvents() : [];
  return between.length > 0 ? between : [event];
};

/**
 * A pad to draw on with pointer, finger or keyboard; every stroke ends as a few whole numbers that fit in a
 * link.
 */
export const InkPad = ({ label, value, onChange, disabled = false }: InkPadProps) => {
  const id = useId();
  const ink = useInk(value, onChange);
  const [pen, setPen] = useState<Place>({ x: 128, y: 128 });
  const trace = useRef<Trace | undefined>(undefined);
  const held = useRef(new Set<string>());

  const onPointerDown = (event: TargetedPointerEvent<SVGSVGElement>): void => {
    if (disabled || event.button !== 0 || ink.down()) return;
    const pad = event.currentTarget;
    pad.setPointerCapture(event.pointerId);
    const width = event.pointerType === 'pen' ? widthOfPressure(event.pressure) : restingWidth;
    trace.current = { ...placeOf(event, pad), time: event.timeStamp, pointer: event.pointerId, width };
    ink.begin(trace.current);
  };
  const onPointerMove = (event: TargetedPointerEvent<SVGSVGElement>): void => {
    let last = trace.current;
    if (last?.pointer !== event.pointerId) return;
    const points: Trace[] = [];
    for (const moment of moments(event)) points.push((last = follow(last, moment, event.currentTarget)));
    trace.current = last;
    ink.extend(points);
  };
  const onPointerEnd = (event: TargetedPointerEvent<SVGSVGElement>): void => {
    if (trace.current?.pointer !== event.pointerId) return;
    trace.current = undefined;
    ink.end(tolerance.pointer);
  };

  const onArrow = (event: TargetedKeyboardEvent<SVGSVGElement>): void => {
    held.current.add(event.key);
    const next = moveBy(pen, held.current, event.shiftKey ? 3 : 10);
    setPen(next);
    ink.extend([{ ...next, width: restingWidth }]);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<SVGSVGElement>): void => {
    const { key } = event;
    if (disabled || trace.current !== undefined) return;
    if (isArrow(key)) onArrow(event);
    else if (ink.down() && (key === ' ' || key === 'Escape')) ink.end(tolerance.keyboard, 'Pen up.');
    else if (key === ' ') ink.begin({ ...pen, width: restingWidth });
    else if (key === 'Backspace' || ((event.ctrlKey || event.metaKey) && key.toLowerCase() === 'z'))
      ink.undo();
    else return;
    event.preventDefault();
  };
  const onBlur = (): void => {
    held.current.clear();
    if (trace.current === undefined) ink.end(tolerance.keyboard);
  };

  return (
    <div class="ink" role="group" aria-label={label}>
      <svg
        class="ink-pad"
        viewBox="0 0 256 256"
        style="touch-action: none"
        role="application"
        aria-roledescription="drawing pad"
        aria-label={value.length === 0 ? `${label}: empty` : `${label}: strokes drawn: ${value.length}`}
        aria-describedby={`${id}-hint`}
        aria-disabled={disabled}
        tabIndex={disabled ? -1 : 0}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerEnd}
        onPointerCancel={onPointerEnd}
        onKeyDown={onKeyDown}
        onKeyUp={(event) => held.current.delete(event.key)}
        onBlur={onBlur}
      >
        <rect class="ink-guide" x={48} y={28} width={160} height={200} rx={3} />
        {ink.paths.map((path) => (
          <path d={path} />
        ))}
        <g class={ink.down() ? 'ink-cursor down' : 'ink-cursor'} transform={`translate(${pen.x} ${pen.y})`}>
          <circle r={restingWidth / 2} />
          <path d="M-20 0H20M0 -20V20" />
        </g>
      </svg>
      <p class="ink-tools">
        <button type="button" disabled={disabled} onClick={() => ink.undo()}>
          Undo
        </button>
        <button type="button" disabled={disabled} onClick={() => ink.clear()}>
          Clear
        </button>
        <span role="status">{ink.message}</span>
      </p>
      <p class="ink-hint" id={`${id}-hint`}>
        Draw with finger, pen or mouse. By keyboard: arrows move the pen (finely with Shift), Space puts it
        down and lifts it, Backspace undoes.
      </p>
    </div>
  );
};
