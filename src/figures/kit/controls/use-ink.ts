import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { countPoints, type Ink, type InkPoint } from '../../../data/ink.ts';
import { strokePath } from './ink-path.ts';
import { finish, grow, roomBeside, steady, type Growing } from './ink-pen.ts';

const nothing: Growing = { stroke: [], full: false };
const fullSentence = 'The pad is full: what is drawn stays, and undo makes room.';

/** A drawing under someone's hand: its strokes as paths, and what can be done to it. */
export interface Drawing {
  /** Outlines of the strokes, the one under way last. */
  readonly paths: readonly string[];
  readonly message: string;
  /** Whether a stroke is under way. */
  down(): boolean;
  begin(point: InkPoint): void;
  extend(points: readonly InkPoint[]): void;
  /** Ends the stroke, thinned to what says more than `tolerance` units of the pad. */
  end(tolerance: number, said?: string): void;
  undo(): void;
  clear(): void;
}

/** Keeps a drawing and its past; `onChange` hears of it when a stroke ends, is undone, or all is cleared. */
export const useInk = (value: Ink, onChange: (value: Ink) => void): Drawing => {
  const [live, setLive] = useState<Growing | undefined>();
  const [message, setMessage] = useState('');
  // Several moves may come between two renderings; each must see the one before.
  const growing = useRef<Growing | undefined>(undefined);
  const past = useRef<Ink[]>([]);
  const known = useRef(value);
  const drawn = useMemo(() => value.map(strokePath), [value]);
  const room = roomBeside(countPoints(value));

  // A drawing taken away from outside (reset, another link) comes back by undo too.
  useEffect(() => {
    if (known.current !== value && known.current.length > 0) past.current.push(known.current);
    known.current = value;
  }, [value]);

  const put = (next: Growing | undefined): void => {
    growing.current = next;
    setLive(next);
    if (next?.full === true) setMessage(fullSentence);
  };
  const change = (next: Ink): void => {
    known.current = next;
    onChange(next);
  };

  return {
    paths: live === undefined ? drawn : [...drawn, strokePath(steady(live.stroke))],
    message,
    down: () => growing.current !== undefined,
    begin(point) {
      setMessage('');
      put(grow(nothing, point, room));
    },
    extend(points) {
      const start = growing.current;
      if (start !== undefined) put(points.reduce((stroke, point) => grow(stroke, point, room), start));
    },
    end(tolerance, said) {
      const stroke = growing.current?.stroke ?? [];
      put(undefined);
      if (said !== undefined) setMessage(said);
      if (stroke.length === 0) return;
      past.current.push(value);
      change([...value, finish(stroke, tolerance, room)]);
    },
    undo() {
      if (growing.current !== undefined) put(undefined);
      else if (past.current.length > 0) change(past.current.pop() ?? []);
      else if (value.length > 0) change(value.slice(0, -1));
      else {
        setMessage('There is nothing to undo.');
        return;
      }
      setMessage('Undone.');
    },
    clear() {
      put(undefined);
      if (value.length === 0) {
        setMessage('The pad is empty already.');
        return;
      }
      past.current.push(value);
      change([]);
      setMessage('Cleared; undo brings the drawing back.');
    },
  };
};
