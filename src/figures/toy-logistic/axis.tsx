import { decimal, percent } from '../kit/format.ts';
import type { Frame } from './figure.ts';
import type { Geometry, Scale } from './geometry.ts';
import { Label, Line, px, tone } from './marks.tsx';

interface Props {
  readonly frame: Frame;
  readonly scale: Scale;
  readonly geometry: Geometry;
}

/** Probabilities worth a label, the middle one first: as many as have room are shown. */
const probabilities = [0.5, 0.9, 0.1, 0.99, 0.01, 0.999, 0.001, 0.9999, 0.0001, 0.999999, 0.000001];

const logit = (p: number): number => Math.log(p / (1 - p));

/** The labels that have room, in order of importance; widths are a close upper estimate at 13 px. */
const fitting = (scale: Scale): readonly { readonly x: number; readonly text: string }[] => {
  const [left = 0, right = 0] = scale.range();
  const placed: { x: number; text: string; half: number }[] = [];
  for (const p of probabilities) {
    const text = p === 0.5 ? '50 %' : percent(p).replace('.0', '');
    const x = scale(logit(p));
    const half = text.length * 3.8 + 4;
    const inside = x - half >= left - 12 && x + half <= right + 12;
    if (inside && placed.every((other) => Math.abs(other.x - x) > other.half + half)) placed.push({ x, text, half });
  }
  return placed;
};

/** What all panels share: the line between the classes, the two sums, the sides' names, and at the foot the two ways to read a sum. */
export const Axis = ({ frame, scale, geometry }: Props) => {
  const { axis, sides, stair, squares, straight, axisLine } = geometry;
  const zero = scale(0);
  const pair: readonly (readonly [number, number])[] = [
    [frame.before, stair.top],
    [frame.sum, stair.top + stair.pitch * 10],
  ];
  return (
    <g>
      {pair.map(([sum, top], i) => (
        <Line
          key={i}
          from={[scale(sum), top]}
          to={[scale(sum), Math.max(squares[1], straight[1] + 6)]}
          stroke={tone(sum)}
          dash="1 3"
        />
      ))}
      <Line from={[zero, sides - 12]} to={[zero, axisLine]} stroke="var(--ink)" />
      <path d={`M${px(zero - 10)} ${sides - 9}l-6 4.5l6 4.5z`} fill="var(--minus)" />
      <Label x={zero - 20} y={sides} anchor="end" weight={600} fill="var(--minus)">
        class 0
      </Label>
      <path d={`M${px(zero + 10)} ${sides - 9}l6 4.5l-6 4.5z`} fill="var(--plus)" />
      <Label x={zero + 20} y={sides} weight={600} fill="var(--plus)">
        class 1
      </Label>
      <Line from={[axis[0], axisLine]} to={[axis[1], axisLine]} stroke="var(--ink)" />
      {scale.ticks(7).map((tick) => (
        <g key={tick}>
          <Line from={[scale(tick), axisLine]} to={[scale(tick), axisLine + 4]} stroke="var(--ink)" />
          <Label x={scale(tick)} y={axisLine + 17} anchor="middle">
            {decimal(tick)}
          </Label>
        </g>
      ))}
      {fitting(scale).map(({ x, text }) => (
        <Label key={text} x={x} y={axisLine + 35} anchor="middle" fill="var(--quiet)">
          {text}
        </Label>
      ))}
    </g>
  );
};
