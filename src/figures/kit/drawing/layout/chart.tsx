import type { ComponentChildren } from 'preact';
import type { Field } from '../chart/field.ts';
import { lineNames, Lines, named, namePitch, type Line } from '../chart/lines.tsx';
import { SpotIn, type Spot } from '../chart/marks.tsx';
import type { Quantity, Tick } from '../chart/quantity.ts';
import { naturalWidth, type Piece, type Placed, type Room } from './piece.tsx';
import { label } from './label.tsx';
import { heading, text } from './text.tsx';
import { textWidth, toBaseline } from './type.ts';

export interface ChartSpec {
  readonly across: Quantity;
  readonly up: Quantity;
  /** Height of the field between the axes where there is room, and the least that shows anything. */
  readonly height: number;
  readonly least?: number;
  /** Lines, each named at its end. */
  readonly lines?: readonly Line[];
  /** Single values, above the lines. */
  readonly spots?: readonly Spot[];
  /** What else is drawn, below the lines and above them. */
  readonly under?: (field: Field) => ComponentChildren;
  readonly over?: (field: Field) => ComponentChildren;
  /** Words in the field. */
  readonly words?: (field: Field) => readonly Placed[];
}

/** Names of lines take at most that share of a chart's width, or what their longest word needs. */
const mostForNames = 0.42;

/** A quarter of the field goes with each step of shortness. */
const folds = 0.8;

/** Half of the width that a tick takes among others in a row. */
export const halfWidth =
  (size: number) =>
  ({ text }: Tick): number =>
    (size * (textWidth(text) + 0.5)) / 2;

/** Those of the ticks that can be written beside one another: every second, every third where not all can. */
export const apart = (
  all: readonly Tick[],
  place: (tick: Tick) => number,
  half: (tick: Tick) => number,
): readonly Tick[] => {
  // Rounding may write two values alike.
  const ticks = all.filter(({ text }, i) => text !== all[i - 1]?.text);
  for (let step = 1; step < ticks.length; step++) {
    const kept = ticks.filter((_, i) => i % step === 0);
    const fits = kept.every((tick, i) => {
      const next = kept[i + 1];
      return next === undefined || Math.abs(place(next) - place(tick)) >= half(tick) + half(next);
    });
    if (fits) return kept;
  }
  return ticks.slice(0, 1);
};

/**
 * Room in pixels left and right of a chart's field: where its ticks stand, for what is to stand above them.
 */
export const besideField = (
  { up, lines = [] }: Pick<ChartSpec, 'up' | 'lines'>,
  { width, size }: Pick<Room, 'width' | 'size'>,
): { readonly left: number; readonly right: number } => {
  const room = (name: string, strong = false): number => (textWidth(name, strong ? 600 : 500) + 0.75) * size;
  const names = named(lines);
  const whole = Math.max(0, ...names.map(({ label: name, strong }) => room(name, strong)));
  const words = names.flatMap(({ label: name, strong }) => name.split(' ').map((word) => room(word, strong)));
  const left = (Math.max(...up.ticks.map((tick) => textWidth(tick.text))) + 0.6) * size;
  return { left, right: Math.max(Math.min(mostForNames * width, whole), 0.6 * size, ...words) };
};

/**
 * A chart: the name of what goes up above it, axes with their numbers, lines with their names at their ends.
 */
export const chart =
  ({ across, up, height, least = 60, lines = [], spots = [], under, over, words }: ChartSpec): Piece =>
  (room) => {
    const { width, size } = room;
    const { left, right } = besideField({ up, lines }, room);
    // Names need a line each, however low the field is.
    const tall = Math.max(least, height * folds ** room.short, namePitch * size * named(lines).length);
    const head = heading(up.name)(room);
    const ends = { left, right: width - right, top: head.height + 0.8 * size };
    const bottom = ends.top + tall;
    const field: Field = {
      ...ends,
      bottom,
      size,
      labels: right,
      px: (value) => ends.left + across.place(value) * (ends.right - ends.left),
      py: (value) => bottom - up.place(value) * (bottom - ends.top),
    };
    const { px, py } = field;
    const foot = bottom + 1.35 * size;
    const name = text(across.name, { align: 'middle' });
    const natural = naturalWidth(name, room);
    const middle = (ends.left + ends.right) / 2;
    // A name that is longer than the field reaches out to both sides, and where even that is too little has
    // the whole width.
    const reach = Math.min(Math.max(ends.right - ends.left, natural), 2 * Math.min(middle, width - middle));
    const below =
      natural > reach
        ? { x: 0, laid: name(room) }
        : { x: middle - reach / 2, laid: name({ ...room, width: reach }) };
    const upTicks = apart(
      up.ticks,
      ({ value }) => py(value),
      () => 0.5 * size,
    );
    const acrossTicks = apart(across.ticks, ({ value }) => px(value), halfWidth(size));
    const marks = (
      <g font-size={size} fill="var(--quiet)">
        {upTicks.map((tick) => (
          <path key={tick.text} d={`M${ends.left} ${py(tick.value)}H${ends.right}`} stroke="var(--rule)" />
        ))}
        <path d={`M${ends.left} ${ends.top}V${bottom}H${ends.right}`} fill="none" stroke="var(--edge)" />
        {across.ticks.map(({ value, text }) => (
          <path key={text} d={`M${px(value)} ${bottom}v4`} stroke="var(--edge)" />
        ))}
        {under?.(field)}
        <Lines field={field} lines={lines} />
        {over?.(field)}
        {spots.map((spot, i) => (
          <SpotIn key={i} field={field} spot={spot} />
        ))}
      </g>
    );
    const belowTop = foot + 0.3 * size;
    const parts: readonly Placed[] = [
      { x: 0, y: 0, laid: head },
      { x: below.x, y: belowTop, laid: below.laid },
      ...upTicks.map(({ value, text: written }) =>
        label(
          written,
          { x: ends.left - 0.5 * size, y: py(value) + toBaseline * size },
          { size, anchor: 'end' },
        ),
      ),
      ...acrossTicks.map(({ value, text: written }) =>
        label(written, { x: px(value), y: foot }, { size, anchor: 'middle' }),
      ),
      ...lineNames({ field, lines }),
      ...(words?.(field) ?? []),
    ];
    return { kind: 'chart', width, height: belowTop + below.laid.height, parts, marks };
  };
