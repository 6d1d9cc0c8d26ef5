import type { TargetedKeyboardEvent, TargetedPointerEvent } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { digitSide } from '../../../data/digit.ts';
import { applyEdits, withEdit, type Edits } from '../../../data/edits.ts';
import { Pixels } from '../drawing/pixels.tsx';

export interface EditPadProps {
  readonly label: string;
  /** The picture under the edits: 28×28 grey levels. */
  readonly ground: Uint8Array;
  readonly value: Edits;
  /** Called when a stroke ends, for each pixel set by keyboard, and by undo and clear. */
  readonly onChange: (value: Edits) => void;
}

const brushes = { 255: 'white', 128: 'grey', 0: 'black' } as const;

const moves: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const inside = (place: number): number => Math.max(0, Math.min(digitSide - 1, place));

const placeOf = (event: TargetedPointerEvent<SVGSVGElement>): number => {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
  const column = inside(Math.floor((digitSide * (event.clientX - left)) / width));
  return digitSide * inside(Math.floor((digitSide * (event.clientY - top)) / height)) + column;
};

/** A pad on which single pixels of a picture are set with pointer, finger or keyboard. */
export const EditPad = ({ label, ground, value, onChange }: EditPadProps) => {
  const id = useId();
  const [level, setLevel] = useState(255);
  const [cursor, setCursor] = useState({ x: 14, y: 14 });
  const [stroke, setStroke] = useState<Edits | undefined>(undefined);
  const [message, setMessage] = useState('');
  // Several moves may come between two renderings; each must see the one before.
  const under = useRef<Edits | undefined>(undefined);
  const past = useRef<Edits[]>([]);
  const shown = stroke ?? value;

  const commit = (next: Edits): void => {
    past.current.push(value);
    onChange(next);
  };
  const paint = (event: TargetedPointerEvent<SVGSVGElement>): void => {
    under.current = withEdit(under.current ?? value, { at: placeOf(event), level }, ground);
    setStroke(under.current);
  };
  const onPointerDown = (event: TargetedPointerEvent<SVGSVGElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    paint(event);
  };
  const onPointerMove = (event: TargetedPointerEvent<SVGSVGElement>): void => {
    if (under.current !== undefined) paint(event);
  };
  const onPointerEnd = (): void => {
    if (under.current !== undefined) commit(under.current);
    under.current = undefined;
    setStroke(undefined);
  };
  const undo = (): void => {
    const last = past.current.pop();
    setMessage(last === undefined ? 'There is nothing to undo.' : 'Undone.');
    if (last !== undefined) onChange(last);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<SVGSVGElement>): void => {
    const move = moves[event.key];
    if (move !== undefined) setCursor({ x: inside(cursor.x + move[0]), y: inside(cursor.y + move[1]) });
    else if (event.key === ' ')
      commit(withEdit(value, { at: digitSide * cursor.y + cursor.x, level }, ground));
    else if (event.key === 'Backspace') undo();
    else return;
    event.preventDefault();
  };

  return (
    <div class="ink" role="group" aria-label={label}>
      <svg
        class="ink-pad"
        viewBox={`0 0 ${digitSide} ${digitSide}`}
        style="touch-action: none"
        role="application"
        aria-roledescription="pixel pad"
        aria-label={`${label}: pixels changed: ${shown.length}; column ${cursor.x + 1}, row ${cursor.y + 1}`}
        aria-describedby={`${id}-hint`}
        tabIndex={0}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerEnd}
        onPointerCancel={onPointerEnd}
        onKeyDown={onKeyDown}
      >
        <Pixels
          pixels={applyEdits(ground, shown)}
          width={digitSide}
          height={digitSide}
          x={0}
          y={0}
          size={digitSide}
        />
        <g class="ink-cursor">
          <rect x={cursor.x} y={cursor.y} width={1} height={1} stroke-width={0.25} />
        </g>
      </svg>
      <div class="ink-tools" role="radiogroup" aria-label="Brush">
        {Object.entries(brushes).map(([brush, name]) => (
          <label key={brush}>
            <input
              type="radio"
              name={`${id}-brush`}
              checked={level === Number(brush)}
              onChange={() => setLevel(Number(brush))}
            />{' '}
            {name}
          </label>
        ))}
      </div>
      <p class="ink-tools">
        <button type="button" onClick={undo}>
          Undo
        </button>
        <button type="button" onClick={() => value.length > 0 && commit([])}>
          Clear
        </button>
        <span role="status">{message}</span>
      </p>
      <p class="ink-hint" id={`${id}-hint`}>
        Set pixels with finger, pen or mouse. By keyboard: arrows move, Space sets a pixel, Backspace undoes.
      </p>
    </div>
  );
};
