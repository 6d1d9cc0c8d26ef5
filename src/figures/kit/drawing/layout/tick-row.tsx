import type { Tick } from '../chart/quantity.ts';
import { apart, halfWidth } from './chart.tsx';
import { label } from './label.tsx';
import type { Piece } from './piece.tsx';
import { ascent, leading } from './type.ts';

/** The numbers under something drawn: those that have room, each where `place` puts it in that width. */
export const tickRow =
  (ticks: readonly Tick[], place: (value: number, width: number, size: number) => number): Piece =>
  ({ width, size }) => {
    const at = ({ value }: Tick): number => place(value, width, size);
    return {
      kind: 'ticks',
      width,
      height: leading * size,
      parts: apart(ticks, at, halfWidth(size)).map((tick) =>
        label(tick.text, { x: at(tick), y: ascent * size }, { size, anchor: 'middle' }),
      ),
    };
  };
