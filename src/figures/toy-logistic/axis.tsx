import { decimal, percent } from '../kit/words/format.ts';
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
    const text = p === 0.5 ? '50 %' : percent(p).replace(/\.0(?!\d)/, '');
    const x = scale(logit(p));
    const half = text.length * 3.8 + 4;
    const inside = x - half >= left - 12 && x + half <= right + 12;
    if (inside && placed.every((other) => Math.abs(other.x - x) > other.half + half))
      placed.push({ x, text, half });
  }
  return placed;
};

/**
 * What all panels share: the line between the classes, the two sums, and at the foot the two ways to read a
 * sum.
 */
export const Axis = ({ frame, scale, geometry }: Props) => {
  const { axis, sides, stair, axisLine, percentages } = geometry;
  const zero = scale(0);
  // A label at the very edge would run into the name of the axis.
  const ticks = scale.ticks(7).filter((tick) => scale(tick) > axis[0] + 6);
  const sums = [
    { sum: frame.before, from: stair.start },
    { sum: frame.sum, from: stair.top + stair.pitch * 10 },
  ];
  const classes = [
    { side: -1, text: 'class 0', anchor: 'end' },
    { side: 1, text: 'class 1', anchor: 'start' },
  ] as const;
  return (
    <g>
      {geometry.guides.map(([top, bottom]) => (
        <g key={top}>
          {sums.map(({ sum, from }) => (
            <Line
              key={from}
              from={[scale(sum), Math.max(top, from)]}
              to={[scale(sum), bottom]}
              stroke={tone(sum)}
              dash="1 3"
            />
          ))}
          <Line from={[zero, top]} to={[zero, bottom]} stroke="var(--ink)" />
        </g>
      ))}
      {classes.map(({ side, text, anchor }) => (
        <g key={text}>
          <path
            d={`M${px(zero + 8 * side)} ${sides - 9}l${6 * side} 4.5l${-6 * side} 4.5z`}
            fill={tone(side)}
          />
          <Label x={zero + 19 * side} y={sides} anchor={anchor} weight={600} fill={tone(side)}>
            {text}
          </Label>
        </g>
      ))}
      <Line from={[axis[0], axisLine]} to={[axis[1], axisLine]} stroke="var(--ink)" />
      {geometry.names.map(({ text, x, y, anchor }, i) => (
        <Label key={text} x={x} y={y} anchor={anchor} fill={i === 0 ? 'var(--ink)' : 'var(--quiet)'}>
          {text}
        </Label>
      ))}
      {ticks.map((tick) => (
        <g key={tick}>
          <Line from={[scale(tick), axisLine]} to={[scale(tick), axisLine + 4]} stroke="var(--ink)" />
          <Label x={scale(tick)} y={axisLine + 17} anchor="middle">
            {decimal(tick)}
          </Label>
        </g>
      ))}
      {fitting(scale).map(({ x, text }) => (
        <Label key={text} x={x} y={percentages} anchor="middle" fill="var(--quiet)">
          {text}
        </Label>
      ))}
    </g>
  );
};
