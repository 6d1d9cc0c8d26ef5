import type { ComponentChildren } from 'preact';
import { logit } from '../../lab/softmax.ts';
import { apart, halfWidth, type Tick } from '../kit/drawing/charts.ts';
import {
  ascent,
  behind,
  type Height,
  label,
  labelled,
  type Piece,
  plot,
  toBaseline,
} from '../kit/drawing/pieces.ts';
import { decimal, percent } from '../kit/words/format.ts';
import type { Frame } from './figure.ts';
import { colourOf, Line, px } from './marks.tsx';
import { sumScale, type Scale } from './scales.ts';

/** Room at both ends of the axis for what is written under them. */
const margin = 13;

const scaleIn = (frame: Frame, width: number): Scale => sumScale(frame, [margin, width - margin]);

interface Place {
  readonly scale: Scale;
  /** The ends of the axis. */
  readonly left: number;
  readonly right: number;
  readonly height: number;
  readonly size: number;
}

/** Something drawn over the axis of sums, which all such plots of one width share. */
export const overSums = (
  kind: string,
  frame: Frame,
  height: Height,
  draw: (place: Place) => ComponentChildren,
): Piece =>
  plot(kind, height, ({ width, height, size }) =>
    draw({ scale: scaleIn(frame, width), left: margin, right: width - margin, height, size }),
  );

/**
 * The line between the classes, and dotted ones at sums, behind all of a piece that has the axis in the last
 * `share` of its width.
 */
export const guided = (frame: Frame, sums: readonly number[], piece: Piece, share = 1): Piece =>
  behind(({ width, height }) => {
    const scale = scaleIn(frame, share * width);
    return (
      <g transform={`translate(${px((1 - share) * width)} 0)`}>
        {sums.map((sum) => (
          <Line
            key={sum}
            from={[scale(sum), 0]}
            to={[scale(sum), height]}
            stroke={colourOf(sum)}
            dash="1 3"
          />
        ))}
        <Line from={[scale(0), 0]} to={[scale(0), height]} stroke="var(--ink)" />
      </g>
    );
  }, piece);

const classes = [
  { side: -1, name: 'class 0', anchor: 'end' },
  { side: 1, name: 'class 1', anchor: 'start' },
] as const;

/** Which class lies on which side of the line. */
export const sides = (frame: Frame): Piece =>
  overSums('sides', frame, { lines: 1 }, ({ scale, height, size }) =>
    classes.map(({ side, name, anchor }) => (
      <g key={name} fill={colourOf(side)} font-size={size} font-weight={600} text-anchor={anchor}>
        <path d={`M${px(scale(0) + 8 * side)} ${px(height / 2 - 4.5)}l${6 * side} 4.5l${-6 * side} 4.5z`} />
        <text x={px(scale(0) + 19 * side)} y={px(height / 2 + toBaseline * size)}>
          {name}
        </text>
      </g>
    )),
  );

/** The sums that the axis marks. */
const sumsOn = (scale: Scale): readonly Tick[] =>
  scale.ticks(7).map((value) => ({ value, text: decimal(value) }));

/** The axis itself with the sums. */
export const ticks = (frame: Frame): Piece =>
  labelled(
    overSums('ticks', frame, { lines: 1.25 }, ({ scale, left, right }) => (
      <g>
        <Line from={[left, 0.5]} to={[right, 0.5]} stroke="var(--ink)" />
        {sumsOn(scale).map(({ value }) => (
          <Line key={value} from={[scale(value), 0.5]} to={[scale(value), 4.5]} stroke="var(--ink)" />
        ))}
      </g>
    )),
    ({ width, height, size }) => {
      const scale = scaleIn(frame, width);
      const at = ({ value }: Tick): number => scale(value);
      const style = { size, anchor: 'middle', tone: 'var(--ink)' } as const;
      return apart(sumsOn(scale), at, halfWidth(size)).map((tick) =>
        label(tick.text, { x: at(tick), y: height - 0.37 * size }, style),
      );
    },
  );

/** Probabilities worth a label, the middle one first: as many as have room are shown. */
const probabilities = [0.5, 0.9, 0.1, 0.99, 0.01, 0.999, 0.001, 0.9999, 0.0001, 0.999999, 0.000001];

/** The labels that have room, in order of importance. */
const fitting = (scale: Scale, size: number): readonly { readonly x: number; readonly text: string }[] => {
  const [left = 0, right = 0] = scale.range();
  const placed: { x: number; text: string; half: number }[] = [];
  for (const p of probabilities) {
    const text = p === 0.5 ? '50 %' : percent(p).replace(/\.0(?!\d)/, '');
    const x = scale(logit(p));
    const half = halfWidth(size)({ value: p, text });
    const inside = x - half >= left - margin && x + half <= right + margin;
    if (inside && placed.every((other) => Math.abs(other.x - x) > other.half + half))
      placed.push({ x, text, half });
  }
  return placed;
};

/** The sums of the axis as probabilities. */
export const percentages = (frame: Frame): Piece =>
  labelled(
    plot('percentages', { lines: 1 }, () => null),
    ({ width, size }) =>
      fitting(scaleIn(frame, width), size).map(({ x, text }) =>
        label(text, { x, y: ascent * size }, { size, anchor: 'middle' }),
      ),
  );
